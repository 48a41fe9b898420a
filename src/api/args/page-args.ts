import { ArgsType, Field, Int } from 'type-graphql';
import type { Page } from '../../knowledge/questions.ts';
import { MAX_PAGE } from '../../knowledge/store.ts';
import { keyOf } from '../cursor.ts';
import { refusal } from '../refusal.ts';

/** Which page of a list. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 50, description: `Length of the page, 1 to ${MAX_PAGE}.` })
  first!: number;

  @Field(() => String, { nullable: true, description: 'The endCursor of the page before.' })
  after?: string | null;
}

/** The page in the graph's terms; cursors of this list have `parts` parts. Throws `BAD_PAGE`, `BAD_CURSOR`. */
export function pageAsked({ first, after }: PageArgs, parts: number, descending = false): Page {
  return { first: lengthOf(first), after: after == null ? null : keyOf(after, parts), descending };
}

/** The length of a page, or another number that bounds an answer. Throws `BAD_PAGE`. */
export function lengthOf(first: number, most = MAX_PAGE, argument = 'first'): number {
  if (first < 1 || first > most) {
    const bounds = argument === 'first' ? `a page has 1 to ${most}` : `give 1 to ${most}`;
    throw refusal('BAD_PAGE', `${argument}: ${first}: ${bounds}`, { argument });
  }
  return first;
}
