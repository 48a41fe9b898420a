import { isNegated } from '../syntax/negation.ts';
import { copulaOf, objectOf, subjectOf } from '../syntax/predicates.ts';
import { childBy, hasCase } from '../syntax/tree.ts';
import { understoodSubjectOf } from '../syntax/understood-subject.ts';
import type { Draft } from './mention.ts';
import { backTo } from './near-mention.ts';
import { type View, wordAt } from './view.ts';

/** Verbs by which their object is, was or comes to be what stands behind "as"; who is nominated or asked is not yet. */
const MAKES =
  /^(?:announce|appoint|confirm|depose|dismiss|elect|fire|hire|install|instal|introduce|name|oust|present|reappoint|reelect|reinstate|remove|reveal|sack|suspend|unveil)$/;
/** Verbs by which their subject is, or was. */
const IS = /^(?:act|begin|continue|finish|quit|remain|resign|retire|return|serve|start|step|take|work)$/;
/** Verbs whose object may come to be. */
const SEEKS =
  /^(?:approach|ask|back|choose|consider|endorse|favou?r|float|invite|nominate|persuade|pick|propose|recommend|select|suggest|tap|urge|want)$/;
/** "refused to name her as host" */
const REFUSES = /^(?:decline|fail|refuse)$/;
/** Nouns for whoever may come to be what stands behind "for", and for what somebody may hold. */
const SOUGHT = /^(?:bid|candidate|choice|contender|favou?rite|front-?runner|nominee|pick)$/;
const HELD = /^(?:job|position|post|role|title)$/;
/** What may be, and what is only asked or supposed. */
const UNSURE = /^(?:can|could|may|might|must|shall|should|would)$/;

/**
 * Whoever somebody is said to be: "[Mara Oduya] will be the host of the gala", "unveiled [Mara Oduya] as host". The mention
 * itself where it is of nobody who is told of; null where that is denied, or may only be.
 */
export function predicatedOf(view: View, mentions: readonly Draft[], at: number): number | null {
  const { head, first, form, type, plural } = mentions[at]!;
  if (form !== 'nominal' || type !== 'Person' || plural) return null;
  if (isSought(view, head)) return at;
  const asWhom = heldBy(view, head);
  if (asWhom >= 0) return mentionBy(view, mentions, at, asWhom) ?? at;
  const isDefinite =
    /^(?:the|his|her|its|their)$/i.test(wordAt(view, first)) || childBy(view.syntax, head, 'nmod:poss') !== null;
  const whom = isDefinite ? subjectOfCopula(view, head) : -1;
  return whom < 0 ? null : mentionBy(view, mentions, at, whom);
}

/** The mention with a head; a tree may have the name hang on its title. */
function mentionBy({ syntax }: View, mentions: readonly Draft[], at: number, whom: number): number | null {
  const isOfTitle = ({ head, form }: Draft) =>
    form === 'name' && syntax.heads[head] === whom && /^(?:flat|appos)/.test(syntax.relations[head]!);
  return backTo(mentions, at, (before) => mayBe(before) && (before.head === whom || isOfTitle(before)));
}

/** "replaced as [president]": an office without an article is what someone is, and nobody, unless it is told whose it is; "is [no engineer]" is nobody. */
export function isRole(view: View, head: number): boolean {
  const { syntax, reading } = view;
  const below = syntax.children[head]!;
  const has = (relation: string, lemma: string) =>
    below.some((child) => syntax.relations[child] === relation && reading.lemmas[child] === lemma);
  if (has('cop', 'be') && has('det', 'no')) return true;
  if (below.some((child) => /^(?:det|nmod:poss|amod|compound)/.test(syntax.relations[child]!))) return false;
  return hasCase(syntax, head, 'as') && heldBy(view, head) < 0;
}

function mayBe({ form, type, plural, relative }: Draft): boolean {
  return !relative && !plural && (type === 'Person' || form === 'pronoun');
}

/** The token of whoever a clause says is this; -1 for none. */
export function subjectOfCopula(view: View, head: number): number {
  if (copulaOf(view.syntax, head) === null || !isSaid(view, head)) return -1;
  return subjectOf(view.syntax, head) ?? -1;
}

/** The token of whoever is said to be what stands behind "as"; -1 for none. */
function heldBy(view: View, head: number): number {
  const { syntax, reading } = view;
  const verb = syntax.heads[head]!;
  if (
    !hasCase(syntax, head, 'as') ||
    verb < 0 ||
    !/^(?:obl|xcomp|nmod)/.test(syntax.relations[head]!) ||
    !isSaid(view, verb)
  )
    return -1;
  const lemma = reading.lemmas[verb]!;
  const child = (of: RegExp) => syntax.children[verb]!.find((each) => of.test(syntax.relations[each]!)) ?? -1;
  const above = /^acl/.test(syntax.relations[verb]!) ? syntax.heads[verb]! : -1;
  // A tree may take whoever names somebody for the one named.
  const done = child(/^obj$/) >= 0 ? -1 : child(/^nsubj:pass$/);
  if (MAKES.test(lemma)) return done >= 0 ? done : Math.max(child(/^obj$/), above);
  // "asked [her] to serve as host": nobody is it yet.
  const isAsked =
    syntax.relations[verb] === 'advcl' ||
    (syntax.relations[verb] === 'xcomp' && objectOf(syntax, syntax.heads[verb]!) !== null);
  return IS.test(lemma) && child(/^obj$/) < 0 && !isAsked ? (understoodSubjectOf(syntax, verb) ?? -1) : -1;
}

/** "nominated her as [governor]", "asked her to be [governor]", "the favourite to become [governor]": who is that nobody is yet. */
function isSought({ syntax, reading }: View, head: number): boolean {
  const { heads, relations, children } = syntax;
  const has = (of: number, relation: string, lemma: string) =>
    children[of]!.some((child) => relations[child] === relation && reading.lemmas[child] === lemma);
  const isAs = hasCase(syntax, head, 'as');
  const noun = relations[head] === 'nmod' ? reading.lemmas[heads[head]!]! : '';
  if ((SOUGHT.test(noun) && hasCase(syntax, head, 'for')) || (HELD.test(noun) && hasCase(syntax, head, 'of')))
    return true;
  // The verb whose infinitive it stands in, if not itself: "to be", "to serve as", "to become".
  const within = has(head, 'cop', 'be') ? head : heads[head]!;
  if (within < 0) return false;
  if (isAs && SEEKS.test(reading.lemmas[within]!)) return true;
  if (!has(within, 'mark', 'to') || (within !== head && !isAs && relations[head] !== 'xcomp')) return false;
  const above = heads[within]!;
  return above >= 0 && (/^acl/.test(relations[within]!) || SEEKS.test(reading.lemmas[above]!));
}

function isSaid({ syntax, reading }: View, predicate: number): boolean {
  const above = syntax.heads[predicate]!;
  const isRefused = above >= 0 && syntax.relations[predicate] === 'xcomp' && REFUSES.test(reading.lemmas[above]!);
  if (isNegated(syntax, predicate) || isRefused) return false;
  return !syntax.children[predicate]!.some(
    (child) =>
      (/^aux/.test(syntax.relations[child]!) && UNSURE.test(reading.lemmas[child]!)) ||
      (syntax.relations[child] === 'mark' && /^(?:if|whether|unless)$/i.test(reading.lemmas[child]!)),
  );
}
