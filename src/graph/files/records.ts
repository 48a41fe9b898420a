import { articlesOf } from '../../knowledge/decision.ts';
import type { GraphRecord } from '../../knowledge/records.ts';
import type { RowReads, RowWrites, Tables } from '../../knowledge/rows.ts';
import type { EntityView, EventView, RelationView, StatementView } from '../../knowledge/views.ts';
import { nodesOfSignatures } from '../ask/retold.ts';
import { pieces } from '../check/pieces.ts';
import { storedVersions } from './stored-versions.ts';

/** Every record of a graph, decisions first, each kind sorted by id: the same for the same graph, apart from the times of ingest. */
export async function* recordsOf(rows: RowReads): AsyncGenerator<GraphRecord> {
  let last = '';
  for await (const piece of pieces(rows, 'decision')) {
    for (const { id, undoneBy, json } of piece) {
      if (id !== last) yield { record: 'decision', undoneBy, decision: JSON.parse(json) };
      last = id;
    }
  }
  for await (const { ingestedAt, json } of storedVersions(rows)) {
    yield { record: 'version', ingestedAt, extraction: JSON.parse(json) };
  }
  for await (const piece of pieces(rows, 'entity')) {
    for (const { json } of piece) {
      const { signatures: _, ...entity } = JSON.parse(json) as EntityView;
      yield { record: 'entity', entity };
    }
  }
  for await (const piece of pieces(rows, 'event')) yield* eventRecords(rows, piece);
  for await (const piece of pieces(rows, 'statement')) yield* statementRecords(rows, piece);
  for await (const piece of pieces(rows, 'relation')) yield* relationRecords(rows, piece);
}

async function* eventRecords(rows: RowReads, piece: readonly Tables['event'][]): AsyncGenerator<GraphRecord> {
  const views = piece.map(({ json }) => JSON.parse(json) as EventView);
  const node = await nodeNames(
    rows,
    views.flatMap(({ place, participants }) => [place, ...participants.map(({ entity }) => entity)]),
  );
  for (const { signatures: _, ...view } of views) {
    const participants = view.participants.map((one) => ({ ...one, entity: node(one.entity) }));
    yield { record: 'event', event: { ...view, place: view.place && node(view.place), participants } };
  }
}

async function* statementRecords(rows: RowReads, piece: readonly Tables['statement'][]): AsyncGenerator<GraphRecord> {
  const views = piece.map(({ json }) => JSON.parse(json) as StatementView);
  const node = await nodeNames(
    rows,
    views.flatMap(({ speaker, about, audience, events }) => [
      speaker,
      ...audience,
      ...about.map(({ target }) => target),
      ...events.map(({ event }) => event),
    ]),
  );
  for (const view of views) {
    const statement = {
      ...view,
      speaker: view.speaker && node(view.speaker),
      audience: view.audience.map(node),
      about: view.about.map((one) => ({ ...one, target: node(one.target) })),
      events: view.events.map((one) => ({ ...one, event: node(one.event) })),
    };
    yield { record: 'statement', statement };
  }
}

async function* relationRecords(rows: RowReads, piece: readonly Tables['relation'][]): AsyncGenerator<GraphRecord> {
  const views = piece.map(({ json }) => JSON.parse(json) as RelationView);
  const node = await nodeNames(
    rows,
    views.flatMap(({ from, to }) => [from, to]),
  );
  for (const { id: _, ...view } of views) {
    yield { record: 'relation', relation: { ...view, from: node(view.from), to: view.to && node(view.to) } };
  }
}

async function nodeNames(
  rows: RowReads,
  signatures: readonly (string | null)[],
): Promise<(signature: string) => string> {
  const nodes = await nodesOfSignatures(
    rows,
    signatures.filter((one) => one !== null),
  );
  return (signature) => nodes.get(signature) ?? signature;
}

/** Puts decisions back into an empty log, as they were; articles that come after them follow them. */
export async function restoreDecisions(
  rows: RowWrites,
  records: readonly Extract<GraphRecord, { record: 'decision' }>[],
): Promise<void> {
  for (const { decision, undoneBy } of records) {
    const { act, id, at } = decision;
    const json = JSON.stringify(decision);
    const articles = act.kind === 'undo' ? [''] : articlesOf(act);
    await rows.put(
      'decision',
      articles.map((article) => ({ id, article, at, undoneBy, json })),
    );
    if (act.kind === 'retract' && undoneBy === null) await rows.put('gone', [{ article: act.article, decision: id }]);
  }
}
