import type { EventView } from '../../knowledge/views.ts';
import type { Context } from '../context.ts';
import { summaryOf } from '../summary-of.ts';
import { DRAWN_A_STEP, type Drawing, stretchOfEvent } from './drawing.ts';

/** Draws events with who takes part in them and where they were. */
export async function drawFacts(drawing: Drawing, events: readonly EventView[], context: Context): Promise<void> {
  const { load } = context;
  // Asked for together, so that it is one question to the store and not one for each event.
  const named = events.flatMap(({ participants, place }) => [
    ...participants.map(({ entity }) => entity),
    ...(place === null ? [] : [place]),
  ]);
  await load.entitiesOfSignatures.loadMany([...new Set(named)]);
  for (const [at, event] of events.entries()) {
    if (at % DRAWN_A_STEP === 0) await context.watch.step();
    const stretch = stretchOfEvent(event);
    drawing.addEvent(event, await summaryOf(event, context), stretch);
    for (const { entity, roles } of event.participants) {
      const view = await load.entitiesOfSignatures.load(entity);
      if (!view) continue;
      drawing.addEntity(view, stretch);
      for (const role of roles) drawing.tie(view.id, event.id, role.toUpperCase(), true, stretch);
    }
    const place = event.place === null ? null : await load.entitiesOfSignatures.load(event.place);
    if (!place) continue;
    drawing.addEntity(place, stretch);
    drawing.tie(event.id, place.id, 'LOCATED_IN', true, stretch);
  }
}
