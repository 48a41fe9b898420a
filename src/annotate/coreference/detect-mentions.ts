import type { NameMention, NounPhrase, Stretch } from '../../document/layers.ts';
import { headOf } from '../entities/head-of.ts';
import { countryKey, placeKey } from './country-key.ts';
import type { Draft, EntityType, Gender } from './mention.ts';
import { mentionSpan } from './mention-span.ts';
import { chanceOfNone, modelHeads, modelSpan, modelType } from './model-mentions.ts';
import { nameKey } from './names.ts';
import { withNouns } from './noun-before-name.ts';
import { isRole } from './predicated.ts';
import { pronounOf } from './pronouns.ts';
import { shortBody } from './short-body.ts';
import { isSome } from './some.ts';
import { roomBefore, spanOf, type View, wordAt } from './view.ts';
import type { Words } from './words.ts';

const TYPES: Readonly<Partial<Record<NameMention['label'], EntityType>>> = {
  Person: 'Person',
  Organization: 'Organization',
  Location: 'Place',
  Facility: 'Place',
  NORP: 'Group',
};
/** Relations in which a noun is no mention of its own. */
const NO_MENTION = /^(?:expl|discourse|fixed|goeswith|nummod|nmod:desc|det$)/;
const NOBODY = /^(?:no|any|every)(?:body|one|thing)$|^(?:none|each|else)$/i;
/** A noun that is in no list is left out where the story model is surer than this that it mentions nothing. */
const HARDLY = 0.7;
const LONGEST_TITLE = 4;

/** Everything in the article that may refer to something, in text order, longer ones first. */
export function detectMentions(view: View, words: Words): Draft[] {
  const nameAt = namesByToken(view);
  const found: Draft[] = [];
  const named = new Set<NameMention>();
  for (const phrase of phrasesOf(view, nameAt)) {
    const draft = ofPhrase(view, words, phrase, nameAt);
    if (!draft) continue;
    if (draft.name) {
      if (named.has(draft.name)) continue;
      named.add(draft.name);
    }
    found.push(draft);
  }
  // Names inside other phrases: "[CSTO]-led", "the [Drevian] navy".
  for (const name of view.entities.mentions) {
    if (named.has(name) || !TYPES[name.label]) continue;
    const head = headIn(view, name);
    // An adjective is of nobody by itself: it joins the country that it is of, if the article names that.
    const type = name.label === 'NORP' && isAdjective(view, head) ? null : TYPES[name.label]!;
    const sort = sortOfName(view, words, name);
    const stretch = type !== null && chanceOfNone(view, head) < 0.5 ? modelSpan(view, head) : name;
    found.push({ ...blank(stretch, head), form: 'name', type, name, sort, ...ofName(view, words, name) });
  }
  for (const name of view.entities.mentions) {
    const tail = acronymTail(view, name);
    if (tail) found.push({ ...blank(tail, tail.last - 1), form: 'name', type: 'Organization', name: tail });
  }
  return withNouns(view, found).sort((a, b) => a.first - b.first || b.last - a.last);
}

/** The phrases of the trees and those that only the story model sees: "[school] friends", "[this]", "[Oduya and Melk]". */
function phrasesOf(view: View, nameAt: ReadonlyMap<number, NameMention>): NounPhrase[] {
  const heads = new Set(view.syntax.nounPhrases.map(({ head }) => head));
  const others = modelHeads(view).filter((head) => {
    const name = nameAt.get(head);
    // "its [chief] executive" is told of in one.
    return !heads.has(head) && !(name && TYPES[name.label]) && view.syntax.relations[head] !== 'amod';
  });
  return [
    ...view.syntax.nounPhrases.filter(({ head }) => !NO_MENTION.test(view.syntax.relations[head]!)),
    ...others.map((head) => {
      const full = modelSpan(view, head);
      return { head, base: full, full };
    }),
  ];
}

