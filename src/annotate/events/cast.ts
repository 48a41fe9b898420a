import type { ArticleEntity, EntityMention, NounPhrase } from '../../document/layers.ts';
import { type NounTypes, nounTypeOf } from './noun-types.ts';
import type { View } from './view.ts';

type EntityType = ArticleEntity['type'];

/** Those whom only an event needs: entities that coreference does not have, because nothing else refers to them. */
export interface Cast {
  /** By index beyond those of the coreference layer. */
  readonly entities: readonly ArticleEntity[];
  readonly mentions: readonly EntityMention[];
  typeOf(entity: number): EntityType;
  /** What stands at a token, whether anything was made of it or not; null for things. */
  typeAt(token: number): EntityType | null;
  /** The mention that a token names, made where there is none and the noun is one of an actor or place; else null. */
  at(token: number | undefined, kinds: readonly string[]): EntityMention | null;
}

/** "at least [one factory]" */
function afterLeast({ reading }: View, first: number): number {
  return /^(?:least|most)$/.test(reading.lemmas[first]!) && reading.lemmas[first - 1] === 'at' ? first + 1 : first;
}

export function castOf(view: View, types: NounTypes): Cast {
  const known = view.coreference.entities;
  const entities: ArticleEntity[] = [];
  const mentions: EntityMention[] = [];
  const made = new Map<number, EntityMention>();
  const phrases = new Map<number, NounPhrase>(view.syntax.nounPhrases.map((phrase) => [phrase.head, phrase]));
  const typeOf = (entity: number) => (known[entity] ?? entities[entity - known.length]!).type;
  return {
    entities,
    mentions,
    typeOf,
    typeAt(token) {
      const named = view.mentionAt.get(token) ?? made.get(token);
      return named ? typeOf(named.entity) : phrases.has(token) ? nounTypeOf(view, types, token) : null;
    },
    at(token, kinds) {
      if (token === undefined) return null;
      const named = view.mentionAt.get(token) ?? made.get(token);
      if (named) return named;
      const phrase = phrases.get(token);
      const type = phrase && nounTypeOf(view, types, token);
      if (!phrase || !type || !kinds.includes(type)) return null;
      const first = afterLeast(view, phrase.base.first);
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
