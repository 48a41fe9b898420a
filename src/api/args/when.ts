import { Field, InputType } from 'type-graphql';
import type { Days } from '../../knowledge/questions.ts';
import { edtfDays } from '../edtf-days.ts';
import { Match } from '../enums.ts';
import { refusal } from '../refusal.ts';
import { edtfScalar } from '../types/edtf.ts';

@InputType({ description: 'A stretch of time. An end that is left out is open.' })
export class When {
  @Field(() => edtfScalar, { nullable: true, description: 'From the first day of this: `2022-01-05`, `2022-01`.' })
  from?: string | null;

  @Field(() => edtfScalar, { nullable: true, description: 'To the last day of this.' })
  to?: string | null;

  @Field(() => Match, { defaultValue: 'POSSIBLY', description: 'How a rough time is compared with it.' })
  match!: 'POSSIBLY' | 'CERTAINLY';

  /** The days that it means; null for all time. Throws `BAD_DATE` for one that ends before it begins. */
  static days(when: When | null | undefined): Days | null {
    if (!when || (!when.from && !when.to)) return null;
    const from = when.from ? edtfDays(when.from).earliest : null;
    const to = when.to ? edtfDays(when.to).latest : null;
    if (from !== null && to !== null && from > to) {
      throw refusal('BAD_DATE', `when: it begins on ${from} and ends before that, on ${to}`, { argument: 'when' });
    }
    return { from, to, match: when.match };
  }
}
