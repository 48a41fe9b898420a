import { ArgsType, Field, Int } from 'type-graphql';
import { refusal } from '../refusal.ts';

const MOST = 20;

/** How many pieces of evidence; a fact of a much told story rests on thousands. */
@ArgsType()
export class EvidenceArgs {
  @Field(() => Int, { defaultValue: 3, description: `How many at most, 1 to ${MOST}.` })
  first!: number;

  static sizeOf({ first }: EvidenceArgs): number {
    if (first < 1 || first > MOST) throw refusal('BAD_PAGE', `evidence(first: ${first}): give 1 to ${MOST}`);
    return first;
  }
}
