import type { Ahead } from '../../knowledge/ahead.ts';
import { compareText } from '../../knowledge/order.ts';
import type { RowReads } from '../../knowledge/rows.ts';
import type { EntityView } from '../../knowledge/views.ts';
import { addTo } from '../add-to.ts';
import { foldedName, gramsOf, wholeName } from '../name-grams.ts';
import { entities } from './nodes.ts';
import { PARTS_AHEAD } from './relationships.ts';

const MOST_CANDIDATES = 2000;
const MOST_NAMED = 500;
/** Words of a name that are compared, and those by which it is looked for. */
const MOST_WORDS = 30;
const MOST_SOUGHT = 8;

/** Entities by name, best first: the name itself, then names that hold its words, then those with a slip in a word. */
export async function find(rows: RowReads, search: string, type: string | null, first: number): Promise<EntityView[]> {
  const words = wordsOf(search);
  if (words.length === 0) return [];
  const sought = words.slice(0, MOST_SOUGHT).map(gramsOf);
  const found = await rows.range({
    table: 'gram',
    order: 'key',
    prefixes: [...new Set(sought.flat())].map((gram) => [gram]),
    limit: MOST_CANDIDATES,
    each: true,
  });
  const under = new Map<string, string[]>();
  for (const { gram, entity } of found) addTo(under, gram, entity);
  const counts = new Map<string, number>();
  for (const grams of sought) {
    const having = new Set(grams.flatMap((gram) => under.get(gram) ?? []));
    for (const entity of having) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  }
  const best = Math.max(0, ...counts.values());
  const likely = [...counts]
    .filter(([, n]) => n === best)
    .map(([id]) => id)
    .sort(compareText)
    .slice(0, MOST_CANDIDATES);
  const views = [...(await entities(rows, likely)).values()].filter((view) => type === null || view.type === type);
  return ranked(views, words)
    .slice(0, first)
    .map(({ view }) => view);
}

/** Entities that have exactly this name, as their own or as another of theirs; the graph's answer to a name in a filter. */
export async function named(rows: RowReads, name: string, ahead?: Ahead): Promise<EntityView[]> {
  const words = wordsOf(name);
  if (words.length === 0) return [];
  const found = await rows.range({
    table: 'gram',
    order: 'key',
    prefixes: [[wholeName(name)]],
    limit: MOST_NAMED,
    ...(ahead && { ahead }),
  });
  const views = await entities(
    rows,
    found.map(({ entity }) => entity),
  );
  return ranked([...views.values()], words).flatMap(({ view, rank }) => (rank <= 1 ? [view] : []));
}

/** Entities whose whole name stands in a text, those of more words first; a name within another's is not meant by itself. */
export async function namedIn(rows: RowReads, text: string, first: number): Promise<EntityView[]> {
  const runs = runsOf(wordsOf(text));
  const found = await rows.range({
    table: 'gram',
    order: 'key',
    prefixes: [...runs.keys()].map((run) => [wholeName(run)]),
    limit: MOST_NAMED,
    each: true,
    ahead: PARTS_AHEAD,
  });
  const under = new Map<string, string[]>();
  for (const { gram, entity } of found) addTo(under, gram, entity);
  const views = await entities(
    rows,
    found.map(({ entity }) => entity),
  );
  const taken = new Set<number>();
  const meant: EntityView[] = [];
  for (const [run, places] of [...runs].sort(([, a], [, b]) => b.length - a.length)) {
    const own = (under.get(wholeName(run)) ?? []).flatMap((id) => views.get(id) ?? []);
    if (own.length === 0 || places.some((at) => taken.has(at))) continue;
    for (const at of places) taken.add(at);
    meant.push(...ranked(own, run.split(' ')).map(({ view }) => view));
  }
  return [...new Set(meant)].slice(0, first);
}

/** Words that stand next to each other, as many as a name has, and where: of the same words the first. */
function runsOf(words: readonly string[]): Map<string, number[]> {
  const runs = new Map<string, number[]>();
  for (let length = Math.min(MOST_SOUGHT, words.length); length > 0; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const run = words.slice(at, at + length).join(' ');
      if (!runs.has(run))
        runs.set(
          run,
          Array.from({ length }, (_, more) => at + more),
        );
    }
  }
  return runs;
}

/** Best first: by how much of what was asked for the name is, then by the articles that name it. */
function ranked(views: readonly EntityView[], words: readonly string[]): { view: EntityView; rank: number }[] {
  return views
    .map((view) => ({ view, rank: rankOf(view, words) }))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        b.view.articleCount - a.view.articleCount ||
        compareText(a.view.name, b.view.name) ||
        compareText(a.view.id, b.view.id),
    );
}

function wordsOf(name: string): string[] {
  return foldedName(name).split(' ').filter(Boolean).slice(0, MOST_WORDS);
}

/** 0 for the name itself, 1 for one of its other names, 2 for a name with all the words, 3 for one with a slip. */
function rankOf({ name, names }: EntityView, words: readonly string[]): number {
  const asked = words.join(' ');
  if (foldedName(name) === asked) return 0;
  const folded = names.map(foldedName);
  if (folded.includes(asked)) return 1;
  return folded.some((one) => words.every((word) => one.split(' ').includes(word))) ? 2 : 3;
}