function ofPhrase(
  view: View,
  words: Words,
  phrase: NounPhrase,
  nameAt: ReadonlyMap<number, NameMention>,
): Draft | null {
  const { reading, syntax } = view;
  const { head } = phrase;
  const name = nameAt.get(head) ?? null;
  // "WHO" is no "who", nor "US" "us".
  const pronoun = name ? null : pronounOf(wordAt(view, head), reading.upos[head]!, reading.xpos[head]!);
  if (pronoun) {
    if (pronoun.row === 'it' && isPleonastic(view, head) && chanceOfNone(view, head) > 0.5) return null;
    const { person, plural, gender, type, relative } = pronoun;
    return { ...blank({ first: head, last: head + 1 }, head), form: 'pronoun', relative, person, plural, gender, type };
  }
  const none = chanceOfNone(view, head);
  const stretch = mentionSpan(view, phrase, name);
  const lemma = reading.lemmas[head]!;
  const plural = /Number=Plur/.test(reading.feats[head] ?? '');
  // "the [People]'s Alliance" is told of as the Alliance.
  if (name && syntax.relations[head] === 'nmod:poss' && syntax.heads[head]! < name.last && syntax.heads[head]! > head)
    return null;
  if (name?.label === 'NORP' && isOneOf(view, head))
    return { ...blank(stretch, head, phrase.full), type: 'Person', country: countryKey(view, phrase, null) };
  if (name && TYPES[name.label] && isWhole(view, name, head)) {
    if (name.label === 'NORP' && isAdjective(view, head)) return null;
    const title = name.label === 'Person' ? leadsBefore(view, words, name.first) : 0;
    return {
      ...blank(stretch, head, phrase.full),
      form: 'name',
      type: TYPES[name.label]!,
      name,
      sort: sortOfName(view, words, name),
      ...ofName(view, words, name),
      country: countryKey(view, phrase, name) ?? (title > 0 ? demonymBefore(view, words, name.first - title) : null),
      leads: title > 0,
    };
  }
  if (isPost(view, head)) return null;
  if (isRole(view, head) || NOBODY.test(wordAt(view, head)) || isInWord(view, phrase.base.first)) return null;
  const some = reading.upos[head] === 'NUM' ? someOf(view, words, head) : null;
  if (some) return some;
  // The language model now and then takes a letter too many off: "polic".
  const known =
    words.typeOf(lemma) ?? words.typeOf(wordAt(view, head)) ?? (shortBody(view, phrase.base) ? 'Organization' : null);
  const listed = reading.upos[head] === 'VERB' ? null : known;
  if (none > (listed && reading.upos[head] !== 'NUM' ? 1 : reading.upos[head] === 'NOUN' ? HARDLY : 0.5)) return null;
  const joint = reading.upos[head] === 'CCONJ';
  const isEach = lemma === 'other' && reading.lemmas[head - 1] === 'each';
  const isNobody = name || joint || isEach || reading.upos[head] === 'NUM' || (!listed && isDoing(view, phrase));
  const type = isNobody ? null : (listed ?? modelType(view, head));
  const isMany =
    (type === 'Person' || type === 'Organization') &&
    (plural ||
      isSome(view, head) ||
      syntax.children[head]!.some((child) => syntax.relations[child] === 'nummod' && reading.lemmas[child] !== 'one'));
  return {
    ...blank(stretch, head, phrase.full),
    form: 'nominal',
    type: isMany ? 'Group' : type,
    sort: words.sortOf(lemma),
    gender: words.genderOf(lemma),
    plural: plural || joint,
    country: countryKey(view, phrase, null),
    leads: !plural && words.leads(lemma),
  };
}

/** "[One of them]", "[48 of the detainees]": some of whoever the phrase behind it names; null where a number is of nothing. */
function someOf({ reading, syntax }: View, words: Words, head: number): Draft | null {
  const whole = syntax.children[head]!.find(
    (child) =>
      syntax.relations[child] === 'nmod' && syntax.children[child]!.some((each) => reading.lemmas[each] === 'of'),
  );
  if (whole === undefined) return null;
  const kind = words.typeOf(reading.lemmas[whole]!);
  if (reading.lemmas[whole] !== 'they' && kind !== 'Person' && kind !== 'Group') return null;
  const isOne = reading.lemmas[head] === 'one';
  const stretch = { first: head, last: syntax.extents[whole]!.last };
  return { ...blank(stretch, head), form: 'nominal', type: isOne ? 'Person' : 'Group', plural: !isOne };
}

/** "once-in-[a-generation]": a part of a word. */
function isInWord(view: View, first: number): boolean {
  return (
    first > 1 &&
    /^[-\u2010\u2011]$/.test(wordAt(view, first - 1)) &&
    // "an ex-minister" is one.
    !/^ex$/i.test(wordAt(view, first - 2)) &&
    view.tokens[first - 1]!.end === view.tokens[first]!.start
  );
}

/** "[Shelling] killed two", "meant to [attack]": a deed is no person and no body. */
function isDoing(view: View, { base, head }: NounPhrase): boolean {
  const { children, relations } = view.syntax;
  const upos = view.reading.upos[head]!;
  if (upos === 'VERB') return children[head]!.some((child) => /^(?:mark|nsubj)/.test(relations[child]!));
  return upos === 'PUNCT' || (base.first === head && upos === 'NOUN' && /.ing$/.test(wordAt(view, head)));
}

/** "Council of the [Harbour Workers' Union] (HWU)": the end of a body's name that the letters behind it stand for. */
function acronymTail(view: View, name: NameMention): NameMention | null {
  const { tokens } = view;
  if (name.label !== 'Organization' || name.last + 1 >= tokens.length || wordAt(view, name.last) !== '(') return null;
  const acronym = nameKey(wordAt(view, name.last + 1)).acronym;
  if (acronym === null) return null;
  for (let first = name.last - 2; first > name.first; first--) {
    const span = spanOf(view, { first, last: name.last });
    if (nameKey(view.text.slice(span.start, span.end)).initials.includes(acronym)) return { ...name, ...span, first };
  }
  return null;
}

