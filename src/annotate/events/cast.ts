import type { ArticleEntity, EntityMention, NounPhrase } from '../../document/layers.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { wordsOf } from './quantity.ts';
import type { View } from './view.ts';

type EntityType = ArticleEntity['type'];

/** Those whom only an event needs: entities that coreference does not have, because nothing else refers to them. */
export interface Cast {
  /** By index beyond those of the coreference layer. */
  readonly entities: readonly ArticleEntity[];
  readonly mentions: readonly EntityMention[];
  typeOf(entity: number): EntityType;
  /** The mention that a token names, made where there is none and the noun is one of an actor or place; else null. */
  at(token: number | undefined, kinds: readonly string[]): EntityMention | null;
}

/** What a noun is of, by its lemma. */
export type NounTypes = ReadonlyMap<string, EntityType>;

export function nounTypes({ nouns }: Pick<Vocabulary, 'nouns'>): NounTypes {
  return new Map(
    nouns.flatMap(({ type, nouns: lemmas }) => lemmas.map((lemma) => [lemma.toLowerCase(), type] as const)),
  );
}

/** What moves with people aboard acts as they do: "[a minibus] was blown up", "[jets] struck the port". */
const CREWED = new Set(
  'aircraft airliner bomber boat bulldozer bus car chopper coach drone ferry fighter frigate gunboat gunship helicopter jet lorry minibus plane ship submarine tank tanker taxi train tram trawler truck van vehicle vessel warplane warship artillery'.split(
    ' ',
  ),
);

export function castOf(view: View, types: NounTypes): Cast {
  const known = view.coreference.entities;
  const entities: ArticleEntity[] = [];
  const mentions: EntityMention[] = [];
  const made = new Map<number, EntityMention>();
  const phrases = new Map<number, NounPhrase>(view.syntax.nounPhrases.map((phrase) => [phrase.head, phrase]));
  return {
    entities,
    mentions,
    typeOf: (entity) => (known[entity] ?? entities[entity - known.length]!).type,
    at(token, kinds) {
      if (token === undefined) return null;
      const named = view.mentionAt.get(token) ?? made.get(token);
      if (named) return named;
      const phrase = phrases.get(token);
      const type = phrase && typeOf(view, types, token);
      if (!phrase || !type || !kinds.includes(type)) return null;
      const { first } = phrase.base;
      const span = { start: view.tokens[first]!.start, end: view.tokens[token]!.end };
      const stretch = { first, last: token + 1 };
      if (view.coreference.mentions.some((each) => crosses(each, stretch))) return null;
      const mention: EntityMention = {
        ...span,
        ...stretch,
        form: 'nominal',
        head: token,
        entity: known.length + entities.length,
      };
      made.set(token, mention);
      entities.push({
        type,
        name: view.text.slice(span.start, span.end).replace(/\s+/g, ' '),
        aliases: [],
        mentions: [view.coreference.mentions.length + mentions.length],
        country: null,
        gazetteer: null,
        offices: [],
        rule: 'unnamed',
        confidence: 0.5,
      });
      mentions.push(mention);
      return mention;
    },
  };
}

/** "thousands", "at least 12" are people; other nouns are what the vocabulary says. */
function typeOf(view: View, types: NounTypes, token: number): EntityType | null {
  const { upos, lemmas } = view.reading;
  if (upos[token] === 'PRON' || upos[token] === 'PROPN') return null;
  const { start, end } = view.tokens[token]!;
  if (view.times.some((time) => time.start <= start && start < time.end)) return null;
  // "at least 12 were killed", but not "gates 2 and 7".
  const isArgument = /^(?:nsubj|obl:agent)/.test(view.syntax.relations[token]!);
  if (wordsOf(view, token) !== null || (upos[token] === 'NUM' && isArgument)) return 'Group';
  const lemma = lemmas[token]!.toLowerCase();
  if (CREWED.has(lemma)) return 'Group';
  return types.get(lemma) ?? types.get(view.text.slice(start, end).toLowerCase()) ?? null;
}

function crosses(
  one: { readonly first: number; readonly last: number },
  other: { readonly first: number; readonly last: number },
): boolean {
  if (one.first === other.first && one.last === other.last) return true;
  return (
    (one.first < other.first && other.first < one.last && one.last < other.last) ||
    (other.first < one.first && one.first < other.last && other.last < one.last)
  );
}
