import type { Modality } from '../../document/layers.ts';
import { headlineDoer } from './headline-doer.ts';
import { taskedWith } from './tasked.ts';
import { isTime, type View } from './view.ts';

/** How many governing words are looked at. */
const REACH = 4;

/** Prepositions that lead to what a word is about. */
const OBJECTIVE = /^(?:for|to|of|on|from|against|into|over|about|upon|toward|towards)$/;

/**
 * How the words put an event that a token announces: from tense, modals, negation, conditionals and what governs it.
 * Modality is that of the words where they stand; whose words they are is the voucher's matter.
 */
export function modalityOf(view: View, token: number): Modality {
  const isVerb = view.clauseAt.has(token) && !/^NN/.test(view.reading.xpos[token]!);
  return isVerb ? ofVerb(view, token, 0) : ofNoun(view, token);
}

function ofNoun(view: View, token: number): Modality {
  const { syntax } = view;
  const head = syntax.heads[token]!;
  const relation = syntax.relations[token]!;
  // "was not on [trial]"
  if (view.clauseAt.get(token)?.isNegated) return 'negated';
  // "balloted them on [strike] action"
  if (relation === 'compound' && head >= 0 && view.reading.upos[head] === 'NOUN') return ofNoun(view, head);
  // "called off the strike", "the demand for an inquiry": a governor speaks of its object.
  // "told [a meeting] that …": whoever is told is there.
  const isTold = relation !== 'obl' && head >= 0 && /^(?:tell|instruct|advise)$/.test(lemmaAt(view, head));
  const own =
    head < 0 || isTold
      ? undefined
      : isCalledOff(view, head)
        ? 'negated'
        : view.words.modality('governor', lemmaAt(view, head));
  const isGoverned =
    own &&
    (isObjectOf(view, token) || (own === 'ongoing' && /^obl/.test(relation))) &&
    (lemmaAt(view, head) !== 'set' || isDated(view, head) || isDated(view, token));
  if (isGoverned && own === 'negated') return view.clauseAt.get(head)?.isNegated ? 'planned' : 'negated';
  for (const child of syntax.children[token]!) {
    const lemma = lemmaAt(view, child);
    const relation = syntax.relations[child]!;
    if (relation === 'det' && lemma === 'no') return 'negated';
    if (relation === 'case' && lemma === 'without') return 'negated';
    const quality = /^(?:amod|acl|advcl)/.test(relation) ? view.words.modality('quality', lemma) : undefined;
    if (quality) return quality;
    // "talks with the union, [planned] for Thursday", which trees hang on the union.
    if (/^nmod/.test(relation) && syntax.children[child]!.some((below) => isStillToCome(view, below))) return 'planned';
  }
  if (isGoverned) return hasOutcome(view, token) ? 'actual' : own;
  if (head < 0 || !/^(?:obj|nsubj|xcomp|ccomp|obl|nmod)/.test(relation)) return 'actual';
  // What happens to a thing that is there already says nothing of whether it is: only a core argument takes the verb's.
  const above = view.clauseAt.has(head) && /^(?:obj|nsubj|xcomp)/.test(relation) ? ofVerb(view, head, 0) : 'actual';
  return above === 'negated' && view.words.has('cause', lemmaAt(view, head)) ? 'actual' : above;
}

/** "had planned [the bombing] of a market that left ten dead": what came of it tells that it was. */
function hasOutcome({ syntax, reading, clauseAt }: View, token: number): boolean {
  const ofIt = syntax.children[token]!.filter((child) => /^nmod/.test(syntax.relations[child]!));
  return [token, ...ofIt].some((noun) =>
    syntax.children[noun]!.some(
      (child) =>
        syntax.relations[child] === 'acl:relcl' &&
        reading.xpos[child] === 'VBD' &&
        /^(?:that|which)$/.test(reading.lemmas[clauseAt.get(child)?.subject ?? -1] ?? ''),
    ),
  );
}

/** "called for [a rally]", "the demand for [talks]", and not "told them after [a rally]". */
function isObjectOf({ syntax, reading }: View, token: number): boolean {
  if (!/^(?:obl|nmod)/.test(syntax.relations[token]!)) return /^(?:obj|nsubj:pass)/.test(syntax.relations[token]!);
  const leading = syntax.children[token]!.find((child) => syntax.relations[child] === 'case');
  return leading === undefined || OBJECTIVE.test(reading.lemmas[leading]!.toLowerCase());
}

