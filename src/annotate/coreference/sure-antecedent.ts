import { ownDoer } from './apart.ts';
import { besideAntecedent } from './beside-antecedent.ts';
import { introducedAs } from './breath.ts';
import { countryAntecedent } from './country-antecedent.ts';
import { definiteAntecedent } from './definite-antecedent.ts';
import { addressedAntecedent, describedAntecedent } from './described-antecedent.ts';
import { itsAntecedent } from './its-antecedent.ts';
import { kinAntecedent } from './kin-antecedent.ts';
import type { Draft } from './mention.ts';
import { backTo, nextTo } from './near-mention.ts';
import { predicatedOf } from './predicated.ts';
import { shortBody } from './short-body.ts';
import { subjectAntecedent } from './subject-antecedent.ts';
import { type View, wordAt } from './view.ts';

/** The leader of a country is named once and meant long after. */
const FAR = 400;

const NOBODY = /^(?:any|every|no|some)(?:one|body)$/i;

/** The other mention that grammar or an office leaves no doubt of, the mention itself where it can be no other; null where neither tells. */
export function sureAntecedent(view: View, mentions: readonly Draft[], at: number): number | null {
  return (
    relativeOf(view, mentions, at) ??
    ownDoer(view, mentions, at) ??
    besideAntecedent(view, mentions, at) ??
    shortOf(view, mentions, at) ??
    becomeOf(view, mentions, at) ??
    predicatedOf(view, mentions, at) ??
    introducedOf(view, mentions, at) ??
    kinAntecedent(view, mentions, at) ??
    itsAntecedent(view, mentions, at) ??
    leaderOf(mentions, at) ??
    officeOf(view, mentions, at) ??
    countryAntecedent(view, mentions, at) ??
    definiteAntecedent(view, mentions, at) ??
    addressedAntecedent(view, mentions, at) ??
    describedAntecedent(view, mentions, at) ??
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
    // "anyone [who] stays away": of nobody spoken of before.
    if (found === null) return NOBODY.test(wordAt(view, syntax.heads[token]!)) ? at : null;
    // "the government of [Oduya], who", "Oduya of [Fair Harbour], which": of a body and a person whoever it can be.
    const word = wordAt(view, head).toLowerCase();
    const { type } = mentions[found]!;
    const isSomebody = type === 'Organization' && /^whom?$/.test(word);
    const isBody = type === 'Person' && word === 'which';
    if (!isSomebody && !isBody) return found;
    const inner = backTo(
      mentions,
      at,
      (before) =>
        syntax.heads[before.head] === syntax.heads[token] &&
        (isSomebody ? before.type === 'Person' : before.form === 'name' && before.type !== 'Person'),
    );
    return inner ?? found;
  }
  return null;
}

/** "[The Pact]" is the Green Pact. */
function shortOf(view: View, mentions: readonly Draft[], at: number): number | null {
  const { head, first, form, type } = mentions[at]!;
  if (form !== 'nominal' || type !== 'Organization') return null;
  const name = shortBody(view, { first, last: head + 1 });
  return name && backTo(mentions, at, (other) => other.name?.start === name.start);
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

/**
 * "President Sana Melk … [the president]": the one person whose name that title stands right before, also further on
 * ("asked [the prime minister]. Prime Minister Ana Roe …"); null where two have it.
 */
function officeOf(view: View, mentions: readonly Draft[], at: number): number | null {
  const { head, first, last, form, type } = mentions[at]!;
  if (form !== 'nominal' || type !== 'Person' || last !== head + 1 || !/^the$/i.test(wordAt(view, first))) return null;
  const title = titleOf(view, first + 1, last);
  const holders = (places: readonly number[]) =>
    places.filter((other) => {
      const { name } = mentions[other]!;
      const before = name?.label === 'Person' ? name.first - (last - first - 1) : -1;
      if (before < 0 || titleOf(view, before, name!.first) !== title) return false;
      // "[Prime] Minister Ana Roe" is no "minister".
      return before === 0 || !/^(?:deputy|former|prime|vice)$/i.test(wordAt(view, before - 1));
    });
  const earlier = holders(between(Math.max(0, at - FAR), at)).reverse();
  const found = earlier.length > 0 ? earlier : holders(between(at + 1, Math.min(mentions.length, at + FAR)));
  const surnames = new Set(found.map((other) => wordAt(view, mentions[other]!.name!.last - 1)));
  return surnames.size === 1 ? found[0]! : null;
}

function titleOf(view: View, first: number, last: number): string {
  return between(first, last)
    .map((token) => wordAt(view, token).toLowerCase())
    .join(' ');
}

function between(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step);
}
