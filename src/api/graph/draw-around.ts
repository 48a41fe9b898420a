import type { Neighbour } from '../../knowledge/questions.ts';
import type { Context } from '../context.ts';
import { Drawing } from './drawing.ts';

const TIMELESS = { start: null, end: null };
const MOST_OPENED = 60;

/** Draws whom an entity meets, whom those meet, and lasting facts between them: the heaviest of each step. */
export async function drawAround(
  of: string,
  depth: number,
  limit: number,
  { store, load, kinds, watch }: Context,
): Promise<{ drawing: Drawing; isComplete: boolean }> {
  const drawing = new Drawing();
  const centre = await load.entities.load(of);
  if (!centre) return { drawing, isComplete: true };
  drawing.addEntity(centre, TIMELESS);
  const lasting = store.relationships(of, null, [], null);
  lasting.catch(() => undefined);
  let edge = [of];
  let [opened, isComplete] = [0, true];
  for (let step = 0; step < depth; step++) {
    const next: string[] = [];
    const opening = edge.slice(0, MOST_OPENED - opened);
    isComplete &&= opening.length === edge.length;
    opened += opening.length;
    const met = await store.neighboursOf(opening, limit);
    for (const id of opening) {
      await watch.step();
      const found = met.get(id) ?? [];
      isComplete &&= found.length < limit;
      for (const neighbour of found) {
        const isNew = !drawing.nodes.has(neighbour.entity.id);
        if (isNew && drawing.nodes.size >= limit) {
          isComplete = false;
          continue;
        }
        drawing.addEntity(neighbour.entity, TIMELESS);
        if (isNew) next.push(neighbour.entity.id);
        tieOf(drawing, id, neighbour, kinds);
      }
    }
    edge = next;
  }
  for (const { type, fromNode, toNode, negated } of await lasting) {
    const [from, to] = [drawing.nodes.get(fromNode), toNode === null ? undefined : drawing.nodes.get(toNode)];
    if (from && to && from !== to && !negated) drawing.tie(fromNode, toNode!, type, true, TIMELESS);
  }
  return { drawing, isComplete };
}

function tieOf(
  drawing: Drawing,
  id: string,
  { entity, weight, types, stances }: Neighbour,
  kinds: Context['kinds'],
): void {
  const known = drawing.edges.get(`MEETS ${[id, entity.id].sort((a, b) => (a < b ? -1 : 1)).join(' ')}`);
  // Met from the other end already.
  if (known) return;
  const edge = drawing.tie(id, entity.id, 'MEETS', false, TIMELESS);
  for (const node of [drawing.nodes.get(id), drawing.nodes.get(entity.id)]) if (node) node.weight += weight - 1;
  edge.weight = weight;
  for (const [type, n] of Object.entries(types)) {
    const quad = kinds.events.get(type)?.quad ?? 'NONE';
    edge.quads.set(quad, (edge.quads.get(quad) ?? 0) + n);
  }
  for (const [stance, n] of Object.entries(stances)) {
    const key = stance.replace('of:', '').toUpperCase();
    edge.stances.set(key, (edge.stances.get(key) ?? 0) + n);
  }
}
