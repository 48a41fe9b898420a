import { Arg, Ctx, Int, Query, Resolver, registerEnumType } from 'type-graphql';
import { EntityRef } from '../args/entity-ref.ts';
import { EventFilterArgs, eventFilterOf } from '../args/event-filter.ts';
import { lengthOf } from '../args/page-args.ts';
import type { Context } from '../context.ts';
import { draw } from '../graph/draw.ts';
import { drawAround } from '../graph/draw-around.ts';
import { graphOf } from '../graph/graph-of.ts';
import { layout } from '../graph/layout.ts';
import { layoutOf } from '../graph/layouts.ts';
import { resolveRef } from '../resolve-ref.ts';
import { Graph } from '../types/graph.ts';

const DEEPEST = 3;
const MOST = 500;
const NOTHING: Graph = { nodes: [], edges: [], isComplete: true };

const View = { FACTS: 'FACTS', ACTORS: 'ACTORS' } as const;
registerEnumType(View, {
  name: 'GraphView',
  description: 'What a drawn graph is made of.',
  valuesConfig: {
    FACTS: { description: 'Events, those who take part in them, and places.' },
    ACTORS: { description: 'Actors; edges weigh the events that two share and what they say of each other.' },
  },
});

/** What does it look like? */
@Resolver()
export class GraphResolver {
  @Query(() => Graph, {
    complexity: ({ args, childComplexity }) => 300 + Math.ceil((args.limit * (1 + childComplexity)) / 2),
    description: 'A graph to draw, of what a filter asks for: of its first 2,000 events and 1,000 statements.',
  })
  async graph(
    @Arg('filter', () => EventFilterArgs, { description: 'Which events, and so which actors.' })
    filter: EventFilterArgs,
    @Arg('view', () => View, { defaultValue: 'ACTORS', description: 'What it is made of.' }) view: 'FACTS' | 'ACTORS',
    @Arg('limit', () => Int, { defaultValue: 200, description: `At most so many nodes, 1 to ${MOST}.` }) limit: number,
    @Ctx() context: Context,
  ): Promise<Graph> {
    const most = lengthOf(limit, MOST, 'limit');
    const [asked, { versions }] = await Promise.all([eventFilterOf(filter, context), context.store.health()]);
    if (!asked) return NOTHING;
    const [{ drawing, isComplete }, places] = await Promise.all([
      draw(asked, view, context),
      layoutOf(asked, view, versions, context),
    ]);
    await context.watch.step();
    return graphOf(drawing, places, most, isComplete);
  }

  @Query(() => Graph, {
    complexity: ({ args, childComplexity }) => 50 * args.depth + Math.ceil((args.limit * (1 + childComplexity)) / 2),
    description: 'A graph to draw: whom an entity meets, whom those meet, and lasting facts, of all time.',
  })
  async neighbourhood(
    @Arg('of', () => EntityRef, { description: 'Whose.' }) of: EntityRef,
    @Arg('depth', () => Int, { defaultValue: 1, description: `Steps from it, 1 to ${DEEPEST}.` }) depth: number,
    @Arg('limit', () => Int, { defaultValue: 50, description: `At most so many nodes, 1 to ${MOST}.` }) limit: number,
    @Ctx() context: Context,
  ): Promise<Graph> {
    const [steps, most] = [lengthOf(depth, DEEPEST, 'depth'), lengthOf(limit, MOST, 'limit')];
    const node = await resolveRef(of, 'of', context);
    if (node === null) return NOTHING;
    const { drawing, isComplete } = await drawAround(node, steps, most, context);
    const { nodes, edges } = drawing.cut(most);
    const places = await layout(nodes, edges, () => context.watch.step());
    return graphOf(drawing, places, most, isComplete);
  }
}
