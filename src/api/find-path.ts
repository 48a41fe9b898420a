import { ALL_EVENTS, ALL_STATEMENTS } from '../knowledge/everything.ts';
import type { Days, GraphReads, Neighbour } from '../knowledge/questions.ts';

/** How many of an entity's neighbours are looked at, how many entities in all, and how often a hop may turn out wrong. */
const WIDTH = 100;
const MOST_OPENED = 120;
const MOST_RETRIES = 12;

/** How many are opened at once; where one of them meets the other side, the rest were for nothing. */
const AT_ONCE = 8;

type Reads = Pick<GraphReads, 'neighboursOf' | 'relationshipsOf' | 'timeline' | 'statements'>;
type Counts = Pick<Neighbour, 'weight' | 'types' | 'stances'>;

/** A chain of entities, and what was counted between each and the next; null where that is not known. */
export interface FoundPath {
  readonly ids: readonly string[];
  readonly counts: readonly (Counts | null)[];
}

/**
 * A shortest chain of entities in which each meets the next in events, statements or lasting facts: a search from both
 * ends over bounded reads. With `days`, each two must meet in that time. Null where none of at most `longest` hops is
 * found.
 */
export async function findPath(
  store: Reads,
  from: string,
  to: string,
  longest: number,
  days: Days | null,
): Promise<FoundPath | null> {
  if (from === to) return { ids: [from], counts: [] };
  const near = new Near(store);
  const barred = new Set<string>();
  await near.open([from, to]);
  for (let tries = 0; tries <= MOST_RETRIES; tries++) {
    const path = await search(near, from, to, longest, barred);
    const wrong = path && days ? await firstWrong(store, path, days) : null;
    if (!path || wrong === null) {
      return path && { ids: path, counts: path.slice(1).map((id, at) => near.counts(path[at]!, id)) };
    }
    barred.add(hop(path[wrong]!, path[wrong + 1]!)).add(hop(path[wrong + 1]!, path[wrong]!));
  }
  return null;
}

/** Whom entities meet, as far as it was read. */
class Near {
  private readonly met = new Map<string, ReadonlyMap<string, Counts>>();
  private readonly others = new Map<string, readonly string[]>();

  constructor(private readonly store: Reads) {}

  /** Reads whom these meet, at once. */
  async open(ids: readonly string[]): Promise<void> {
    const fresh = ids.filter((id) => !this.others.has(id));
    if (fresh.length === 0) return;
    const [met, facts] = await Promise.all([
      this.store.neighboursOf(fresh, WIDTH),
      this.store.relationshipsOf(fresh, [], null),
    ]);
    for (const id of fresh) {
      const ends = (facts.get(id) ?? [])
        .slice(0, WIDTH)
        .flatMap(({ fromNode, toNode, negated }) => (negated || !toNode ? [] : [fromNode, toNode]));
      const own = new Map((met.get(id) ?? []).map((neighbour) => [neighbour.entity.id, neighbour]));
      this.met.set(id, own);
      this.others.set(
        id,
        [...new Set([...ends, ...own.keys()])].filter((other) => other !== id),
      );
    }
  }

  of(id: string): readonly string[] {
    return this.others.get(id) ?? [];
  }

  /** What was counted between two, told from the one. */
  counts(one: string, other: string): Counts | null {
    const back = this.met.get(other)?.get(one);
    return this.met.get(one)?.get(other) ?? (back ? { ...back, stances: turned(back.stances) } : null);
  }
}

/** What the one says of the other is, told from the other, what is said of it: `of:` stands before it. */
function turned(stances: Counts['stances']): Counts['stances'] {
  return Object.fromEntries(
    Object.entries(stances).map(([key, n]) => [key.startsWith('of:') ? key.slice(3) : `of:${key}`, n]),
  );
}

async function search(
  near: Near,
  from: string,
  to: string,
  longest: number,
  barred: ReadonlySet<string>,
): Promise<string[] | null> {
  const sides = [new Map<string, string | null>([[from, null]]), new Map<string, string | null>([[to, null]])] as const;
  const edges: [string[], string[]] = [[from], [to]];
  for (let hops = 0, opened = 0; hops < longest && opened < MOST_OPENED; hops++) {
    const side = edges[0].length <= edges[1].length ? 0 : 1;
    const [own, other] = [sides[side], sides[1 - side]!];
    const next: string[] = [];
    let meeting: string | null = null;
    for (const [at, id] of edges[side].entries()) {
      if (opened++ >= MOST_OPENED || meeting !== null) break;
      if (at % AT_ONCE === 0) await near.open(edges[side].slice(at, at + AT_ONCE));
      for (const neighbour of near.of(id)) {
        if (own.has(neighbour) || barred.has(hop(id, neighbour))) continue;
        own.set(neighbour, id);
        next.push(neighbour);
        if (!other.has(neighbour)) continue;
        meeting = neighbour;
        break;
      }
    }
    if (meeting !== null) return [...chain(sides[0], meeting).reverse(), ...chain(sides[1], meeting).slice(1)];
    if (next.length === 0) return null;
    edges[side] = next;
  }
  return null;
}

/** From a node back to where its side began. */
function chain(side: ReadonlyMap<string, string | null>, start: string): string[] {
  const path: string[] = [];
  for (let at: string | null = start; at !== null; at = side.get(at) ?? null) path.push(at);
  return path;
}

/** The first hop of a path at which the two did not meet in these days. */
async function firstWrong(store: Reads, path: readonly string[], days: Days): Promise<number | null> {
  const one = { first: 1, after: null, descending: false };
  for (let at = 0; at + 1 < path.length; at++) {
    const [a, b] = [path[at]!, path[at + 1]!];
    const found = await Promise.all([
      store.timeline({ ...ALL_EVENTS, of: [a, b], days }, one),
      store.statements({ ...ALL_STATEMENTS, by: a, about: b, days }, one),
      store.statements({ ...ALL_STATEMENTS, by: b, about: a, days }, one),
    ]);
    if (found.every(({ items }) => items.length === 0)) return at;
  }
  return null;
}

function hop(a: string, b: string): string {
  return JSON.stringify([a, b]);
}
