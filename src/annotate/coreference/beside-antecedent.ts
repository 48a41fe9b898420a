import { isListed } from './joined.ts';
import type { Draft } from './mention.ts';
import { backTo, nextTo } from './near-mention.ts';
import { namesIn, type View, wordAt } from './view.ts';

/** The name that stands beside a noun and is of the same one; null where there is none. */
export function besideAntecedent(view: View, mentions: readonly Draft[], at: number): number | null {
  return (
    appositionOf(view, mentions, at) ??
    namedAs(view, mentions, at) ??
    nounBeside(view, mentions, at) ??
    bearerOf(view, mentions, at) ??
    titledOf(view, mentions, at) ??
    placeNamed(view, mentions, at)
  );
}

/** "Oduya, [the mayor of Tarn]," and "[Tarn's mayor], Mara Oduya": the name beside it. */
function appositionOf(view: View, mentions: readonly Draft[], at: number): number | null {
  const { syntax } = view;
  const { head, form, type, first, last } = mentions[at]!;
  if (form !== 'nominal') return null;
  // "the president of Drevia, Sana Melk": no country is beside a person.
  const isOf = (other: Draft) => {
    const above = syntax.heads[other.head]!;
    if (type !== 'Person' || other.type !== 'Person') return above === head;
    // "[her daughter], the novelist Vera Solt"
    const isOfNoun = above >= 0 && syntax.relations[above] === 'appos' && syntax.heads[above] === head;
    return above === head || isOfNoun || (above >= first && above < last);
  };
  const isBeside = (other: Draft) =>
    other.form === 'name' &&
    (other.type === type || (type !== 'Place' && /^(?:Organization|Group)$/.test(other.type ?? ''))) &&
    ((syntax.relations[head] === 'appos' && syntax.heads[head] === other.head) ||
      // "the HWU (Harbour Workers’ Union) [strikers]": what stands before its noun is not beside it.
      (/^(?:appos|flat)/.test(syntax.relations[other.head]!) && other.head > head && isOf(other)) ||
      isAfterComma(view, mentions[at]!, other) ||
      isBetweenCommas(view, mentions, at, other));
  return nextTo(mentions, at, isBeside) ?? backTo(mentions, at, isBeside);
}

/** "[a nurse] named Mara Oduya", "[the first witness], a nurse named Mara Oduya" */
function namedAs({ syntax, reading }: View, mentions: readonly Draft[], at: number): number | null {
  const { head, form, type } = mentions[at]!;
  if (form !== 'nominal' || type !== 'Person') return null;
  const nouns = [head, ...syntax.children[head]!.filter((child) => syntax.relations[child] === 'appos')];
  const verb = nouns
    .flatMap((noun) => syntax.children[noun]!)
    .find((child) => /^acl/.test(syntax.relations[child]!) && /^(?:name|call)$/.test(reading.lemmas[child]!));
  if (verb === undefined || reading.xpos[verb] !== 'VBN') return null;
  return nextTo(mentions, at, (after) => after.name?.label === 'Person' && syntax.heads[after.head] === verb);
}

/** "One hostage, [an Ostrian engineer], died": two nouns of one person. */
function nounBeside(view: View, mentions: readonly Draft[], at: number): number | null {
  const { head, form, type, first, plural } = mentions[at]!;
  if (form !== 'nominal' || type !== 'Person' || plural || view.syntax.relations[head] !== 'appos') return null;
  if (first === 0 || wordAt(view, first - 1) !== ',') return null;
  const found = backTo(
    mentions,
    at,
    (other) => other.form === 'nominal' && other.type === type && other.head === view.syntax.heads[head],
  );
  return found !== null && isListed(view, mentions[at]!, mentions[found]!) ? null : found;
}

/** "said their commander, [Colonel Melk]", "a rally in the capital, [Tarn]": beside it in the text, whatever the tree has the name hang on. */
function isAfterComma(view: View, { head, last }: Draft, other: Draft): boolean {
  const { heads, relations } = view.syntax;
  if (other.head <= last || view.tokens[last] === undefined || wordAt(view, last) !== ',') return false;
  if (heads[other.head] !== heads[head] && heads[other.head] !== heads[heads[head]!]) return false;
  if (relations[other.head] !== 'appos' && relations[other.head] !== relations[head]) return false;
  for (let token = last + 1; token < other.head; token++) if (heads[token] !== other.head) return false;
  return true;
}

