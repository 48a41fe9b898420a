import { product } from '../story/product.ts';
import type { Draft } from './mention.ts';
import { chanceOfNone, sameKind } from './model-mentions.ts';
import { type View, wordAt } from './view.ts';

/** What the ranker of antecedents looks at, in the order of its weights. */
export const PAIR_FEATURES = [
  'story',
  'sameHead',
  'sameWords',
  'sentences',
  'between',
  'subject',
  'name',
  'pronounToo',
  'sameRow',
  'sameType',
  'otherType',
  'sameGender',
  'sameNumber',
  'definite',
  'indefinite',
  'copula',
  'appositive',
  'sameCountry',
  'otherCountry',
  'ofPronoun',
  'ofThing',
  'nearestSubject',
  'sameKind',
  'otherPerson',
  'mentions',
] as const;

const DEFINITE = /^(?:the|this|that|these|those|such|both)$/i;
const INDEFINITE = /^(?:an?|some|any|another|many|several|few|no|every|each|other)$/i;

/** Features of an earlier mention (`before`) as what a later one (`mention`) refers to; `gap` counts the mentions between. */
export function pairFeatures(view: View, mention: Draft, before: Draft, gap: number): number[] {
  const { reading, syntax, sentenceOf } = view;
  const lemma = reading.lemmas[mention.head]!.toLowerCase();
  const isPronoun = mention.form === 'pronoun';
  const sameHead = !isPronoun && before.form !== 'pronoun' && lemma === reading.lemmas[before.head]!.toLowerCase();
  const first = wordAt(view, mention.first);
  const sentences = sentenceOf[mention.head]! - sentenceOf[before.head]!;
  const isSubject = /^nsubj/.test(syntax.relations[before.head]!);
  const bothKnown = mention.country !== null && before.country !== null;
  return [
    Math.max(-3, Math.min(3, storyScore(view, mention.head, before.head) / 3)),
    Number(sameHead),
    Number(!isPronoun && coreWords(view, mention) === coreWords(view, before)),
    Math.log1p(Math.max(0, sentences)),
    Math.log1p(gap) / 2,
    Number(isSubject),
    Number(before.form === 'name'),
    Number(isPronoun && before.form === 'pronoun'),
    Number(isPronoun && before.form === 'pronoun' && lemma === reading.lemmas[before.head]!.toLowerCase()),
    Number(mention.type !== null && mention.type === before.type),
    Number(mention.type !== null && before.type !== null && mention.type !== before.type),
    Number(mention.gender !== null && mention.gender === before.gender),
    Number(mention.plural === before.plural),
    Number(mention.form === 'nominal' && DEFINITE.test(first)),
    Number(mention.form === 'nominal' && INDEFINITE.test(first)),
    Number(isCopula(view, mention, before)),
    Number(syntax.relations[mention.head] === 'appos' && syntax.heads[mention.head] === before.head),
    Number(bothKnown && mention.country === before.country),
    Number(bothKnown && mention.country !== before.country),
    Number(isPronoun),
    Number(!isPronoun && mention.type === null),
    Number(isPronoun && isSubject && sentences <= 1),
    sameKind(view, mention.head, before.head),
    Number(isPronoun && before.form === 'pronoun' && mention.person !== before.person),
    1 - chanceOfNone(view, mention.head),
  ];
}

/** How much the story model thinks that two mentions are of one, by the tokens that they are named by. */
export function storyScore({ story: { refers, means, near } }: View, later: number, earlier: number): number {
  const gap = Math.abs(later - earlier);
  const distance = gap === 0 ? 0 : 32 - Math.clz32(gap);
  return product(refers, later, means, earlier) + near[Math.min(distance, near.length - 1)]!;
}

/** "Oduya is [the mayor]": both are arguments of one clause with a copula. */
function isCopula({ syntax }: View, mention: Draft, before: Draft): boolean {
  if (syntax.heads[before.head] !== mention.head || !/^nsubj/.test(syntax.relations[before.head]!)) return false;
  return syntax.children[mention.head]!.some((child) => syntax.relations[child] === 'cop');
}

/** By mention, its core words: they are asked for with every pair. */
const known = new WeakMap<Draft, string>();

/** Its words from the first that is no determiner to its head, in lower case. */
export function coreWords(view: View, mention: Draft): string {
  const words = known.get(mention) ?? coreOf(view, mention);
  known.set(mention, words);
  return words;
}

function coreOf(view: View, { first, head }: Draft): string {
  let words = '';
  for (let token = first; token <= head; token++) {
    if (view.reading.upos[token] === 'DET') continue;
    words += `${wordAt(view, token).toLowerCase()} `;
  }
  return words;
}
