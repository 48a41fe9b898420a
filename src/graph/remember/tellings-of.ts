import type { Event, Extraction, Time } from '../../knowledge/extraction.ts';
import type { Telling, When } from '../../knowledge/views.ts';
import type { Deriving } from './derive.ts';

/** Every event of an article as the graph keeps its telling, by local id. */
export function tellingsOf({ extraction, ms, signatureOf, idOf }: Deriving): Map<string, Telling> {
  const { article, entities, events, statements } = extraction;
  const countries = new Map(entities.map(({ id, country }) => [id, country?.code ?? null]));
  const speakers = new Map(statements.map(({ id, speaker }) => [id, speaker]));
  return new Map(
    events.map((event) => [
      event.id,
      {
        appearance: idOf(event.id),
        signature: signatureOf(event.id),
        article: article.id,
        version: article.version,
        source: article.source,
        wire: article.id,
        ms,
        type: event.type,
        lemma: event.lemma,
        mode: event.mode,
        contexts: event.contexts,
        plover: event.plover,
        time: whenOf(extraction, event.time),
        stands: event.time ? null : standsAt(extraction, event),
        place: event.place && signatureOf(event.place),
        country: event.place ? (countries.get(event.place) ?? null) : null,
        participants: event.participants.map(({ entity, role, quantity }) => ({
          entity: signatureOf(entity),
          role,
          quantity,
        })),
        vouchers: event.vouchers.map(({ statement, modality }) => {
          const speaker = statement && speakers.get(statement);
          return { statement: statement && idOf(statement), speaker: speaker ? signatureOf(speaker) : null, modality };
        }),
        speechAct: event.speechAct && idOf(event.speechAct),
        confidence: event.confidence,
      },
    ]),
  );
}

/** A time of the article as the graph keeps it. */
export function whenOf({ times }: Extraction, id: string | null): When | null {
  const time = times.find((known) => known.id === id);
  return time ? { edtf: time.edtf, earliest: time.earliest, latest: time.latest, basis: time.basis } : null;
}

/** The day beside which an undated event stands: that of a dated event it is linked to in the same article. */
function standsAt({ links, events, times }: Extraction, { id }: Event): string | null {
  const dayOf = (other: string): string | null => {
    const event = events.find((known) => known.id === other);
    const time: Time | undefined = times.find((known) => known.id === event?.time);
    return time?.earliest ?? null;
  };
  const days = links
    .filter(({ negated }) => !negated)
    .flatMap(({ from, to }) => (from === id ? (dayOf(to) ?? []) : to === id ? (dayOf(from) ?? []) : []));
  return days.sort()[0] ?? null;
}
