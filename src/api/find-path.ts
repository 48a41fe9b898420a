import { ALL_EVENTS, ALL_STATEMENTS } from '../knowledge/everything.ts';
import type { Days, GraphReads } from '../knowledge/questions.ts';

/** How many of an entity's neighbours are looked at, how many entities in all, and how often a hop may turn out wrong. */
const WIDTH = 100;
const MOST_OPENED = 120;
const MOST_RETRIES = 12;

type Reads = Pick<GraphReads, 'neighbours' | 'relationships' | 'timeline' | 'statements'>;

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
): Promise<string[] | null> {
  if (from === to) return [from];
  const near = neighboursOf(store);
  const barred = new Set<string>();
  for (let tries = 0; tries <= MOST_RETRIES; tries++) {
    const path = await search(near, from, to, longest, barred);
    if (!path || !days) return path;
    const wrong = await firstWrong(store, path, days);
    if (wrong === null) return path;
    barred.add(hop(path[wrong]!, path[wrong + 1]!)).add(hop(path[wrong + 1]!, path[wrong]!));
  }
  return null;
}

type Near = (id: string) => Promise<readonly string[]>;

function neighboursOf(store: Reads): Near {
  const known = new Map<string, Promise<readonly string[]>>();
  const read = async (id: string) => {
    const [met, facts] = await Promise.all([store.neighbours(id, WIDTH), store.relationships(id, null, [], null)]);
    const ends = facts
      .slice(0, WIDTH)
      .flatMap(({ fromNode, toNode, negated }) => (negated || !toNode ? [] : [fromNode, toNode]));
    return [...new Set([...ends, ...met.map(({ entity }) => entity.id)])].filter((other) => other !== id);
  };
  return (id) => {
    const found = known.get(id) ?? read(id);
    known.set(id, found);
    return found;
  };
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
    for (const id of edges[side]) {
      if (opened++ >= MOST_OPENED || meeting !== null) break;
      for (const neighbour of await near(id)) {
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
