import type { Draft } from './mention.ts';
import { backTo } from './near-mention.ts';
import { type View, wordAt } from './view.ts';

/** How far around a pronoun, in mentions, its sentence's subject is looked for. */
const NEAR = 20;
/** Mentions after a noun among which the name beside it is. */
const BESIDE = 4;
const PERSONAL = /^(?:he|she|his|her)$/i;
/** "It rained", "it seemed": of nobody. */
const OF_NOBODY = /^(?:appear|depend|happen|matter|rain|seem|snow|take)$/;
/** Where a clause of its own begins. */
const CLAUSE = /^(?:root|ccomp|conj|parataxis|acl:relcl|advcl)$/;
/** Who comes before or after whom: whoever holds the office has one. */
const IN_OFFICE = /^(?:predecessor|successor|deputy|running-mate)$/;

/**
 * The name that grammar makes the likeliest for "he" and "she", by its index; null where grammar says nothing. "[Oduya] said
 * she would stand", "[Oduya] left her house", "[Oduya] asked the editor to write of the fall of her predecessor"; and where the
 * pronoun comes first, whoever acts after it: "In Tarn, where he was on leave, [Melk] denied it".
 */
export function subjectAntecedent(view: View, mentions: readonly Draft[], at: number): number | null {
  return (
    sharedObject(view, mentions, at) ??
    groupAntecedent(view, mentions, at) ??
    bodyAntecedent(view, mentions, at) ??
    personAntecedent(view, mentions, at)
  );
}

/** "fired [Tom Brink] and replaced him", "firing [Tom Brink], … and replacing him": to whom the verb before does something. */
function sharedObject(view: View, mentions: readonly Draft[], at: number): number | null {
  const { heads, relations, children } = view.syntax;
  const { head, form, gender } = mentions[at]!;
  if (form !== 'pronoun' || gender === null || relations[head] !== 'obj') return null;
  const verb = heads[head]!;
  const before = relations[verb] === 'conj' ? heads[verb]! : -1;
  if (before < 0 || children[verb]!.some((child) => /^nsubj/.test(relations[child]!))) return null;
  return backTo(mentions, at, (other) => {
    const isObject = relations[other.head] === 'obj' && heads[other.head] === before;
    const isOne = other.type === 'Person' && !other.plural && (!other.gender || other.gender === gender);
    return isObject && isOne && !children[other.head]!.some((child) => relations[child] === 'conj');
  });
}

/** "[Observers] said they were free", "[observers] said it was calm, though they saw fights": the many who say it. */
function groupAntecedent(view: View, mentions: readonly Draft[], at: number): number | null {
  const { relations, heads } = view.syntax;
  if (!isToldSubject(view, mentions[at]!, /^they$/i)) return null;
  let clause = heads[mentions[at]!.head]!;
  if (relations[clause] === 'advcl') clause = heads[clause]!;
  if (relations[clause] !== 'ccomp') return null;
  const isMany = ({ plural, type, form }: Draft) => plural && type === 'Group' && form === 'nominal';
  const isOther = ({ head, plural }: Draft) => heads[head] === clause && relations[head] === 'nsubj' && plural;
  return sayerOf(view, mentions, at, heads[clause]!, isMany, isOther);
}

/** "[The union] said it had 11,000 members": the body that says it. */
function bodyAntecedent(view: View, mentions: readonly Draft[], at: number): number | null {
  const { relations, heads } = view.syntax;
  if (!isToldSubject(view, mentions[at]!, /^it$/i)) return null;
  const clause = heads[mentions[at]!.head]!;
  // "said it was [time to leave]": of a predicate it may be nobody.
  if (relations[clause] !== 'ccomp' || view.reading.upos[clause] !== 'VERB') return null;
  if (OF_NOBODY.test(view.reading.lemmas[clause]!)) return null;
  const isBody = ({ plural, type, form }: Draft) => type === 'Organization' && !plural && form !== 'pronoun';
  return sayerOf(view, mentions, at, heads[clause]!, isBody);
}

