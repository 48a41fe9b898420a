import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { lengthOf } from '../args/page-args.ts';
import type { Context } from '../context.ts';
import { searchEverything } from '../search-everything.ts';
import { SearchHit, SearchKind } from '../types/search.ts';

const MOST = 50;
const LONGEST = 200;

/** Where was that? */
@Resolver()
export class SearchResolver {
  @Query(() => [SearchHit], {
    complexity: ({ args, childComplexity }) => 200 + args.first * childComplexity,
    description: 'One box over everything: the best of each kind in turn.',
  })
  async search(
    @Arg('text', () => String, { description: 'Names, kinds of event, words that were said, words of a headline.' })
    text: string,
    @Arg('kinds', () => [SearchKind], {
      defaultValue: Object.values(SearchKind),
      description: 'What to search for.',
    })
    kinds: SearchHit['kind'][],
    @Arg('first', () => Int, { defaultValue: 20, description: `How many at most, 1 to ${MOST}.` }) first: number,
    @Ctx() context: Context,
  ): Promise<SearchHit[]> {
    const most = lengthOf(first, MOST);
    const asked = text.slice(0, LONGEST).trim();
    if (!asked) return [];
    return searchEverything(asked, [...new Set(kinds)], most, context);
  }
}
