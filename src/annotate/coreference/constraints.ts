import { areJoined, isDetermined } from './joined.ts';
import { kinOf } from './kin-antecedent.ts';
import type { Draft, EntityType, Gender } from './mention.ts';
import { sameKind } from './model-mentions.ts';
import { storyScore } from './pair-features.ts';
import { pronounOf } from './pronouns.ts';
import { isOpen, type View, wordAt } from './view.ts';

/** What is known of a chain so far. */
export interface Facts {
  types: Set<EntityType>;
  gender: Gender | null;
  /** What sort of body or place it is; null where nothing told yet. */
  sort: string | null;
  /** In which breaths it is "I", or somebody spoken of. */
  readonly breaths: Set<string>;
  /** How many mentions it has. */
  size: number;
  /** Its last name or noun. */
  latest: Draft | null;
  /** By the lemma of its head, its names and nouns. */
  readonly named: Map<string, Draft[]>;
}

/** The chain of nobody. */
export function noFacts(): Facts {
  return { types: new Set(), gender: null, sort: null, size: 0, latest: null, breaths: new Set(), named: new Map() };
}

/** Notes what a further mention tells of its chain. */
export function learn(view: View, facts: Facts, mention: Draft): void {
  if (mention.type) facts.types.add(mention.type);
  facts.gender ??= mention.gender;
  facts.sort ??= mention.sort;
  facts.size++;
  if (mention.form === 'pronoun') return;
  facts.latest = mention;
  const lemma = lemmaOf(view, mention);
  const others = facts.named.get(lemma);
  if (others) others.push(mention);
  else facts.named.set(lemma, [mention]);
}

function lemmaOf({ reading: { lemmas } }: View, { head }: Draft): string {
  return lemmas[head]!.toLowerCase();
}

const INDEFINITE = /^(?:an?|some|another|many|several|few|no|every|each|other)$/i;

const OF_ALL = /^(?:any|each|every|no)$/i;

const MANY = /^(?:dozen|hundred|thousand)$/;

/** "[two senators]", "[a man]", "killing [one]", "[Driver] charged" of a headline: somebody of whom nothing was told before. */
function isNew(view: View, mention: Draft): boolean {
  const { first, head, type, plural } = mention;
  if (view.reading.upos[first] === 'NUM' || INDEFINITE.test(wordAt(view, first))) return true;
  if (first === head && MANY.test(view.reading.lemmas[head]!)) return true;
  return type === 'Person' && !plural && isOpen(view, view.sentenceOf[head]!) && !isDetermined(view, head);
}

/** Two nouns of which the story model is this sure that they are of two kinds (a person, a thing, a time …) are not one. */
const UNLIKE = 0.05;

/**
 * Nouns of other words are one only where the story model, too, thinks so: the ranker alone would join what a short text
 * leaves unconnected. Where neither is a name it must be this sure; below that, one in five was right.
 */
const UNNAMED = 4;

/** Whether a mention may join the chain of an earlier one: what cannot be, whatever the ranker thinks. */
export function mayJoin(view: View, mention: Draft, before: Draft, chain: Facts): boolean {
  if (before.first <= mention.head && mention.head < before.last && !mention.relative) return false;
  if (mention.first <= before.head && before.head < mention.last) return false;
  if (mention.gender && chain.gender && mention.gender !== chain.gender) return false;
  if (mention.form === 'pronoun') return pronounMay(view, mention, before, chain);
  // What is said of each is of none of them: "every country … this country".
  if (before.form === 'nominal' && OF_ALL.test(wordAt(view, before.first)) && mention.form === 'nominal') return false;
  if (isOtherKin(view, mention, chain) || isToldWithin(mention, chain)) return false;
  if (areJoined(view, mention, before)) return false;
  // No union is a company.
  if (mention.sort && chain.sort && mention.sort !== chain.sort) return false;
  // Nor is a body with a name of its own "the government" or "the ministry", unless its name says so.
  if (/^(?:government|ministry)$/.test(mention.sort ?? '') && before.form === 'name' && chain.sort === null)
    return false;
  if (mention.type && chain.types.size > 0 && !chain.types.has(mention.type)) return false;
  // "six years in [prison]": no place in particular.
  const isBare = mention.first === mention.head && view.reading.xpos[mention.head] === 'NN';
  if (isBare && mention.type === 'Place' && before.form === 'name') return false;
  const isOneNumber =
    mention.plural === before.plural ||
    before.form === 'pronoun' ||
    before.type === 'Organization' ||
    before.type === 'Group';
  if (!isOneNumber || isOfSameVerb(view, mention, before)) return false;
  // What costs most comes last: this is asked of every pair.
  if (sameKind(view, mention.head, before.head) < UNLIKE) return false;
  const lemma = lemmaOf(view, mention);
  if (lemma !== lemmaOf(view, before)) {
    const isSaidOf = view.syntax.heads[before.head] === mention.head;
    const least = before.form !== 'name' && !isSaidOf ? UNNAMED : 0;
    if (storyScore(view, mention.head, before.head) < least || (isNew(view, mention) && !isSaidOf)) return false;
    if (isBareMany(view, mention) && !modifiersOf(view, mention).has(lemmaOf(view, before))) return false;
  }
  return !chain.named.get(lemma)?.some((member) => isAnother(view, mention, member));
}

