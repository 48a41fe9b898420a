import { areOfOneGender, joinedTo, namedChains } from './chain-numbers.ts';
import type { Draft } from './mention.ts';
import { backTo } from './near-mention.ts';
import { isCalledAccused, isPart, type Part, partsOf } from './parts.ts';
import { subjectOfCopula } from './predicated.ts';
import { isOpen, type View, wordAt } from './view.ts';

/** Sentences after the one that tells of somebody new in which a report gives the name. */
const NEAR = 6;
/** In so many first sentences a report tells of whom it names later. */
const LEAD = 3;
/** Of more people than these no one name is one's. */
const MOST = 12;

/**
 * The chains, where the name that a report gives only after its first sentences is of whom they tell: "[A welder] has been
 * charged with murder. … [Jon Melk], 23, appeared in court". It is the first full name with an age that acts there, or the first
 * of which the same is said; never where two may be meant, or where one is accused and the other harmed.
 */
export function identified(view: View, mentions: readonly Draft[], given: readonly number[]): number[] {
  const chainOf = equated(view, mentions, given);
  const named = namedChains(mentions, chainOf);
  const unnamed = new Map<number, number>();
  const told = toldBefore(view);
  for (const [at, mention] of mentions.entries())
    if (!named.has(chainOf[at]!) && !unnamed.has(chainOf[at]!) && isNew(view, mention, told))
      unnamed.set(chainOf[at]!, at);
  if (unnamed.size === 0 || unnamed.size > MOST) return [...chainOf];
  const genders = gendersOf(mentions, chainOf);
  const latest = new Map<number, number>();
  let found = [...chainOf];
  for (const [at, mention] of mentions.entries()) {
    const chain = chainOf[at]!;
    const known = latest.get(chain);
    const sentence = view.sentenceOf[mention.head]!;
    latest.set(chain, sentence);
    // Only a headline may have named them before.
    if (mention.form !== 'name' || mention.type !== 'Person' || !isIntroduced(view, mention)) continue;
    if (known !== undefined && !(told[known] === 0 && isOpen(view, known))) continue;
    const before = [...unnamed].filter(([other, first]) => {
      if (first >= at || !areOfOneGender(genders.get(other), genders.get(chain))) return false;
      const gap = told[sentence]! - told[view.sentenceOf[mentions[first]!.head]!]!;
      if (gap < 1 || gap > NEAR) return false;
      const own = partsOf(view, inSentence(view, mentions, chainOf, at, other));
      const { head } = mentions[first]!;
      return (
        mayBe(view, mention, partsOf(view, [head]), own) || (own.includes('accused') && isCalledAccused(view, head))
      );
    });
    if (before.length !== 1) continue;
    const [[from]] = before as [[number, number]];
    unnamed.delete(from);
    found = joinedTo(found, from, chain);
  }
  return found;
}

/** The chains, where a clause says whose name it is: "[The man] accused of the attack is [Jon Melk]". */
function equated(view: View, mentions: readonly Draft[], chainOf: readonly number[]): readonly number[] {
  const named = namedChains(mentions, chainOf);
  let found = chainOf;
  for (const [at, { form, type, head }] of mentions.entries()) {
    const subject = form === 'name' && type === 'Person' ? subjectOfCopula(view, head) : -1;
    const whom = subject < 0 ? null : backTo(mentions, at, (before) => before.head === subject && isOne(before));
    if (whom === null || named.has(found[whom]!) || !/^the$/i.test(wordAt(view, mentions[whom]!.first))) continue;
    const [from, to] = [found[whom]!, found[at]!];
    found = joinedTo(found, from, to);
  }
  return found;
}

function isOne({ form, type, plural }: Draft): boolean {
  return form === 'nominal' && type === 'Person' && !plural;
}

/** By sentence, how many whole ones come before it: headlines, days and bylines end without a stop. */
function toldBefore(view: View): number[] {
  let told = 0;
  return view.sentences.map((_, at) => (isOpen(view, at) ? told : told++));
}

/**
 * The heads of what a sentence says of somebody who is named there: "[Mara Dolen] was leaving when [she] was hit", also where
 * "she" was taken for `whom` she may be.
 */
function inSentence(
  view: View,
  mentions: readonly Draft[],
  chainOf: readonly number[],
  at: number,
  whom: number,
): number[] {
  const { heads } = view.syntax;
  const sentence = view.sentenceOf[mentions[at]!.head]!;
  const found: number[] = [];
  for (let other = at; other < mentions.length && view.sentenceOf[mentions[other]!.head] === sentence; other++) {
    const { form, head } = mentions[other]!;
    const isBelow = form === 'pronoun' && heads[heads[head]!] === heads[mentions[at]!.head];
    if (chainOf[other] === chainOf[at] || (chainOf[other] === whom && isBelow)) found.push(head);
  }
  return found;
}

/** By chain, the gender that one of its mentions tells. */
function gendersOf(mentions: readonly Draft[], chainOf: readonly number[]): Map<number, Draft['gender']> {
  return new Map(mentions.flatMap(({ gender }, at) => (gender ? [[chainOf[at]!, gender] as const] : [])));
}

/** "[A welder]": somebody of whom nothing was told before, in one of the first sentences. */
function isNew(view: View, { form, type, plural, head, first, relative }: Draft, told: readonly number[]): boolean {
  if (form !== 'nominal' || type !== 'Person' || plural || relative) return false;
  return told[view.sentenceOf[head]!]! < LEAD && /^an?$/i.test(wordAt(view, first));
}

/** Whether a clause, an arrest or a death is of somebody. */
function acts({ syntax: { heads, relations }, reading }: View, head: number): boolean {
  const verb = heads[head]!;
  if (/^nsubj/.test(relations[head]!)) return /^(?:root|conj|ccomp|parataxis)$/.test(relations[verb]!);
  return /^(?:obj|nmod)$/.test(relations[head]!) && isPart(reading.lemmas[verb]!.toLowerCase());
}

/** "[Jon Melk], 23, appeared": a full name without a title that acts and says nothing. */
function isIntroduced(view: View, mention: Draft): boolean {
  const { syntax, reading, quotations } = view;
  const { head, name } = mention;
  if (name === null || (name.last - name.first < 2 && !hasAge(view, mention)) || !acts(view, head)) return false;
  const isTitled = syntax.children[head]!.some(
    (child) => child < name.first && /^(?:NOUN|PROPN)$/.test(reading.upos[child]!),
  );
  return !isTitled && !quotations.quotations.some(({ source }) => source?.head === head);
}

/** Whether a name may be of somebody of whom something was said: of each its parts. */
function mayBe(view: View, name: Draft, one: readonly Part[], other: readonly Part[]): boolean {
  if (one.some((part) => other.includes(part))) return true;
  return hasAge(view, name) && (one.length === 0 || other.length === 0);
}

/** "Jon Melk, [23], …", "[23-year-old] Jon Melk" */
function hasAge(view: View, { name }: Draft): boolean {
  const { first, last } = name!;
  if (first > 0 && /(?:^|-)old$/.test(wordAt(view, first - 1))) return true;
  if (last + 2 >= view.tokens.length || wordAt(view, last) !== ',') return false;
  return /^[1-9]\d$/.test(wordAt(view, last + 1)) && /^[,.]$/.test(wordAt(view, last + 2));
}
