import { unknown } from './check-events.ts';
import { duplicates } from './duplicates.ts';
import { type Marks, sentenceFaults } from './sentences.ts';
import type { Sources } from './sources.ts';

/** What entity kinds, contexts, relations, links and ways of saying get wrong about each other: one line each. */
export function checkKinds(sources: Sources): string[] {
  return [...checkEntities(sources), ...checkRelations(sources), ...checkOthers(sources)];
}

function checkEntities({ entities }: Sources): string[] {
  const names = entities.flatMap(({ data }) => data.names.map((name) => ({ name, id: data.id })));
  return entities.flatMap(({ path, data }) =>
    [
      ...(path.endsWith(`/${data.id.toLowerCase()}.yaml`)
        ? []
        : [`id: the file must be named ${data.id.toLowerCase()}.yaml`]),
      ...data.names
        .filter((name) => names.some((other) => other.name === name && other.id < data.id))
        .map((name) => `names: "${name}" belongs to another kind already`),
      ...sentences('examples', data.examples, { once: ['entity'] }),
      ...sentences('not', data.not, { once: ['trap'] }),
    ].map((line) => `${path}: ${line}`),
  );
}

function checkRelations({ relations: { path, data }, entities }: Sources): string[] {
  const kinds = entities.map((entity) => entity.data.id);
  const found = data.flatMap((relation, index) => [
    ...relation.from.flatMap((kind) => unknown(`[${index}].from`, 'entity kind', kind, kinds)),
    ...relation.to.flatMap((kind) => unknown(`[${index}].to`, 'entity kind', kind, kinds)),
    ...(relation.to.length === 0 && !relation.toNone ? [`[${index}].to: must not be empty unless toNone is true`] : []),
    ...sentences(`[${index}].examples`, relation.examples, {
      once: relation.toNone ? ['from'] : ['from', 'to'],
      any: [...(relation.toNone ? ['to'] : []), ...(relation.labelled ? ['label'] : [])],
    }),
  ]);
  return [...duplicates(data, ({ id }) => id), ...found].map((line) => `${path}: ${line}`);
}

function checkOthers({ contexts, links, say, events }: Sources): string[] {
  const ids = events.map(({ data }) => data.id);
  const said = say.data.flatMap(({ speechAct, examples }, index) => [
    ...(speechAct === null ? [] : unknown(`[${index}].speechAct`, 'event kind', speechAct, ids)),
    ...sentences(`[${index}].examples`, examples, { once: ['speaker', 'cue'], any: ['content', 'target'] }),
  ]);
  const linked = links.data.flatMap(({ examples }, index) =>
    sentences(`[${index}].examples`, examples, { once: ['from', 'to'], any: ['cue'] }),
  );
  return [
    ...duplicates(contexts.data, ({ id }) => id).map((line) => `${contexts.path}: ${line}`),
    ...[...duplicates(links.data, ({ id }) => id), ...linked].map((line) => `${links.path}: ${line}`),
    ...[...duplicates(say.data, ({ id }) => id), ...said].map((line) => `${say.path}: ${line}`),
  ];
}

function sentences(place: string, list: readonly string[], marks: Marks): string[] {
  return list.flatMap((sentence, index) =>
    sentenceFaults(sentence, marks).faults.map((line) => `${place}[${index}]: ${line}`),
  );
}
