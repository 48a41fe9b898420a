import type { EventView, StatementView } from '../../knowledge/views.ts';
import type { Context } from '../context.ts';
import { count, DRAWN_A_STEP, type Drawing, stretchOfEvent } from './drawing.ts';

/** A crowd of names is no tie between any two of them: the graph's own counts stop at as many. */
const MOST_PAIRED = 12;

/** Draws who meets whom in these events, and who speaks about whom in these statements. */
export async function drawActors(
  drawing: Drawing,
  events: readonly EventView[],
  statements: readonly StatementView[],
  context: Context,
): Promise<void> {
  const named = statements.flatMap(({ speaker, about }) => [
    ...(speaker ? [speaker] : []),
    ...about.map(({ target }) => target),
  ]);
  // Asked for together, so that it is one question to the store and not one for each event.
  await context.load.entitiesOfSignatures.loadMany([...new Set([...events.flatMap(paired), ...named])]);
  await drawMeetings(drawing, events, context);
  await drawSpeech(drawing, statements, context);
}

async function drawMeetings(
  drawing: Drawing,
  events: readonly EventView[],
  { load, kinds, watch }: Context,
): Promise<void> {
  for (const [at, event] of events.entries()) {
    if (at % DRAWN_A_STEP === 0) await watch.step();
    const found = await Promise.all(paired(event).map((entity) => load.entitiesOfSignatures.load(entity)));
    const entities = [...new Map(found.flatMap((view) => (view ? [[view.id, view] as const] : []))).values()];
    const stretch = stretchOfEvent(event);
    for (const view of entities) drawing.addEntity(view, stretch);
    entities.forEach((a, at) => {
      for (const b of entities.slice(at + 1)) {
        const edge = drawing.tie(a.id, b.id, 'MEETS', false, stretch);
        count(edge.quads, kinds.events.get(event.type)?.quad ?? 'NONE');
      }
    });
  }
}

async function drawSpeech(
  drawing: Drawing,
  statements: readonly StatementView[],
  { load, watch }: Context,
): Promise<void> {
  for (const [at, { speaker, about, saidAt }] of statements.entries()) {
    if (at % DRAWN_A_STEP === 0) await watch.step();
    const own = speaker === null ? null : await load.entitiesOfSignatures.load(speaker);
    if (!own) continue;
    const stretch = { start: saidAt?.earliest ?? null, end: saidAt?.latest ?? saidAt?.earliest ?? null };
    for (const { target, stance } of about) {
      const other = await load.entitiesOfSignatures.load(target);
      if (!other || other.id === own.id) continue;
      drawing.addEntity(own, stretch);
      drawing.addEntity(other, stretch);
      count(drawing.tie(own.id, other.id, 'MEETS', false, stretch).stances, stance.toUpperCase());
    }
  }
}

function paired({ participants }: EventView): string[] {
  return participants.slice(0, MOST_PAIRED).map(({ entity }) => entity);
}
