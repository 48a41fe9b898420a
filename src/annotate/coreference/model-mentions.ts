import type { Stretch, TokenNumbers } from '../../document/layers.ts';
import { product } from '../story/product.ts';
import type { EntityType } from './mention.ts';
import type { View } from './view.ts';

/** What GUM calls what the contract calls otherwise; things, events, ideas and times are of nobody. */
const TYPES: Readonly<Record<string, EntityType>> = { person: 'Person', organization: 'Organization', place: 'Place' };
/** Longer mentions are cut at both ends. */
const REACH = 40;

/** How likely a token is the head of no mention. */
export function chanceOfNone({ story: { mention } }: View, token: number): number {
  return Math.exp(mention.values[token * mention.width]!);
}

/** The tokens that the story model takes for heads of mentions, in text order; "and" heads "A and B". */
export function modelHeads(view: View): number[] {
  const { lemmas, upos } = view.reading;
  // It also takes a "The" for one that begins a text.
  const isArticle = (token: number) => upos[token] === 'DET' && /^(?:the|an?)$/i.test(lemmas[token]!);
  return view.sentences.flatMap(({ first, last }) => {
    const heads: number[] = [];
    for (let token = first; token < last; token++)
      if (chanceOfNone(view, token) < 0.5 && !isArticle(token)) heads.push(token);
    return heads;
  });
}

/** The likeliest type of what a head mentions; null for things and ideas. */
export function modelType({ story: { mention, labels } }: View, head: number): EntityType | null {
  const { values, width } = mention;
  let best = 1;
  for (let at = 2; at < width; at++) if (values[head * width + at]! > values[head * width + best]!) best = at;
  return TYPES[labels.mention[best]!] ?? null;
}

/** How likely two heads mention something of one type, 0 to 1, were both mentions. */
export function sameKind({ story: { mention } }: View, one: number, other: number): number {
  const { width } = mention;
  const chances = chancesOf(mention);
  let both = 0;
  let all = 0;
  let rest = 0;
  for (let at = 1; at < width; at++) {
    const a = chances[one * width + at]!;
    const b = chances[other * width + at]!;
    both += a * b;
    all += a;
    rest += b;
  }
  return both / Math.max(1e-9, all * rest);
}

/** Asked of every pair of mentions, so worked out once an article. */
const known = new WeakMap<TokenNumbers, Float64Array>();

function chancesOf(mention: TokenNumbers): Float64Array {
  const chances = known.get(mention) ?? Float64Array.from(mention.values, Math.exp);
  known.set(mention, chances);
  return chances;
}

/** The words of the mention that a token heads, within its sentence, without marks and the possessive around them. */
export function modelSpan({ story, sentences, sentenceOf, reading, syntax }: View, head: number): Stretch {
  const sentence = sentences[sentenceOf[head]!]!;
  let [first, last] = [head, head];
  for (let at = head, most = -Infinity; at >= Math.max(sentence.first, head - REACH); at--) {
    const score = product(story.frames, head, story.opens, at);
    if (score > most) [first, most] = [at, score];
  }
  for (let at = head, most = -Infinity; at < Math.min(sentence.last, head + REACH); at++) {
    const score = product(story.frames, head, story.closes, at);
    if (score > most) [last, most] = [at, score];
  }
  // "[Oduya], a doctor": what is said beside it is a mention of its own.
  const beside = syntax.children[head]!.find((child) => child > head && syntax.relations[child] === 'appos');
  if (beside !== undefined && syntax.extents[beside]!.first > head)
    last = Math.min(last, syntax.extents[beside]!.first - 1);
  // "[union] leader Oduya": no mention has the word that it hangs on, but "and", which hangs on what it joins.
  const above = reading.upos[head] === 'CCONJ' ? -1 : syntax.heads[head]!;
  if (above > head) last = Math.min(last, above - 1);
  else if (above >= 0) first = Math.max(first, above + 1);
  // "[The Drevian government] has agreed": nothing that does not hang on it, but "and", which hangs on what it joins.
  if (reading.upos[head] !== 'CCONJ') last = Math.min(last, syntax.extents[head]!.last - 1);
  while (last > head && /^(?:POS|[.,:;])$/.test(reading.xpos[last]!)) last--;
  // "headed by [a general]"
  while (first < head && (reading.upos[first] === 'PUNCT' || /^(?:by|of|for|from|with)$/.test(reading.lemmas[first]!)))
    first++;
  return { first, last: last + 1 };
}