/** "[police] said", "[officials]": plurals that stand alone tell of others than were told of, unless their word is the same. */
function isBareMany(view: View, { head, plural, form }: Draft): boolean {
  const isMany = form === 'nominal' && (plural || view.reading.lemmas[head] === 'police');
  return isMany && !isDetermined(view, head);
}

/** "Terek is the sister of [the minister]": nobody is told of within what is told of them. */
function isToldWithin({ head }: Draft, { latest }: Facts): boolean {
  return latest !== null && latest.first <= head && head < latest.last;
}

/** "[My wife] says": the speaker's kin is nobody who was not called so before; and no mother is called a sister. */
function isOtherKin({ syntax, reading }: View, { head, type }: Draft, { named }: Facts): boolean {
  const kin = kinOf(reading.lemmas[head]!);
  if (type !== 'Person' || kin === null) return false;
  const others = [...named.keys()].flatMap((lemma) => kinOf(lemma) ?? []);
  if (others.includes(kin)) return false;
  if (others.length > 0) return true;
  return syntax.children[head]!.some((child) => /^(?:my|our)$/.test(reading.lemmas[child]!.toLowerCase()));
}

/** "The health ministry" is not "the interior ministry": one noun, of which each says what the other does not. */
function isAnother(view: View, mention: Draft, member: Draft): boolean {
  const [own, other] = [modifiersOf(view, mention), modifiersOf(view, member)];
  return [...own].some((word) => !other.has(word)) && [...other].some((word) => !own.has(word));
}

function modifiersOf({ reading: { upos, lemmas } }: View, { first, head }: Draft): Set<string> {
  const found = new Set<string>();
  for (let at = first; at < head; at++)
    if (/^(?:ADJ|NOUN|PROPN|NUM|VERB)$/.test(upos[at]!)) found.add(lemmas[at]!.toLowerCase());
  return found;
}

function pronounMay(view: View, mention: Draft, before: Draft, chain: Facts): boolean {
  const pronoun = pronounOf(
    wordAt(view, mention.head),
    view.reading.upos[mention.head]!,
    view.reading.xpos[mention.head]!,
  );
  if (!pronoun) return false;
  const isOf = (type: EntityType) => chain.types.has(type);
  const person = before.form === 'pronoun' ? before.person : 3;
  // "I", "you": whoever the story model takes them for, since speakers alternate; nobody calls a speaker "he" in one breath.
  if (pronoun.person !== person) return pronoun.person !== 3 && storyScore(view, mention.head, before.head) > 0;
  switch (pronoun.row) {
    case 'he':
    case 'she':
      if (!isOf('Person') || before.plural) return false;
      break;
    case 'it':
      // "the port's operator, Halvard Lines": a body by its name, whatever else it is called.
      if ((isOf('Person') && !isOf('Organization')) || before.plural) return false;
      if (isOf('Place') && !isOf('Organization') && isOfCompany(view, mention)) return false;
      break;
    case 'they':
      if (isOf('Person') && !isOf('Group') && !before.plural) return false;
      break;
    case 'I':
    case 'we':
      if (before.plural !== mention.plural) return false;
      break;
  }
  return pronoun.reflexive || !isOfSameVerb(view, mention, before);
}

/** What no town or country has: "[its] chief executive". */
const OF_COMPANY = /^(?:chairman|chairwoman|executive|investor|shareholder|subsidiary)$/;

export function isOfCompany({ syntax, reading }: View, { head }: Draft): boolean {
  return syntax.relations[head] === 'nmod:poss' && OF_COMPANY.test(reading.lemmas[syntax.heads[head]!]!.toLowerCase());
}

/** "She saw her", "the radio quoted the ministry": two arguments of one verb are two, unless it says "herself". */
function isOfSameVerb({ syntax: { heads, relations, children } }: View, mention: Draft, before: Draft): boolean {
  const verb = heads[mention.head]!;
  if (verb !== heads[before.head]) return false;
  const isArgument = (token: number) => /^(?:nsubj|obj|iobj|obl)/.test(relations[token]!);
  if (!isArgument(mention.head) || !isArgument(before.head)) return false;
  return !children[verb]!.some((child) => relations[child] === 'cop');
}
