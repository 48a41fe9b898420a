import type { Change } from '../../knowledge/change.ts';
import type { Context } from '../context.ts';
import { keyOf } from '../cursor.ts';
import { refusal } from '../refusal.ts';
import type { ChangeFilter } from './change-filter.ts';
import { MOST_WATCHED, matcherOf } from './change-matcher.ts';

interface Asked {
  readonly filter?: ChangeFilter | null;
  readonly after?: string | null;
}

/** The changes that a subscriber asked for, until its signal is aborted. Throws as the arguments of a query do, before the first. */
export async function followed({ filter, after }: Asked, context: Context): Promise<AsyncGenerator<Change, void>> {
  if ((filter?.of.length ?? 0) > MOST_WATCHED) {
    throw refusal('BAD_VALUE', `filter.of: at most ${MOST_WATCHED} are watched by one subscription`);
  }
  const matches = await matcherOf(filter, context);
  const last = await context.store.lastChange();
  const place = after == null ? last : placeOf(after);
  if (place > last) {
    throw refusal('BAD_CURSOR', '`after` is ahead of this graph: it is of another one; read anew and begin without it');
  }
  return kept(context, place, matches);
}

async function* kept(
  { feed, watch }: Context,
  place: number,
  matches: (page: readonly Change[]) => Promise<readonly Change[]>,
): AsyncGenerator<Change, void> {
  for await (const page of feed.after(place, watch.signal)) yield* await matches(page);
}

function placeOf(cursor: string): number {
  const [place] = keyOf(cursor, 1).map(Number);
  if (!Number.isSafeInteger(place) || place! < 0) throw refusal('BAD_CURSOR', '`after` is no cursor of a change');
  return place!;
}
