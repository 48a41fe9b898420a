import { introducedAs } from './breath.ts';
import type { Draft } from './mention.ts';
import { shortBody } from './short-body.ts';
import { subjectAntecedent } from './subject-antecedent.ts';
import { namesIn, type View, wordAt } from './view.ts';

/** Mentions back in which a sure antecedent is looked for. */
const BACK = 60;
/** Mentions within a phrase that may come before the name beside it. */
const NEXT = 8;
/** The leader of a country is named once and meant long after. */
const FAR = 400;

/** The earlier mention that grammar or an office leaves no doubt of; null where there is none. */
export function sureAntecedent(view: View, mentions: readonly Draft[], at: number): number | null {
  return (
    relativeOf(view, mentions, at) ??
    appositionOf(view, mentions, at) ??
    bearerOf(view, mentions, at) ??
    titledOf(view, mentions, at) ??
    placeNamed(view, mentions, at) ??
    shortOf(view, mentions, at) ??
    becomeOf(view, mentions, at) ??
    introducedOf(view, mentions, at) ??
    leaderOf(mentions, at) ??
    officeOf(view, mentions, at) ??
    subjectAntecedent(view, mentions, at)
  );
}

/** "the man [who] left": the phrase that the clause hangs on. */
function relativeOf(view: View, mentions: readonly Draft[], at: number): number | null {
  const { syntax } = view;
  const { head, relative } = mentions[at]!;
  if (!relative) return null;
  for (let token = head; token >= 0; token = syntax.heads[token]!) {
    if (!/^acl/.test(syntax.relations[token]!)) continue;
    const found = backTo(mentions, at, (before) => before.head === syntax.heads[token]);
    if (found === null) return null;
    // "the government of [Oduya], who", "Oduya of [Fair Harbour], which": of a body and a person whoever can be "who".
    const isPerson = mentions[found]!.type === 'Person';
    const asksFor = /^whom?$/i.test(wordAt(view, head)) ? 'Person' : 'Organization';
    if (mentions[found]!.type !== 'Organization' && !isPerson) return found;
    if (isPerson ? !/^which$/i.test(wordAt(view, head)) : asksFor !== 'Person') return found;
    const inner = backTo(
      mentions,
      at,
      (before) =>
        (asksFor === 'Person' ? before.type === 'Person' : before.form === 'name' && before.type !== 'Person') &&
        syntax.heads[before.head] === syntax.heads[token],
    );
    return inner ?? found;
  }
  return null;
}

/** "Oduya, [the mayor of Tarn]," and "[Tarn's mayor], Mara Oduya": the name beside it. */
function appositionOf(view: View, mentions: readonly Draft[], at: number): number | null {
  const { syntax } = view;
  const { head, form, type, first, last } = mentions[at]!;
  if (form !== 'nominal') return null;
  // "the president of Drevia, Sana Melk": no country is beside a person.
  const isOf = (other: Draft) => {
    const above = syntax.heads[other.head]!;
    return above === head || (type === 'Person' && other.type === 'Person' && above >= first && above < last);
  };
  const isBeside = (other: Draft) =>
    other.form === 'name' &&
    (other.type === type || (type !== 'Place' && /^(?:Organization|Group)$/.test(other.type ?? ''))) &&
    ((syntax.relations[head] === 'appos' && syntax.heads[head] === other.head) ||
      // "the HWU (Harbour Workers’ Union) [strikers]": what stands before its noun is not beside it.
      (syntax.relations[other.head] === 'appos' && other.head > head && isOf(other)) ||
      isAfterComma(view, mentions[at]!, other));
  return nextTo(mentions, at, isBeside) ?? backTo(mentions, at, isBeside);
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

/** "[The dockers' union] Fair Harbour said", "[the UN envoy] Mara Oduya": the name right behind it that is the same part of its clause. */
function titledOf({ syntax }: View, mentions: readonly Draft[], at: number): number | null {
  const { head, form, type, plural } = mentions[at]!;
  if (form !== 'nominal' || plural || (type !== 'Person' && type !== 'Organization')) return null;
  const isIt = (other: Draft) => {
    if (other.form !== 'name' || other.type !== type || other.name?.first !== head + 1) return false;
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

/** "[The Pact]" is the Green Pact. */
function shortOf(view: View, mentions: readonly Draft[], at: number): number | null {
  const { head, first, form, type } = mentions[at]!;
  if (form !== 'nominal' || type !== 'Organization') return null;
  const name = shortBody(view, { first, last: head + 1 });
  return name && backTo(mentions, at, (other) => other.name?.start === name.start);
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

/** "Oduya became [acting mayor]": an office that somebody comes to is theirs. */
function becomeOf({ syntax, reading }: View, mentions: readonly Draft[], at: number): number | null {
  const { head, form, type } = mentions[at]!;
  const verb = syntax.heads[head]!;
  if (form !== 'nominal' || type !== 'Person' || syntax.relations[head] !== 'xcomp') return null;
  if (!/^(?:become|remain|elect|appoint|swear)$/.test(reading.lemmas[verb]!)) return null;
  return backTo(
    mentions,
    at,
    (before) =>
      before.form === 'name' &&
      before.type === 'Person' &&
      syntax.heads[before.head] === verb &&
      /^nsubj/.test(syntax.relations[before.head]!),
  );
}

/** "[I]'m Mara Oduya" */
function introducedOf(view: View, mentions: readonly Draft[], at: number): number | null {
  const name = introducedAs(view, mentions[at]!);
  if (name < 0) return null;
  return nextTo(mentions, at, ({ head, form, type }) => head === name && form === 'name' && type === 'Person');
}

/** "[the Drevian leader]": the person whose name came with a leading office of that country, the latest such. */
function leaderOf(mentions: readonly Draft[], at: number): number | null {
  const { leads, country, form } = mentions[at]!;
  if (!leads || country === null || form !== 'nominal') return null;
  for (let back = at - 1; back >= 0 && back >= at - FAR; back--) {
    const before = mentions[back]!;
    if (before.form === 'name' && before.leads && before.country === country) return back;
  }
  return null;
}

/** "President Sana Melk … [the president]": the one person whose name that title stands right before; null where two have it. */
function officeOf(view: View, mentions: readonly Draft[], at: number): number | null {
  const { head, first, form, type, leads } = mentions[at]!;
  if (form !== 'nominal' || type !== 'Person' || !leads || first + 1 !== head || !/^the$/i.test(wordAt(view, first)))
    return null;
  const title = view.reading.lemmas[head]!.toLowerCase();
  let found: number | null = null;
  for (let back = at - 1; back >= 0 && back >= at - FAR; back--) {
    const { name, form: kind, type: whose } = mentions[back]!;
    if (kind !== 'name' || whose !== 'Person' || !name || name.first === 0) continue;
    if (wordAt(view, name.first - 1).toLowerCase() !== title) continue;
    const isOther = found !== null && wordAt(view, mentions[found]!.name!.last - 1) !== wordAt(view, name.last - 1);
    if (isOther) return null;
    found ??= back;
  }
  return found;
}

function nextTo(mentions: readonly Draft[], at: number, isIt: (after: Draft) => boolean): number | null {
  for (let next = at + 1; next < mentions.length && next <= at + NEXT; next++) if (isIt(mentions[next]!)) return next;
  return null;
}

function backTo(mentions: readonly Draft[], at: number, isIt: (before: Draft) => boolean): number | null {
  for (let back = at - 1; back >= 0 && back >= at - BACK; back--) if (isIt(mentions[back]!)) return back;
  return null;
}