/** "set a vote [for 4 May]": what is set for a day is still to come. */
function isDated(view: View, token: number): boolean {
  return view.syntax.children[token]!.some(
    (child) => isTime(view, child) && view.syntax.children[child]!.some((each) => lemmaAt(view, each) === 'for'),
  );
}

function isStillToCome(view: View, token: number): boolean {
  return (
    /^acl/.test(view.syntax.relations[token]!) && view.words.modality('quality', lemmaAt(view, token)) === 'planned'
  );
}

function ofVerb(view: View, token: number, depth: number): Modality {
  const { syntax } = view;
  const clause = view.clauseAt.get(token);
  const below = syntax.children[token]!;
  const auxiliaries = (clause?.auxiliaries ?? []).map((each) => lemmaAt(view, each));
  const marks = below.filter((each) => syntax.relations[each] === 'mark').map((each) => lemmaAt(view, each));
  // "if it is not [restored]" denies nothing.
  if (marks.some((mark) => view.words.has('condition', mark))) return 'conditional';
  if (clause?.isNegated) return 'negated';
  // "are to [meet]", "for the doctors to be [admitted]"
  if (marks.includes('to') && clause?.copula && lemmaAt(view, clause.copula) === 'be') return 'planned';
  if (marks.includes('to') && marks.includes('for') && clause?.subject) return 'hypothetical';
  // Headlines: "Drevia to [buy] jets", "Ministers to [meet]".
  if (
    marks.includes('to') &&
    (headlineDoer(view, token) !== null || (syntax.relations[token] === 'root' && clause?.subject))
  )
    return 'planned';
  if (isSecondInHeadline(view, token)) return 'planned';
  for (const each of below) {
    const instead = /^(?:mark|case)/.test(syntax.relations[each]!)
      ? view.words.modality('preposition', lemmaAt(view, each))
      : undefined;
    if (instead) return instead;
  }
  const hasIf = below.some(
    (each) =>
      /^advcl/.test(syntax.relations[each]!) &&
      syntax.children[each]!.some((mark) => view.words.has('condition', lemmaAt(view, mark))),
  );
  const above = view.syntax.heads[token]!;
  if (above >= 0 && isDenied(view, token, above)) return 'negated';
  // "is due to [meet]", which trees take for one word.
  if (
    below.some(
      (each) =>
        /^(?:due|set|about)$/.test(lemmaAt(view, each)) &&
        syntax.children[each]!.some((to) => syntax.relations[to] === 'fixed' && syntax.upos[each] !== 'ADP'),
    )
  )
    return 'planned';
  if (auxiliaries.some((lemma) => /^(?:would|will|shall|['’](?:ll|d))$/.test(lemma)))
    return hasIf ? 'conditional' : view.words.has('polite', lemmaAt(view, token)) ? 'actual' : 'planned';
  if (auxiliaries.some((lemma) => view.words.has('auxiliary', lemma))) return hasIf ? 'conditional' : 'hypothetical';
  const governed = byGovernor(view, token, depth, marks);
  if (governed) return governed;
  if (isOrder(view, token, auxiliaries, marks)) return 'hypothetical';
  if (view.reading.xpos[token] === 'VBG' && auxiliaries.includes('be')) return isOngoing(view, token);
  return 'actual';
}

/** "Halvard to buy a rival, [cut] jobs": the second of two verbs of a headline. */
function isSecondInHeadline(view: View, token: number): boolean {
  const subject = view.clauseAt.get(token)?.subject ?? null;
  if (subject === null || view.syntax.relations[token] !== 'root' || view.reading.xpos[token] === 'VBZ') return false;
  return view.syntax.children[subject]!.some((child) => headlineDoer(view, child) !== null);
}

/** "is marching", "has been marching" go on; "was marching" is over. */
function isOngoing(view: View, token: number): Modality {
  const { auxiliaries } = view.clauseAt.get(token)!;
  const be = auxiliaries.find((each) => lemmaAt(view, each) === 'be')!;
  const isNow = /^VB[PZ]$/.test(view.reading.xpos[be]!) || auxiliaries.some((each) => lemmaAt(view, each) === 'have');
  return isNow ? 'ongoing' : 'actual';
}

/** "[Leave] the square!": a bare verb with nobody who does it. */
function isOrder(
  { syntax, reading, clauseAt }: View,
  token: number,
  auxiliaries: readonly string[],
  marks: readonly string[],
): boolean {
  if (reading.xpos[token] !== 'VB' || marks.length > 0 || auxiliaries.some((lemma) => lemma !== 'do')) return false;
  return !clauseAt.get(token)?.subject && /^(?:root|conj|parataxis|ccomp|list|advcl)/.test(syntax.relations[token]!);
}

/** What the word above makes of it: "plans to [march]", "failed to [agree]", "a decision to [withdraw]", "denied that it [fired]". */
function byGovernor(view: View, token: number, depth: number, marks: readonly string[]): Modality | null {
  const { syntax, reading, clauseAt } = view;
  const head = syntax.heads[token]!;
  const relation = syntax.relations[token]!;
  if (head < 0 || depth >= REACH) return null;
  if (taskedWith(view, token) !== null) return 'planned';
  if (relation === 'conj' && reading.xpos[head] === reading.xpos[token]) {
    const above = ofVerb(view, head, depth + 1);
    return above === 'actual' || above === 'negated' ? null : above;
  }
  if (!/^(?:xcomp|ccomp|acl|advcl|csubj|nmod|obl)/.test(relation)) return null;
  const isInfinitive = marks.includes('to');
  const hasTense =
    /^VB[DPZ]$/.test(reading.xpos[token]!) ||
    clauseAt.get(token)?.auxiliaries.some((each) => /^VB[DPZ]$/.test(reading.xpos[each]!));
  if (relation === 'ccomp' && view.words.has('wish', lemmaAt(view, head))) return 'hypothetical';
  if (marks.includes('until') || marks.includes('once')) {
    const above = ofVerb(view, head, depth + 1);
    return above === 'actual' || above === 'ongoing' ? null : 'conditional';
  }
  const lemma = lemmaAt(view, head);
  if (
    !hasTense &&
    (/^(?:xcomp|ccomp|csubj)/.test(relation) ||
      (/^(?:acl|advcl|obl|nmod)$/.test(relation) && (isInfinitive || reading.xpos[token] === 'VBG')))
  ) {
    if (lemma === 'go' && reading.xpos[head] === 'VBG' && isInfinitive) return 'planned';
    // "is to visit", "are due to leave"
    if (lemma === 'be' && isInfinitive && relation !== 'advcl') return 'planned';
    const own = view.words.modality('governor', lemma);
    // "did not refuse to pay" is no refusal, "did not plan to" no plan.
    if (own) return clauseAt.get(head)?.isNegated ? 'negated' : own;
    if (isInfinitive && view.words.has('task', lemma) && relation !== 'csubj') return 'planned';
    if (/^(?:acl|ccomp)$/.test(relation) && isInfinitive) return 'hypothetical';
    // "has to leave" is still to come, "had to leave" came.
    if (lemma === 'have' && isInfinitive && !/^VB[DN]$/.test(reading.xpos[head]!)) return 'hypothetical';
    if (/^(?:xcomp|ccomp)/.test(relation)) {
      const above = clauseAt.has(head) ? ofVerb(view, head, depth + 1) : 'actual';
      if (above !== 'actual') return above;
      return isInfinitive && !view.words.has('outcome', lemma) && reading.upos[head] === 'ADJ' ? 'hypothetical' : null;
    }
  }
  // "used batons to [clear] the street": what was done for an aim mostly reached it; before it is done, the aim is open.
  if (relation === 'advcl' && isInfinitive) {
    const above = clauseAt.has(head) ? ofVerb(view, head, depth + 1) : 'actual';
    return above === 'actual' && /^VB[DN]$/.test(reading.xpos[head]!) ? null : 'hypothetical';
  }
  return null;
}

/** "denied that police [fired]", "did not think that police [fired]", "dismissed talk that he would [resign]". */
function isDenied(view: View, token: number, head: number): boolean {
  const { syntax } = view;
  if (/^ccomp/.test(syntax.relations[token]!))
    return view.words.has(view.clauseAt.get(head)?.isNegated ? 'doubt' : 'denial', lemmaAt(view, head));
  const above = syntax.heads[head]!;
  return (
    syntax.relations[token] === 'acl' &&
    above >= 0 &&
    syntax.relations[head] === 'obj' &&
    view.words.has('denial', lemmaAt(view, above)) &&
    !view.clauseAt.get(above)?.isNegated
  );
}

/** "was [called] off", "[put] off": an end before it began. */
function isCalledOff({ syntax, reading }: View, token: number): boolean {
  const lemma = reading.lemmas[token]!.toLowerCase();
  if (lemma !== 'call' && lemma !== 'put') return false;
  return syntax.children[token]!.some(
    (child) => syntax.relations[child] === 'compound:prt' && reading.lemmas[child] === 'off',
  );
}

function lemmaAt({ reading }: View, token: number): string {
  return reading.lemmas[token]!.toLowerCase();
}
