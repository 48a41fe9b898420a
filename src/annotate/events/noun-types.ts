import type { ArticleEntity } from '../../document/layers.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { wordsOf } from './quantity.ts';
import { isTime, type View } from './view.ts';

type EntityType = ArticleEntity['type'];

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

/** Whom or what a noun without a name is of: "thousands", "at least 12" are people, others what the vocabulary says; null for a thing. */
export function nounTypeOf(view: View, types: NounTypes, token: number): EntityType | null {
  const { upos, lemmas } = view.reading;
  if (upos[token] === 'PRON' || upos[token] === 'PROPN') return null;
  const { start, end } = view.tokens[token]!;
  if (isTime(view, token)) return null;
  // "at least 12 were killed", but not "gates 2 and 7".
  const isArgument = /^(?:nsubj|obl:agent)/.test(view.syntax.relations[token]!);
  if (wordsOf(view, token) !== null || (upos[token] === 'NUM' && isArgument)) return 'Group';
  const lemma = lemmas[token]!.toLowerCase();
  if (CREWED.has(lemma)) return 'Group';
  return types.get(lemma) ?? types.get(view.text.slice(start, end).toLowerCase()) ?? null;
}
