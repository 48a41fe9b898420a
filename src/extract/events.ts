import type { EventLayer, EventParticipant } from '../document/layers.ts';
import type { Event } from '../knowledge/extraction.ts';
import { entityId } from './entities.ts';
import { statementId } from './statements.ts';
import { timeId } from './times.ts';

/** The events of the contract: v1, v2, … by position of their first trigger. */
export function events({ events: found }: EventLayer): Event[] {
  return found.map((one, at) => ({
    id: eventId(at),
    type: one.type,
    lemma: one.lemma,
    mode: one.mode,
    contexts: one.contexts,
    plover: one.plover,
    trigger: one.trigger,
    mentions: one.mentions,
    start: one.start,
    end: one.end,
    time: one.time === null ? null : timeId(one.time),
    timeBasis: one.timeBasis,
    place: one.place === null ? null : entityId(one.place),
    placeSpan: one.placeSpan,
    placeBasis: one.placeBasis,
    participants: one.participants.map(participant),
    modality: one.modality,
    vouchers: one.vouchers.map(({ statement, modality }) => ({
      statement: statement === null ? null : statementId(statement),
      modality,
    })),
    speechAct: one.speechAct === null ? null : statementId(one.speechAct),
    rule: one.rule,
    confidence: one.confidence,
  }));
}

/** The id of an event by its index in the layer: v1, v2, … */
export function eventId(index: number): string {
  return `v${index + 1}`;
}

function participant({ entity, role, quantity, start, end }: EventParticipant): Event['participants'][number] {
  return { entity: entityId(entity), role, quantity, start, end };
}
