import type { EventFilter } from '../../knowledge/questions.ts';
import type { Context } from '../context.ts';
import { draw, type GraphView } from './draw.ts';
import { layout, type Placed } from './layout.ts';

const MOST_NODES = 500;
const MOST_KEPT = 50;

/** Layouts that were worked out, by what was asked and how much the graph held then. */
export type Layouts = Map<string, Promise<Map<string, Placed>>>;

/**
 * Where the nodes of a filter's graph are drawn. It is worked out once for all time, so that a node stays where it is
 * while a reader moves through the days. `versions` is how much the graph holds now.
 */
export async function layoutOf(
  filter: EventFilter,
  view: GraphView,
  versions: number,
  context: Context,
): Promise<Map<string, Placed>> {
  const { layouts } = context;
  const timeless = { ...filter, days: null, asOf: null };
  const key = JSON.stringify([view, timeless, versions]);
  const known = layouts.get(key);
  if (known) return known;
  const made = draw(timeless, view, context).then(({ drawing }) => {
    const { nodes, edges } = drawing.cut(MOST_NODES);
    return layout(nodes, edges, () => context.watch.step());
  });
  layouts.set(key, made);
  made.catch(() => layouts.delete(key));
  const oldest = layouts.keys().next().value;
  if (layouts.size > MOST_KEPT && oldest !== undefined) layouts.delete(oldest);
  return made;
}
