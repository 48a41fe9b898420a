import type { Draft } from './mention.ts';
import { namesIn, type View } from './view.ts';

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
    leaderOf(mentions, at)
  );
}

/** "the man [who] left": the phrase that the clause hangs on. */
function relativeOf({ syntax }: View, mentions: readonly Draft[], at: number): number | null {
  const { head, relative } = mentions[at]!;
  if (!relative) return null;
  for (let token = head; token >= 0; token = syntax.heads[token]!) {
    if (!/^acl/.test(syntax.relations[token]!)) continue;
    return backTo(mentions, at, (before) => before.head === syntax.heads[token]);
  }
  return null;
}

/** "Oduya, [the mayor of Tarn]," and "[Tarn's mayor], Mara Oduya": the name beside it. */
function appositionOf({ syntax }: View, mentions: readonly Draft[], at: number): number | null {
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
      (syntax.relations[other.head] === 'appos' && isOf(other)));
  return nextTo(mentions, at, isBeside) ?? backTo(mentions, at, isBeside);
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

function nextTo(mentions: readonly Draft[], at: number, isIt: (after: Draft) => boolean): number | null {
  for (let next = at + 1; next < mentions.length && next <= at + NEXT; next++) if (isIt(mentions[next]!)) return next;
  return null;
}

function backTo(mentions: readonly Draft[], at: number, isIt: (before: Draft) => boolean): number | null {
  for (let back = at - 1; back >= 0 && back >= at - BACK; back--) if (isIt(mentions[back]!)) return back;
  return null;
}