/** "held at the barracks, [their lawyer], Mara Oduya, said": what the tree has stand beside a place or body is of the name between commas behind it. */
function isBetweenCommas(view: View, mentions: readonly Draft[], at: number, { name, type: whose }: Draft): boolean {
  const { heads, relations } = view.syntax;
  const { head, last, type, plural } = mentions[at]!;
  if (type !== 'Person' || whose !== 'Person' || plural || relations[head] !== 'appos' || name?.first !== last + 1)
    return false;
  if (wordAt(view, last) !== ',' || name.last >= view.tokens.length || wordAt(view, name.last) !== ',') return false;
  const beside = backTo(mentions, at, (before) => before.head === heads[head]);
  return beside !== null && mentions[beside]!.type !== 'Person' && !mentions[beside]!.plural;
}

/** "[the HWU union]" is the HWU: a body's name right before a noun for bodies. */
function bearerOf(view: View, mentions: readonly Draft[], at: number): number | null {
  const { head, form, type, first } = mentions[at]!;
  if (form !== 'nominal' || type !== 'Organization') return null;
  const name = namesIn(view, { first, last: head }).find(
    ({ label, last }) =>
      label === 'Organization' &&
      view.syntax.heads[last - 1] === head &&
      /^compound/.test(view.syntax.relations[last - 1]!),
  );
  if (name === undefined) return null;
  const isIt = (other: Draft) => other.name !== null && other.form === 'name' && sameText(view, other, name);
  return nextTo(mentions, at, isIt) ?? backTo(mentions, at, isIt);
}

function sameText(
  { text, tokens }: View,
  { name }: Draft,
  other: { readonly first: number; readonly last: number },
): boolean {
  const words = ({ first, last }: { readonly first: number; readonly last: number }) =>
    text.slice(tokens[first]!.start, tokens[last - 1]!.end);
  return name !== null && words(name) === words(other);
}

/** "[The dockers' union] Fair Harbour said", "[the UN envoy] Mara Oduya": the name right behind it that is the same part of its clause. */
function titledOf(view: View, mentions: readonly Draft[], at: number): number | null {
  const { syntax } = view;
  const { head, first, form, type, plural } = mentions[at]!;
  if (form !== 'nominal' || plural || (type !== 'Person' && type !== 'Organization')) return null;
  // "a reporter of [the newspaper] El Faro was hit": the tree may take it apart.
  const isCalled = type === 'Organization' && head === first + 1 && /^the$/i.test(wordAt(view, first));
  const isIt = (other: Draft) => {
    if (other.form !== 'name' || other.type !== type || other.name?.first !== head + 1) return false;
    if (isCalled) return true;
    const above = syntax.heads[other.head]!;
    if (syntax.heads[head] === other.head) return /^compound/.test(syntax.relations[head]!);
    return above === head || (above === syntax.heads[head] && syntax.relations[other.head] === syntax.relations[head]);
  };
  return nextTo(mentions, at, isIt) ?? backTo(mentions, at, isIt);
}

/** Nouns for places that have names of their own; the outskirts of a town are not the town. */
const NAMED = /^(?:city|district|island|province|region|republic|state|suburb|town|village)$/;

/** "[the town] of Tarn" is Tarn. */
function placeNamed({ syntax, reading }: View, mentions: readonly Draft[], at: number): number | null {
  const { head, form, type } = mentions[at]!;
  if (form !== 'nominal' || type !== 'Place' || !NAMED.test(reading.lemmas[head]!)) return null;
  return nextTo(
    mentions,
    at,
    (other) =>
      other.form === 'name' &&
      other.type === 'Place' &&
      syntax.heads[other.head] === head &&
      syntax.children[other.head]!.some((child) => reading.lemmas[child] === 'of'),
  );
}
