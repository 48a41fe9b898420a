import { didYouMean } from './did-you-mean.ts';
import { duplicates } from './duplicates.ts';
import type { EventKind } from './records.ts';
import { sentenceFaults } from './sentences.ts';
import type { Sources } from './sources.ts';

const PARTS = ['actor', 'recipient', 'place', 'time'];

/** What the event kinds get wrong about each other, the entity kinds and the contexts: one line each. */
export function checkEvents({ events, entities, contexts }: Sources): string[] {
  const ids = events.map(({ data }) => data.id);
  const kinds = entities.map(({ data }) => data.id);
  const contextIds = contexts.data.map(({ id }) => id);
  return events.flatMap(({ path, data }) =>
    [
      ...(path.endsWith(`/${data.id.toLowerCase()}.yaml`)
        ? []
        : [`id: the file must be named ${data.id.toLowerCase()}.yaml`]),
      ...((data.quad === null) === (data.plover === null)
        ? []
        : ['plover: must be null where quad is null, and only there']),
      ...Object.entries(data.plover ?? {}).flatMap(([modality, code]) =>
        unknown(`plover.${modality}`, 'event kind', code, ids),
      ),
      ...Object.entries(data.roles).flatMap(([role, { kinds: given }]) =>
        given.flatMap((kind, index) => unknown(`roles.${role}.kinds[${index}]`, 'entity kind', kind, kinds)),
      ),
      ...duplicates(data.modes, ({ id }) => id).map((line) => `modes${line}`),
      ...duplicates(data.subs ?? [], ({ id }) => id).map((line) => `subs${line}`),
      ...triggerFaults(data, ids),
      ...exampleFaults(data, ids, contextIds),
      ...trapFaults(data, ids),
    ].map((line) => `${path}: ${line}`),
  );
}

function triggerFaults({ triggers, modes, subs }: EventKind, ids: readonly string[]): string[] {
  const modeIds = modes.map(({ id }) => id);
  const subIds = subs?.map(({ id }) => id);
  const found = triggers.flatMap(({ lemma, mode, sub, plover }, index) => [
    ...(lemma === lemma.trim().replace(/\s+/g, ' ')
      ? []
      : [`triggers[${index}].lemma: words must be separated by one space`]),
    ...(mode === undefined ? [] : unknown(`triggers[${index}].mode`, 'mode', mode, modeIds)),
    ...(plover === undefined ? [] : unknown(`triggers[${index}].plover`, 'event kind', plover, ids)),
    ...(sub === undefined ? [] : unknown(`triggers[${index}].sub`, 'sub', sub, subIds ?? [])),
    ...(subIds && sub === undefined ? [`triggers[${index}]: "${lemma}" must have a sub`] : []),
  ]);
  const key = ({ lemma, pos, mode, sub, plover, frame, undergoer }: EventKind['triggers'][number]) =>
    [lemma, pos, mode ?? sub, plover, frame, undergoer?.join('|')].filter(Boolean).join(' ');
  return [...found, ...duplicates(triggers, key).map((line) => `triggers${line}`)];
}

function exampleFaults(
  { examples, modes }: EventKind,
  ids: readonly string[],
  contextIds: readonly string[],
): string[] {
  const modeIds = modes.map(({ id }) => id);
  return examples.flatMap((example, index) => {
    const { text, plover, contexts = [] } = typeof example === 'string' ? { text: example } : { ...example };
    const { faults, spans } = sentenceFaults(text, { once: ['trigger'], any: PARTS });
    const details = spans.flatMap(({ role, detail }) => {
      if (detail === null) return [];
      return role === 'trigger' ? unknown('', 'mode', detail, modeIds) : [`{${role}:…} takes no detail`];
    });
    return [
      ...[...faults, ...details].map((line) => `examples[${index}]: ${line}`),
      ...(plover === undefined ? [] : unknown(`examples[${index}].plover`, 'event kind', plover, ids)),
      ...contexts.flatMap((id) => unknown(`examples[${index}].contexts`, 'context', id, contextIds)),
    ];
  });
}

function trapFaults(data: EventKind, ids: readonly string[]): string[] {
  return data.not.flatMap((trap, index) => {
    const { text, is } = typeof trap === 'string' ? { text: trap } : { ...trap };
    const { faults } = sentenceFaults(text, { once: ['trap'], any: PARTS });
    return [
      ...faults.map((line) => `not[${index}]: ${line}`),
      ...(is === undefined ? [] : unknown(`not[${index}].is`, 'event kind', is, ids)),
      ...(is === data.id ? [`not[${index}].is: is this kind itself`] : []),
    ];
  });
}

/** One line where a word is none of the known, else nothing. */
export function unknown(place: string, what: string, word: string, known: readonly string[]): string[] {
  const before = place === '' ? '' : `${place}: `;
  return known.includes(word) ? [] : [`${before}no ${what} "${word}"${didYouMean(word, known)}`];
}
