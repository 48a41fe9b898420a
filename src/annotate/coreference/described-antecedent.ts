import type { Draft } from './mention.ts';
import { type View, wordAt } from './view.ts';

/** Sentences back to the one that names somebody. */
const NEAR = 2;
/** Mentions back in which the noun may have been used of another. */
const FAR = 400;
/** Nouns that say what a person is, not what part one has in what happened, as "driver" and "lawyer" do. */
const WHAT_ONE_IS =
  /^(?:academic|activist|actor|actress|architect|artist|athlete|author|billionaire|boxer|businessman|businesswoman|celebrity|champion|comedian|congressman|congresswoman|cyclist|democrat|dissident|economist|filmmaker|footballer|goalkeeper|golfer|historian|jockey|midfielder|millionaire|musician|novelist|painter|pensioner|playwright|poet|politician|quarterback|racer|rapper|republican|rider|rookie|runner|senator|singer|skier|songwriter|star|starlet|striker|superstar|swimmer|teen|teenager|tycoon|veteran)$/;

/** What those are called whom a form of address tells of. */
const ADDRESSED: ReadonlyMap<string, RegExp> = new Map([
  ['dr', /^(?:doc|doctor|neurosurgeon|physician|surgeon)$/],
  ['fr', /^priest$/],
  ['prof', /^(?:academic|professor|scholar)$/],
  ['professor', /^(?:academic|scholar)$/],
  ['rev', /^(?:clergyman|minister|pastor|preacher|priest|vicar)$/],
]);

/**
 * "Dr. [Mara Dolen] … [the doctor]": the one person of the article who is addressed so; null where two are, or another
 * was called so before.
 */
export function addressedAntecedent(view: View, mentions: readonly Draft[], at: number): number | null {
  const { form, type, plural, head, first } = mentions[at]!;
  if (form !== 'nominal' || type !== 'Person' || plural || !/^the$/i.test(wordAt(view, first))) return null;
  const lemma = view.reading.lemmas[head]!.toLowerCase();
  if (isFollowed(view, head) || ![...ADDRESSED.values()].some((nouns) => nouns.test(lemma))) return null;
  let found: number | null = null;
  for (let back = at - 1; back >= 0 && back >= at - FAR; back--) {
    const before = mentions[back]!;
    if (before.form === 'nominal' && view.reading.lemmas[before.head]!.toLowerCase() === lemma) return null;
    if (before.form !== 'name' || before.type !== 'Person' || !isAddressed(view, before, lemma)) continue;
    const [one, other] = [back, found ?? back].map((each) => wordAt(view, mentions[each]!.name!.last - 1));
    if (one !== other) return null;
    found ??= back;
  }
  return found;
}

/** Whether a form of address, of the name or before it, tells of such a one: "Dr. Mara Dolen" is a doctor. */
function isAddressed(view: View, { name }: Draft, noun: string): boolean {
  return [name!.first, name!.first - 1].some((token) => {
    const form = token < 0 ? '' : wordAt(view, token).toLowerCase().replace(/\.$/, '');
    return ADDRESSED.get(form)?.test(noun);
  });
}

/** Whether something behind a noun tells who is meant: "the doctor [of the village]". */
function isFollowed({ syntax }: View, head: number): boolean {
  return syntax.children[head]!.some(
    (child) => child > head && /^(?:nmod|acl|appos|flat)/.test(syntax.relations[child]!),
  );
}

/**
 * "[Mara Dolen] won in Tarn. [The 33-year-old cyclist] …": the one person who is named just before, by what one is or how
 * old; null where something else tells who is meant, or two are named.
 */
export function describedAntecedent(view: View, mentions: readonly Draft[], at: number): number | null {
  if (!isDescribed(view, mentions[at]!)) return null;
  const { sentenceOf, syntax, reading } = view;
  const { head } = mentions[at]!;
  const lemma = reading.lemmas[head]!.toLowerCase();
  const named: number[] = [];
  for (let back = at - 1; back >= 0 && back >= at - FAR; back--) {
    const before = mentions[back]!;
    if (before.form === 'nominal' && reading.lemmas[before.head]!.toLowerCase() === lemma) return null;
    const isNear = sentenceOf[head]! - sentenceOf[before.head]! <= NEAR;
    const isBeside = named.length === 0 || sentenceOf[mentions[named[0]!]!.head] === sentenceOf[before.head];
    if (isNear && isBeside && before.form === 'name' && before.type === 'Person') named.push(back);
  }
  const surnames = new Set(named.map((other) => wordAt(view, mentions[other]!.name!.last - 1)));
  if (surnames.size !== 1) return null;
  const acts = named.find((other) => /^nsubj/.test(syntax.relations[mentions[other]!.head]!));
  return acts !== undefined && syntax.heads[mentions[acts]!.head] !== syntax.heads[head] ? acts : null;
}

/** "The 33-year-old cyclist", "the actress": one person, by nothing that follows. */
function isDescribed(view: View, { form, type, plural, head, first }: Draft): boolean {
  const { reading, syntax, tokens } = view;
  if (form !== 'nominal' || type !== 'Person' || plural) return false;
  if (!/^the$/i.test(wordAt(view, first)) || !/^nsubj/.test(syntax.relations[head]!)) return false;
  const isAged = /\d[ -]+year[ -]+old\b/.test(view.text.slice(tokens[first]!.start, tokens[head]!.end));
  if (!isAged && !WHAT_ONE_IS.test(reading.lemmas[head]!.toLowerCase())) return false;
  return !isFollowed(view, head) || (head + 1 < tokens.length && wordAt(view, head + 1) === ',');
}
