import { ALL_STATEMENTS } from '../../knowledge/everything.ts';
import type { EventFilter, StatementFilter } from '../../knowledge/questions.ts';
import type { Context } from '../context.ts';
import { readUpTo } from '../read-up-to.ts';
import { drawActors } from './draw-actors.ts';
import { drawFacts } from './draw-facts.ts';
import { Drawing } from './drawing.ts';

export type GraphView = 'FACTS' | 'ACTORS';

/** Events, and statements, that a drawn graph is made of at most. */
const MOST_EVENTS = 2000;
const MOST_STATEMENTS = 1000;

/** Gathers the graph of a filter: actors who meet, or events with who is in them. */
export async function draw(
  filter: EventFilter,
  view: GraphView,
  context: Context,
): Promise<{ drawing: Drawing; isComplete: boolean }> {
  const { store } = context;
  const drawing = new Drawing();
  const asked = view === 'FACTS' ? [] : statementsAsked(filter);
  const [events, ...said] = await Promise.all([
    readUpTo(MOST_EVENTS, (page) => store.timeline(filter, page)),
    ...asked.map((one) => readUpTo(MOST_STATEMENTS, (page) => store.statements(one, page))),
  ]);
  if (view === 'FACTS') {
    await drawFacts(drawing, events.items, context);
    return { drawing, isComplete: events.isComplete };
  }
  const statements = said.flatMap(({ items }) => items);
  await drawActors(drawing, events.items, statements, context);
  return { drawing, isComplete: [events, ...said].every((one) => one.isComplete) };
}

/** The statements that belong to a filter of events: none where it asks what only events have. */
function statementsAsked(filter: EventFilter): StatementFilter[] {
  const { of, place, types, modes, contexts, vouchedBy, minSources, days, asOf, source, minConfidence } = filter;
  if (of.length > 1 || place || types.length || modes.length || contexts.length || vouchedBy || minSources > 1)
    return [];
  const common = { ...ALL_STATEMENTS, days, asOf, source, minConfidence };
  const [one] = of;
  return one
    ? [
        { ...common, by: one },
        { ...common, about: one },
      ]
    : [common];
}
