import type { EntityView, EventView } from '../../knowledge/views.ts';
import { countsOf } from '../types/count.ts';
import { Entity } from '../types/entity.ts';
import { Event } from '../types/event.ts';
import type { Graph } from '../types/graph.ts';
import type { Drawing } from './drawing.ts';
import { type Placed, start } from './layout.ts';

/** A drawing as it is told: its heaviest nodes, each in its place. */
export function graphOf(
  drawing: Drawing,
  places: ReadonlyMap<string, Placed>,
  most: number,
  isComplete: boolean,
): Graph {
  const { nodes, edges } = drawing.cut(most);
  return {
    nodes: nodes.map(({ view, ...node }) => ({
      ...node,
      ...(places.get(node.id) ?? { ...start(node.id), community: 0 }),
      node: node.kind === 'ENTITY' ? Entity.from(view as EntityView) : Event.from(view as EventView),
    })),
    edges: edges.map((edge) => ({ ...edge, quads: countsOf(edge.quads), stances: countsOf(edge.stances) })),
    isComplete: isComplete && nodes.length === drawing.nodes.size,
  };
}
