import { hasCase } from '../syntax/tree.ts';
import type { Proposal } from './proposals.ts';
import type { View } from './view.ts';

/** Verbs that tell of silence where they are denied: "did not say whether". */
const SILENT = /^(?:answer|disclose|elaborate|give|mention|name|reply|respond|say|specify|tell)$/;

/** What the model takes for words of somebody, and the tree shows to be none. */
export function isNotSaid(view: View, proposal: Proposal): boolean {
  return (
    isPronoun(view, proposal) ||
    isSilence(view, proposal) ||
    isAsked(view, proposal) ||
    isDeed(view, proposal) ||
    givesRole(view, proposal) ||
    isWholeClause(view, proposal) ||
    hasOwnSubject(view, proposal) ||
    isOwnCue(proposal) ||
    isForeseen(view, proposal) ||
    (proposal.cue !== null && givesName(view, proposal.cue.head)) ||
    isDayAlone(view, proposal)
  );
}

/** The verb that is taken for one of saying: the cue, or whatever the source does; -1 for none. */
function verbOf({ syntax }: View, { cue, source }: Proposal): number {
  return cue?.head ?? (source ? syntax.heads[source.head]! : -1);
}

/** What the model takes for words of saying because a reason follows: "fined the mill [for dumping waste]". */
const DEEDS = /^(?:arrest|cancel|convict|detain|fine|hire|imprison|jail|sentence|sign)$/;

function isDeed(view: View, proposal: Proposal): boolean {
  const { syntax } = view;
  const { cue, content } = proposal;
  const verb = verbOf(view, proposal);
  if (verb < 0 || !DEEDS.test(cue?.lemma ?? syntax.lemmas[verb]!)) return false;
  return !syntax.children[verb]!.some(
    (child) => syntax.relations[child] === 'ccomp' && content.first <= child && child < content.last,
  );
}

/** "The line [named Melk as its head]": somebody is given an office, and nothing is said. */
function givesRole(view: View, proposal: Proposal): boolean {
  const verb = verbOf(view, proposal);
  if (verb < 0 || view.syntax.lemmas[verb] !== 'name') return false;
  return view.syntax.children[verb]!.some((child) => child > verb && hasCase(view.syntax, child, 'as'));
}

/** "Merin [dismissed the head of the army]": what somebody does is not what they say. */
function isWholeClause({ syntax }: View, { cue, source, content: { first } }: Proposal): boolean {
  if (cue !== null || source === null || !/^nsubj/.test(syntax.relations[source.head]!)) return false;
  const verb = syntax.heads[source.head]!;
  return first === verb && source.head < first;
}

/** "a count of ten, [which the mayor] denies": whoever speaks is not what is said. */
function hasOwnSubject({ syntax }: View, { cue, content: { first, last } }: Proposal): boolean {
  if (cue === null || syntax.relations[cue.head] !== 'acl:relcl') return false;
  return syntax.children[cue.head]!.some(
    (child) => /^nsubj/.test(syntax.relations[child]!) && first <= child && child < last && last <= cue.first,
  );
}

/** "heard [calling] them thugs": a verb of saying is not what it says. */
function isOwnCue({ cue, content }: Proposal): boolean {
  return cue !== null && cue.first <= content.first && content.last <= cue.last;
}

/** "Melk is among those [expected] to attend", "Melk is [expected] to attend": others expect it. */
function isForeseen({ syntax, reading }: View, { cue, source }: Proposal): boolean {
  if (cue === null || reading.xpos[cue.head] !== 'VBN') return false;
  const below = syntax.children[cue.head]!;
  const isPassive =
    source !== null && cue.lemma === 'expect' && below.some((child) => syntax.relations[child] === 'aux:pass');
  // "went on trial [accused] of theft"
  const isAccused =
    cue.class === 'blame' &&
    /^(?:advcl|xcomp)$/.test(syntax.relations[cue.head]!) &&
    source !== null &&
    syntax.heads[source.head] === syntax.heads[cue.head];
  const isActive = below.some((child) => /^aux$/.test(syntax.relations[child]!));
  if (isActive || (!isPassive && !isAccused && syntax.relations[cue.head] !== 'acl')) return false;
  return !below.some((child) => syntax.relations[child] === 'obl:agent');
}

/** "gunmen who [called] themselves the Sons of the Ridge": a name is given, and nothing is said. */
export function givesName({ syntax, reading }: Pick<View, 'syntax' | 'reading'>, verb: number): boolean {
  if (!/^(?:call|dub|name|style)$/.test(reading.lemmas[verb]!)) return false;
  return syntax.children[verb]!.some((child) => /sel(?:f|ves)$/.test(reading.lemmas[child]!));
}

/** "[On Wednesday]": a day without a word of saying. */
function isDayAlone({ entities, reading }: View, { cue, content: { first, last } }: Proposal): boolean {
  if (cue !== null) return false;
  const from = reading.upos[first] === 'ADP' ? first + 1 : first;
  return entities.mentions.some((name) => name.label === 'Date' && name.first <= from && name.last >= last);
}

/** "The council approved [it]": nothing but a pronoun, unless it is denied, promised or the like; or a verb of saying itself. */
function isPronoun({ reading }: View, { content: { first, last }, cue }: Proposal): boolean {
  if (last - first > 1) return false;
  return cue === null ? reading.upos[first] === 'VERB' : reading.upos[first] === 'PRON' && cue.class === 'state';
}

/** "It did [not] say whether …": nothing is said. Who "would not say" refuses. */
function isSilence({ syntax, reading }: View, { cue, content }: Proposal): boolean {
  if (cue === null || content.first < cue.head || !SILENT.test(reading.lemmas[cue.head]!)) return false;
  const below = syntax.children[cue.head]!;
  const isDenied = below.some((child) => /^(?:not|n't|n’t)$/.test(reading.lemmas[child]!));
  return isDenied && below.some((child) => syntax.relations[child] === 'aux' && reading.lemmas[child] === 'do');
}

/** "[Asked] about the strike, he said …": whoever asks is not told, and what is asked is no statement of who is asked. */
function isAsked({ syntax }: View, { cue }: Proposal): boolean {
  if (cue === null || !/^ask(?: |$)/.test(cue.lemma) || syntax.relations[cue.head] !== 'advcl') return false;
  return !syntax.children[cue.head]!.some((child) => /^(?:nsubj|obl:agent|aux$|mark)/.test(syntax.relations[child]!));
}
