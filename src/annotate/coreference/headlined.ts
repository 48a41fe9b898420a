import { areOfOneGender, joinedTo, namedChains } from './chain-numbers.ts';
import type { Draft } from './mention.ts';
import { partsOf, partsOfNoun } from './parts.ts';
import { isOpen, type View, wordAt } from './view.ts';

/** Mentions of the text below in which whoever a headline means is introduced. */
const NEAR = 60;

/**
 * The chains, where whoever a headline calls by a bare noun is whom the text first calls so: "[Minister] jailed" and “former
 * defence [minister] Mara Oduya”, "[Harbour pilot] dies" and "a [pilot] was killed", "[bank] collapse" and "the Adra [Bank]".
 */
export function headlined(view: View, mentions: readonly Draft[], chainOf: readonly number[]): number[] {
  const named = namedChains(mentions, chainOf);
  let found = [...chainOf];
  for (let at = 0; at < mentions.length && view.sentenceOf[mentions[at]!.head] === 0; at++) {
    if (named.has(found[at]!) || !isBare(view, mentions[at]!)) continue;
    const { head } = mentions[at]!;
    const below = mentions.findIndex(
      (other, index) => index > at && index <= at + NEAR && nounOf(view, other, head) >= 0,
    );
    const noun = below < 0 ? -1 : nounOf(view, mentions[below]!, head);
    if (noun < 0 || view.sentenceOf[noun] === 0 || isOther(view, head, noun)) continue;
    const [from, to] = [found[at]!, found[below]!];
    found = joinedTo(found, from, to);
  }
  return ledBy(view, mentions, found);
}

/**
 * The chains, where of whom a headline tells without a name its first sentence tells the same: "[Climber] dies in fall" and
 * "[A man] has been killed on the Velmhorn". It is the only one whom that may be.
 */
function ledBy(view: View, mentions: readonly Draft[], chainOf: readonly number[]): number[] {
  const lead = view.sentences.findIndex((_, sentence) => !isOpen(view, sentence));
  const sentenceAt = (at: number) => view.sentenceOf[mentions[at]!.head]!;
  const named = namedChains(mentions, chainOf);
  let found = [...chainOf];
  for (let at = 0; at < mentions.length && sentenceAt(at) < lead; at++) {
    const { type, plural, head, gender } = mentions[at]!;
    if (type !== 'Person' || plural || named.has(found[at]!) || !isBare(view, mentions[at]!)) continue;
    const told = new Set([...partsOf(view, [head]), ...partsOfNoun(view, head)]);
    const below = mentions.flatMap((other, index) => {
      const isNew = other.form === 'nominal' && other.type === 'Person' && !other.plural && !other.relative;
      if (!isNew || sentenceAt(index) !== lead || !/^an?$/i.test(wordAt(view, other.first))) return [];
      const parts = [...partsOf(view, [other.head]), ...partsOfNoun(view, other.head)];
      return areOfOneGender(gender, other.gender) && parts.some((part) => told.has(part)) ? [index] : [];
    });
    if (below.length !== 1 || found.some((chain, index) => chain === found[at]! && sentenceAt(index) >= lead)) continue;
    const [from, to] = [found[at]!, found[below[0]!]!];
    found = joinedTo(found, from, to);
  }
  return found;
}

/** How a noun hangs on the name that it stands beside. */
const BESIDE = /^(?:nmod:desc|compound|appos)$/;

/** The noun by which a later mention is what a headline's noun is: its own, or that beside its name; -1 for none. */
function nounOf(view: View, { form, type, plural, head, name }: Draft, noun: number): number {
  const { reading, syntax } = view;
  // "[Two men] charged": as many, in the same words; "[Teachers] walk out" and "thousands of [teachers]".
  if (type === 'Group' && plural && form === 'nominal') {
    const number = numberOf(view, noun);
    const counted = number === null ? countedBy(view, head) : head;
    const isAsMany = number === null ? isOpen(view, view.sentenceOf[noun]!) : numberOf(view, head) === number;
    return isAsMany && reading.lemmas[counted] === reading.lemmas[noun] ? head : -1;
  }
  if (type === 'Organization' && form !== 'pronoun') {
    const last = name === null ? head : name.last - 1;
    return wordAt(view, last).toLowerCase() === wordAt(view, noun).toLowerCase() ? last : -1;
  }
  if (type !== 'Person' || plural || form === 'pronoun' || numberOf(view, noun) !== null) return -1;
  const beside =
    form === 'nominal'
      ? [head]
      : [head, ...syntax.children[head]!.filter((child) => BESIDE.test(syntax.relations[child]!))];
  const lemmaOf = (token: number) => reading.lemmas[token]!.toLowerCase().replace(/^ex-/, '');
  return beside.find((token) => lemmaOf(token) === lemmaOf(noun)) ?? -1;
}

/** "interior minister" and "defence minister" */
function isOther(view: View, one: number, other: number): boolean {
  const [before, after] = [kindsOf(view, one), kindsOf(view, other)];
  return before.length > 0 && after.length > 0 && !before.some((word) => after.includes(word));
}

function kindsOf({ reading, syntax }: View, noun: number): string[] {
  // "interior" is an adjective, and tells one minister from another; "senior" tells nothing.
  const kinds = OFFICES.test(reading.lemmas[noun]!.toLowerCase()) ? /^(?:NOUN|ADJ)$/ : /^NOUN$/;
  return syntax.children[noun]!.filter(
    (child) => child < noun && kinds.test(reading.upos[child]!) && !FORMER.test(reading.lemmas[child]!),
  ).map((child) => reading.lemmas[child]!);
}

const OFFICES = /^(?:minister|secretary)$/;
const FORMER = /^(?:former|ex|new|old|late|outgoing|senior)$/i;

/** "[Harbour pilot] dies": one person, without an article; "[two men] charged": a number of people. */
function isBare(view: View, { form, type, head }: Draft): boolean {
  const { children, relations } = view.syntax;
  if (form !== 'nominal' || (type !== 'Group' && numberOf(view, head) !== null)) return false;
  if (type === null || type === 'Place') return false;
  return !children[head]!.some((child) => /^(?:det|nmod:poss)/.test(relations[child]!));
}

/** "thousands of [teachers]": who is counted; else the word itself. */
function countedBy({ syntax, reading }: View, head: number): number {
  const of = syntax.children[head]!.find((child) => /^nmod/.test(syntax.relations[child]!) && child > head);
  return of !== undefined && NUMBERS.test(reading.lemmas[head]!) ? of : head;
}

const NUMBERS = /^(?:dozen|hundred|thousand|scores?|number)$/;

/** The number that stands with a noun, as it is written; null for none. */
function numberOf(view: View, noun: number): string | null {
  const { children, relations } = view.syntax;
  const number = children[noun]!.find((child) => /^nummod/.test(relations[child]!));
  return number === undefined ? null : wordAt(view, number).toLowerCase();
}