/** Whether a mention is this pronoun, as the subject of a clause in no speaker's own words. */
function isToldSubject(view: View, { head, form }: Draft, word: RegExp): boolean {
  const isSubject = form === 'pronoun' && word.test(wordAt(view, head)) && view.syntax.relations[head] === 'nsubj';
  return isSubject && !isQuoted(view, head);
}

/** The subject of a verb of saying, where it is one of those meant and nobody is joined to it; null from `isOther` on. */
function sayerOf(
  { syntax: { heads, relations, children } }: View,
  mentions: readonly Draft[],
  at: number,
  verb: number,
  isMeant: (before: Draft) => boolean,
  isOther: (before: Draft) => boolean = () => false,
): number | null {
  for (let back = at - 1; back >= 0 && back >= at - NEAR; back--) {
    const before = mentions[back]!;
    if (isOther(before)) return null;
    if (heads[before.head] !== verb || !/^nsubj/.test(relations[before.head]!)) continue;
    return isMeant(before) && !children[before.head]!.some((child) => relations[child] === 'conj') ? back : null;
  }
  return null;
}

function personAntecedent(view: View, mentions: readonly Draft[], at: number): number | null {
  const { head, form, person } = mentions[at]!;
  if (form !== 'pronoun' || person !== 3 || !PERSONAL.test(wordAt(view, head))) return null;
  const { relations, heads } = view.syntax;
  const above = heads[head]!;
  // “Oduya said, ‘She is late’”: in words of her own she is another.
  if (relations[head] === 'nsubj' && relations[above] === 'ccomp')
    return isQuoted(view, head) ? null : subjectOf(view, mentions, at, heads[above]!, 'before');
  // "Oduya condemned what [she] called a trick"
  const whole = relations[above] === 'acl:relcl' ? heads[above]! : -1;
  if (relations[head] === 'nsubj' && whole >= 0 && /^what$/i.test(wordAt(view, whole)) && relations[whole] === 'obj')
    return subjectOf(view, mentions, at, heads[whole]!, 'before');
  if (relations[head] === 'nsubj' && /^(?:advcl|acl)/.test(relations[above]!))
    return ofLater(view, mentions, at, above) ?? ofMain(view, mentions, at, above);
  if (relations[head] === 'nsubj') return ofWordsBefore(view, mentions, at);
  if (relations[head] !== 'nmod:poss') return null;
  return ofClauseAround(view, mentions, at, IN_OFFICE.test(view.reading.lemmas[above]!.toLowerCase()));
}

/**
 * "[Oduya] was taken from her house": whose clause it is, where it is not beside the name itself ("Oduya, his sister, …"); of
 * an office whose clause around it.
 */
function ofClauseAround(view: View, mentions: readonly Draft[], at: number, isFar: boolean): number | null {
  const { heads, relations } = view.syntax;
  const way: number[] = [];
  for (let token = heads[mentions[at]!.head]!; token >= 0; token = heads[token]!) {
    const found = subjectOf(view, mentions, at, token, 'before');
    if (found !== null) return way.includes(mentions[found]!.head) ? null : found;
    const below = way.at(-1);
    const who = below !== undefined && /^obl/.test(relations[below]!) ? relativeOf(view, mentions, at, token) : null;
    if (who !== null) return who;
    // "Oduya said [her client] was ill": what is said of somebody's own is said by them.
    if (relations[token] === 'ccomp' && below !== undefined && /^nsubj/.test(relations[below]!))
      return isQuoted(view, mentions[at]!.head) ? null : subjectOf(view, mentions, at, heads[token]!, 'before');
    if (!isFar && CLAUSE.test(relations[token]!)) return null;
    way.push(token);
  }
  return null;
}

/** "Oduya, [who] was shot outside her home": the word that the clause begins with, where it is its subject. */
function relativeOf({ syntax }: View, mentions: readonly Draft[], at: number, verb: number): number | null {
  if (syntax.relations[verb] !== 'acl:relcl') return null;
  for (let back = at - 1; back >= 0 && back >= at - NEAR; back--) {
    const { head, relative } = mentions[back]!;
    if (relative && syntax.heads[head] === verb && /^nsubj/.test(syntax.relations[head]!)) return back;
  }
  return null;
}

