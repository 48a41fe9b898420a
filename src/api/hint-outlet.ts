import { compareText } from '../knowledge/order.ts';
import type { Context } from './context.ts';

/** Articles among whose outlets the one that was meant is looked for: the newest. */
const LOOKED_AT = 100;
const MOST_SUGGESTED = 3;

/** Tells which outlets may have been meant by one of which nothing was found: outlets are compared as articles name them. */
export async function hintOutlet(source: string, { store, hints }: Context): Promise<void> {
  const { articles } = await store.articles({ first: LOOKED_AT, after: null });
  const known = new Set(articles.flatMap(({ article }) => article.source ?? []));
  if (known.has(source)) return;
  const near = [...known].filter((name) => isLike(name.toLowerCase(), source.trim().toLowerCase()));
  hints.push({ argument: 'source', name: source, didYouMean: near.sort(compareText).slice(0, MOST_SUGGESTED) });
}

function isLike(known: string, given: string): boolean {
  return given !== '' && (known.includes(given) || given.includes(known));
}
