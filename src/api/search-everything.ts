import { ALL_EVENTS, ALL_STATEMENTS } from '../knowledge/everything.ts';
import type { Headline } from '../knowledge/questions.ts';
import type { EntityView, EventView, StatementView } from '../knowledge/views.ts';
import type { Context } from './context.ts';
import { kindsNamed } from './search-kinds.ts';
import { summaryOf } from './summary-of.ts';
import { Article } from './types/article.ts';
import { Entity } from './types/entity.ts';
import { Event } from './types/event.ts';
import type { SearchHit } from './types/search.ts';
import { Statement } from './types/statement.ts';

/** Of what is searched for no more is looked at. */
const MOST_CHARACTERS = 1000;
const MOST_MEANT = 3;
const MOST_HEADLINES = 100;

type Find = (text: string, first: number, context: Context, named: Names) => Promise<SearchHit[]>;

/** Whom a text names, each asked for once. */
interface Names {
  /** Those whose whole name stands in the text. */
  whole(): Promise<readonly EntityView[]>;
  /** Those, and then whose names are like it. */
  all(): Promise<readonly EntityView[]>;
}

/** The best of each of these kinds in turn. */
export async function searchEverything(
  search: string,
  kinds: readonly SearchHit['kind'][],
  most: number,
  context: Context,
): Promise<SearchHit[]> {
  const text = search.slice(0, MOST_CHARACTERS);
  const named = namesIn(text, Math.max(most, MOST_MEANT), context);
  const found = await Promise.all(kinds.map((kind) => SEARCHES[kind](text, most, context, named)));
  return Array.from({ length: most }, (_, at) => found.flatMap((hits) => hits[at] ?? []))
    .flat()
    .slice(0, most);
}

function namesIn(text: string, most: number, { store }: Context): Names {
  const whole = once(() => store.namedIn(text, most));
  const all = once(async () => {
    const lists = await Promise.all([whole(), store.find(text, null, most)]);
    return [...new Map(lists.flat().map((view) => [view.id, view])).values()].slice(0, most);
  });
  return { whole, all };
}

function once<Found>(ask: () => Promise<Found>): () => Promise<Found> {
  let asked: Promise<Found> | null = null;
  return () => (asked ??= ask());
}

/** How each kind is searched for; what is found first is the best. Nothing reads more than a few bounded lists. */
const SEARCHES: Readonly<Record<SearchHit['kind'], Find>> = {
  ENTITY: async (_, first, __, named) =>
    (await named.all()).slice(0, first).map((view) => ({
      kind: 'ENTITY',
      label: view.name,
      node: Entity.from(view),
    })),

  EVENT: async (text, first, context, named) => {
    const { store, kinds } = context;
    const words = wordsOf(text);
    const types = [...new Set(words.flatMap((word) => kindsNamed(kinds, word)))];
    const names = words.filter((word) => kindsNamed(kinds, word).length === 0).join(' ');
    const whole = (await named.whole()).slice(0, MOST_MEANT);
    const meant = whole.length > 0 || !names ? whole : await store.find(names, null, MOST_MEANT);
    if (meant.length === 0 && (types.length === 0 || names)) return [];
    const page = { first, after: null, descending: true };
    const asked = meant.length
      ? meant.flatMap(({ id, type }) => [{ of: [id] }, ...(type === 'Place' ? [{ place: id }] : [])])
      : [{}];
    const found = await Promise.all(asked.map((filter) => store.timeline({ ...ALL_EVENTS, types, ...filter }, page)));
    const views = new Map<string, { readonly view: EventView; hits: number }>();
    for (const { item: view } of found.flatMap(({ items }) => items)) {
      const known = views.get(view.id) ?? { view, hits: 0 };
      known.hits++;
      views.set(view.id, known);
    }
    // What all who are named have to do with comes before what one of them has.
    const best = [...views.values()].sort((a, b) => b.hits - a.hits).slice(0, first);
    return Promise.all(
      best.map(async ({ view }) => ({
        kind: 'EVENT' as const,
        label: await summaryOf(view, context),
        node: Event.from(view),
      })),
    );
  },

  STATEMENT: async (text, first, { store }, named) => {
    const page = { first, after: null, descending: true };
    const speakerAndOwn = async () => {
      const speaker = (await named.all()).slice(0, MOST_MEANT).find(({ type }) => type !== 'Place');
      return [speaker, speaker && (await store.statements({ ...ALL_STATEMENTS, by: speaker.id }, page))] as const;
    };
    const [spoken, [speaker, own]] = await Promise.all([store.spoken(text, first), speakerAndOwn()]);
    const isOwn = (view: StatementView) => view.speaker !== null && speaker?.signatures.includes(view.speaker);
    const rest = own?.items.map(({ item }) => item) ?? [];
    const all = [...spoken.filter(isOwn), ...spoken, ...rest];
    const views = new Map(all.map((view) => [view.id, view]));
    return [...views.values()]
      .slice(0, first)
      .map((view) => ({ kind: 'STATEMENT', label: view.words, node: Statement.from(view) }));
  },

  ARTICLE: async (text, first, { store, load }, named) => {
    const words = async () => {
      const meant = (await named.all()).slice(0, MOST_MEANT);
      const signatures = meant.flatMap((view) => view.signatures.slice(0, 20));
      return load.evidence(signatures, MOST_HEADLINES, null);
    };
    const [inHeadlines, evidence] = await Promise.all([store.headlines(text, MOST_HEADLINES), words()]);
    // What is told now is told by current versions.
    const naming = new Map(evidence.map(({ told }) => [told.article.id, told]));
    const known = [...[...naming.values()].map((told) => ({ told, words: 0 })), ...inHeadlines];
    const rankOf = ({ told, words }: Headline) => words * 2 + (naming.has(told.article.id) ? 1 : 0);
    return [...new Map(known.map((one) => [one.told.article.id, one])).values()]
      .sort((a, b) => rankOf(b) - rankOf(a) || (a.told.article.publishedAt < b.told.article.publishedAt ? 1 : -1))
      .slice(0, first)
      .map(({ told }) => ({
        kind: 'ARTICLE',
        label: told.article.title ?? told.article.text.slice(0, 80),
        node: Article.from(told),
      }));
  },
};

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]{1,64}/gu) ?? []).slice(0, 12);
}