function isQuoted({ quotations: { quotations }, tokens }: View, token: number): boolean {
  const { start } = tokens[token]!;
  return quotations.some(
    ({ kind, content }) => kind !== 'indirect' && content.some((each) => each.start <= start && start < each.end),
  );
}

/** "[Oduya] accused the rebels. “We came for peace,” he said": whoever the sentence before the words is of. */
function ofWordsBefore(view: View, mentions: readonly Draft[], at: number): number | null {
  const { sentences, sentenceOf, syntax } = view;
  const { head } = mentions[at]!;
  let sentence = sentenceOf[head]!;
  const { segment } = sentences[sentence]!;
  const isWords = (index: number) => isQuoted(view, sentences[index]!.first + 1);
  if (isQuoted(view, head) || !isWords(sentence)) return null;
  while (sentences[sentence]?.segment === segment && isWords(sentence)) sentence--;
  if (sentences[sentence]?.segment !== segment) return null;
  const { first, last } = sentences[sentence]!;
  for (let token = first; token < last; token++)
    if (syntax.heads[token]! < 0) return subjectOf(view, mentions, at, token, 'before');
  return null;
}

/** "[Oduya] was at home when she was shot": of a clause of time that follows, whose the clause around it is. */
function ofMain(view: View, mentions: readonly Draft[], at: number, clause: number): number | null {
  const { heads, relations, children } = view.syntax;
  const { lemmas } = view.reading;
  if (relations[clause] !== 'advcl') return null;
  const isOfTime = children[clause]!.some((child) => /^(?:when|while)$/.test(lemmas[child]!.toLowerCase()));
  return isOfTime ? subjectOf(view, mentions, at, heads[clause]!, 'before') : null;
}

/** The subject that comes after a clause with which its sentence begins. */
function ofLater(view: View, mentions: readonly Draft[], at: number, clause: number): number | null {
  const { heads, relations } = view.syntax;
  for (let token = heads[clause]!; token >= 0; token = heads[token]!)
    if (relations[token] === 'root' || relations[token] === 'ccomp')
      return subjectOf(view, mentions, at, token, 'after');
  return null;
}

function subjectOf(
  view: View,
  mentions: readonly Draft[],
  at: number,
  verb: number,
  where: 'before' | 'after',
): number | null {
  const { heads, relations } = view.syntax;
  const { gender } = mentions[at]!;
  const step = where === 'before' ? -1 : 1;
  for (let other = at + step; mentions[other] && Math.abs(other - at) <= NEAR; other += step) {
    const mention = mentions[other]!;
    if (mention.type !== 'Person' || heads[mention.head] !== verb || !isNamed(view, mention, where)) continue;
    if (!/^nsubj/.test(relations[mention.head]!)) continue;
    const whose = mention.gender ?? besideOf(view, mentions, other)?.gender;
    if (whose && whose !== gender) continue;
    return other;
  }
  return null;
}

/** "his lawyer, [Mara Oduya]": the name that stands beside a noun. */
function besideOf({ syntax: { heads, relations } }: View, mentions: readonly Draft[], at: number): Draft | undefined {
  const { head } = mentions[at]!;
  const near = mentions.slice(at + 1, at + 1 + BESIDE);
  return near.find((name) => name.form === 'name' && relations[name.head] === 'appos' && heads[name.head] === head);
}

/** "[Oduya]", "[the mayor of Tarn], Mara Oduya"; of what comes later only a name is known. */
function isNamed({ syntax: { children, relations } }: View, { form, head }: Draft, where: 'before' | 'after'): boolean {
  const has = (of: number, relation: string) => children[of]!.some((child) => relations[child] === relation);
  if (has(head, 'conj')) return false;
  // The tree may hang the name on the town.
  const isTitled =
    has(head, 'appos') || children[head]!.some((child) => relations[child] === 'nmod' && has(child, 'appos'));
  return form === 'name' || (where === 'before' && form === 'nominal' && isTitled);
}