/** Tokens of a title of someone who leads that stands right before a name; 0 for none. */
function leadsBefore(view: View, words: Words, first: number): number {
  const room = roomBefore(view, first);
  for (let size = 1; size <= LONGEST_TITLE && size <= room; size++) {
    const { start, end } = spanOf(view, { first: first - size, last: first });
    if (words.leads(view.text.slice(start, end))) return size;
  }
  return 0;
}

/** "[Drevian] President Sana Melk", where the model saw no name. */
function demonymBefore(view: View, words: Words, title: number): string | null {
  const word = title > 0 ? wordAt(view, title - 1) : '';
  // "[Foreign] Minister" is of no country.
  if (word && words.isTitle(`${word} ${wordAt(view, title)}`)) return null;
  return /^\p{Lu}\p{L}{2,}(?:n|ese|ish|i|ic)$/u.test(word) ? placeKey(view, word) : null;
}

/** "took [office]", "public [office]": what somebody holds, and no body. */
function isPost({ reading, syntax }: View, head: number): boolean {
  if (reading.lemmas[head] !== 'office' || reading.xpos[head] !== 'NN') return false;
  const below = syntax.children[head]!;
  if (below.some((child) => /^(?:public|high|elected|elective|political)$/.test(reading.lemmas[child]!))) return true;
  return !below.some((child) => /^(?:det|nmod|compound|amod)/.test(syntax.relations[child]!));
}

/** "[Drevian] navy", "[Drevian]-led": of a country's name, and nobody's. */
function isAdjective(view: View, head: number): boolean {
  const { reading, syntax } = view;
  if (reading.upos[head] === 'ADJ' || /^(?:amod|compound)/.test(syntax.relations[head]!)) return true;
  return head + 1 < view.tokens.length && /^[-\u2010\u2011]$/.test(wordAt(view, head + 1));
}

/** "a 34-year-old [Drevian]": somebody of a people. */
function isOneOf({ syntax, reading }: View, head: number): boolean {
  if (/^(?:amod|compound)/.test(syntax.relations[head]!) || /Number=Plur/.test(reading.feats[head] ?? '')) return false;
  return syntax.children[head]!.some(
    (child) => child < head && syntax.relations[child] === 'det' && /^(?:an?|another)$/i.test(reading.lemmas[child]!),
  );
}

/** Whether the phrase is of the name, and not of something that bears it: "the [Halvard] report" is no company. */
function isWhole(view: View, name: NameMention, head: number): boolean {
  return view.reading.upos[head] === 'PROPN' || head === name.last - 1 || (head >= name.first && head < name.last);
}

/** "Tarn [Hospital]", "the [Ministry] of Health": the noun in a name that tells what bears it. */
function sortOfName({ reading, syntax }: View, words: Words, name: NameMention): string | null {
  const { label } = name;
  if (label !== 'Organization' && label !== 'Location' && label !== 'Facility') return null;
  return words.sortOf(reading.lemmas[headOf(name, syntax.heads)]!.toLowerCase());
}

function ofName(
  view: View,
  words: Words,
  name: NameMention,
): { readonly gender: Gender | null; readonly plural: boolean } {
  if (name.label !== 'Person')
    return { gender: null, plural: name.label === 'NORP' && /s$/.test(wordAt(view, name.last - 1)) };
  const before = name.first > 0 ? words.genderOfHonorific(wordAt(view, name.first - 1)) : null;
  const given = words.genderOfGivenName(wordAt(view, name.first));
  return { gender: before ?? given, plural: false };
}

/** "It rained", "it was clear that …": nothing is meant. */
function isPleonastic({ syntax, reading }: View, token: number): boolean {
  if (syntax.relations[token] === 'expl') return true;
  const verb = syntax.heads[token]!;
  if (verb < 0 || !syntax.relations[token]!.startsWith('nsubj')) return false;
  if (/^(?:rain|snow|seem|appear)$/.test(reading.lemmas[verb]!)) return true;
  return syntax.children[verb]!.some((child) => /^csubj/.test(syntax.relations[child]!));
}

function blank({ first, last }: Stretch, head: number, full: Stretch = { first, last }): Draft {
  return {
    first,
    last,
    head,
    full,
    form: 'nominal',
    type: null,
    sort: null,
    gender: null,
    plural: false,
    person: 0,
    relative: false,
    leads: false,
    name: null,
    country: null,
  };
}

function namesByToken({ entities }: View): Map<number, NameMention> {
  const found = new Map<number, NameMention>();
  for (const name of entities.mentions) for (let token = name.first; token < name.last; token++) found.set(token, name);
  return found;
}

function headIn({ syntax }: View, { first, last }: Stretch): number {
  for (let at = first; at < last; at++) {
    const head = syntax.heads[at]!;
    if (head < first || head >= last) return at;
  }
  return last - 1;
}
