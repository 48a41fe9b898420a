import { readdirSync, readFileSync } from 'node:fs';
import { actorOf, placeOf } from '../../scripts/generate/names.ts';
import type { Api } from './an-api.ts';

const BOOK = new URL('../../schema/queries/', import.meta.url);

/** The names of all questions of the book. */
export const QUESTIONS = readdirSync(BOOK)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => file.replace('.graphql', ''));

export function queryOf(name: string): string {
  return readFileSync(new URL(`${name}.graphql`, BOOK), 'utf8');
}

/** Variables of the questions that need any, on the demo articles. */
export async function variablesOn(
  api: Api,
  asking = '{ timeline(types: ["ASSAULT"], minSources: 2, first: 1) { edges { node { id } } } articles(first: 1) { edges { node { id } } } }',
): Promise<Record<string, object>> {
  const { data } = await api.ask(asking);
  return {
    'accounts-of-an-event': { event: data.timeline.edges[0].node.id },
    'what-an-article-says': { id: data.articles.edges[0].node.id },
  };
}

/** Variables of the questions on made-up articles (`scripts/generate`): whom and what most of them are about. */
export async function variablesOnMadeUp(api: Api): Promise<Record<string, object>> {
  const [one, other, far, place] = [actorOf(1), actorOf(2), actorOf(60), placeOf(0)];
  const days = { from: '2021-01-01', to: '2021-12-31' };
  return {
    ...(await variablesOn(
      api,
      '{ timeline(minSources: 2, first: 1) { edges { node { id } } } articles(first: 1) { edges { node { id } } } }',
    )),
    actors: days,
    'as-one-outlet-tells-it': { source: 'Outlet 3' },
    'as-someone-tells-it': { speaker: one },
    'change-of-mind': { by: one, about: other },
    'conflict-over-time': days,
    facts: { place },
    'how-related': { one, other: far },
    offices: { who: one },
    'said-about': { about: one },
    'said-by': { by: one },
    'said-by-about': { by: one, about: other },
    'said-to': { to: one },
    search: { text: `protests ${place}` },
    'timeline-of-a-place': { place, ...days },
    'timeline-of-someone': { who: one },
    'what-led-to-what': { place },
    'what-was-known': { place, asOf: '2021-01-15' },
    'who-is': { name: other },
    'who-speaks-well': { about: one },
    'whom-they-meet': { who: one },
    'words-said': { words: 'winter harbour' },
  };
}

/**
 * For each question how often it may ask the store, how many ways to a Neo4j and back it may take (never more than three), and
 * what its answer must hold, as a reader of the articles knows.
 */
export const ANSWERS: Readonly<Record<string, readonly [calls: number, ways: number, ...parts: object[]]>> = {
  'accounts-of-an-event': [8, 3, { source: /./, evidence: [{ exact: /./ }] }],
  actors: [8, 3, { label: 'Anselm Torvay', type: 'Person' }, { label: 'Livia Castane', type: 'Person' }],
  'as-one-outlet-tells-it': [3, 2, { article: { source: 'Lantern' } }],
  'as-someone-tells-it': [4, 3, { standing: 'CLAIMED' }],
  'change-of-mind': [5, 3, { stance: 'CRITICAL' }],
  'conflict-over-time': [1, 1, { start: '2024-02-12', parts: [{ key: 'PROTEST' }, { key: 'ASSAULT' }] }],
  facts: [5, 3, { label: 'Karsholm', kind: 'ENTITY' }, { kind: 'LOCATED_IN' }],
  'how-much': [2, 1, { articles: 14, versions: 15 }],
  'how-related': [
    11,
    3,
    { label: 'president', from: { name: 'Anselm Torvay' }, to: { name: 'Velundia' } },
    { length: 1 },
  ],
  'newest-articles': [1, 1, { source: 'HALYARD', publishedAt: '2024-03-04' }],
  offices: [6, 2, { label: 'president', to: { name: 'Velundia' } }],
  'said-about': [6, 3, { speaker: { name: 'Nadia Sarrou' }, cue: { lemma: 'condemn', class: 'blame' } }],
  'said-by': [6, 3, { cue: { lemma: 'blame', class: 'blame' }, saidAt: { edtf: '2024-02-22' } }],
  'said-by-about': [
    5,
    3,
    { cue: { lemma: 'praise', class: 'praise' }, about: [{ stance: 'SUPPORTIVE', target: { name: 'Anselm Torvay' } }] },
  ],
  'said-to': [4, 3, { words: /fire was laid from outside/ }],
  search: [9, 3, { kind: 'ENTITY', label: 'Karsholm' }, { kind: 'EVENT', label: /^Protest .*Karsholm/ }],
  'timeline-of-a-place': [
    4,
    3,
    { mode: 'obstruct', time: { edtf: '2024-02-12' }, place: { name: 'Karsholm' } },
    { type: { label: 'Assault' }, mode: 'firearms', time: { edtf: '2024-02-14' } },
  ],
  'timeline-of-someone': [
    4,
    3,
    { type: { label: 'Coerce' }, time: { edtf: '2024-02-16' } },
    { type: { label: 'Retreat' }, mode: 'resign', time: { edtf: '2024-02-28' } },
  ],
  'told-by-several': [3, 2, { type: { label: 'Protest' }, mode: 'obstruct', sourceCount: 2 }],
  vocabulary: [0, 0, { id: 'PROTEST', quad: 'MATERIAL_CONFLICT' }, { id: 'blame' }],
  'what-an-article-says': [9, 3, { title: /./, statements: [{ words: /./ }] }],
  'what-is-only-claimed': [3, 2, { standing: 'CLAIMED' }],
  'what-is-planned': [3, 2, { standing: 'PLANNED' }],
  'what-led-to-what': [4, 3, { summary: /^Protest .*Karsholm/ }],
  'what-was-known': [4, 3, { mode: 'obstruct', place: { name: 'Karsholm' } }],
  'who-blames': [
    5,
    2,
    {
      speaker: { name: 'Idris Falkenau' },
      about: [{ stance: 'CRITICAL', target: { name: /Dock and Transport Workers/ } }],
    },
  ],
  'who-denies': [3, 2, { speaker: { name: 'Tomas Ekwall' }, words: 'organizing it' }],
  'who-is': [1, 2, { name: 'Livia Castane', type: 'PERSON' }],
  'who-speaks-well': [6, 3, { speaker: { name: 'Karim Osterlund' }, cue: { class: 'praise' } }],
  'who-was-arrested': [3, 2, { participants: [{ role: 'RECIPIENT', entity: { name: 'Livia Castane' } }] }],
  'whom-they-meet': [5, 3, { label: 'Livia Castane' }, { kind: 'MEETS' }],
  'words-said': [3, 2, { speaker: { name: 'Anselm Torvay' }, words: /will restore order/ }],
};
