import type { Modality } from '../../document/layers.ts';
import type { View } from './view.ts';

/** Verbs under which what follows has not happened, by what it is instead. */
const GOVERNORS: Readonly<Record<string, Modality>> = {};
for (const lemma of 'fail refuse decline prevent avoid deny stop avert abandon cancel reject'.split(' '))
  Object.assign(GOVERNORS, { [lemma]: 'negated' });
for (const lemma of 'plan intend aim expect promise vow pledge agree prepare schedule decide threaten order propose offer set'.split(
  ' ',
))
  Object.assign(GOVERNORS, { [lemma]: 'planned' });
for (const lemma of 'want demand urge call ask seek hope wish consider try need request suggest appeal'.split(' '))
  Object.assign(GOVERNORS, { [lemma]: 'hypothetical' });
for (const lemma of 'continue keep remain'.split(' ')) Object.assign(GOVERNORS, { [lemma]: 'ongoing' });

/** Adjectives that say of a nominal event that it is still to come, or may never. */
const QUALITIES: Readonly<Record<string, Modality>> = {
  planned: 'planned',
  plan: 'planned',
  upcoming: 'planned',
  schedule: 'planned',
  scheduled: 'planned',
  future: 'planned',
  propose: 'planned',
  proposed: 'planned',
  impending: 'planned',
  possible: 'hypothetical',
  potential: 'hypothetical',
  hypothetical: 'hypothetical',
  ongoing: 'ongoing',
  continuing: 'ongoing',
  current: 'ongoing',
};
const OPEN = new Set(['may', 'might', 'could', 'can', 'should', 'must', 'ought']);
const IF = new Set(['if', 'unless', 'provided']);
/** How many governing verbs are looked at. */
const REACH = 3;

/**
 * How the words put an event that a token announces: from tense, modals, negation, conditionals and what governs it.
 * Modality is that of the words where they stand; whose words they are is the voucher's matter.
 */
export function modalityOf(view: View, token: number): Modality {
  const clause = view.clauseAt.get(token);
  return clause ? ofVerb(view, token, 0) : ofNoun(view, token);
}

function ofNoun(view: View, token: number): Modality {
  const { syntax, reading } = view;
  for (const child of syntax.children[token]!) {
    const lemma = reading.lemmas[child]!.toLowerCase();
    const relation = syntax.relations[child]!;
    if (relation === 'det' && lemma === 'no') return 'negated';
    if (relation === 'case' && lemma === 'without') return 'negated';
    if (relation === 'amod' && Object.hasOwn(QUALITIES, lemma)) return QUALITIES[lemma]!;
  }
  const head = syntax.heads[token]!;
  if (head < 0) return 'actual';
  const relation = syntax.relations[token]!;
  const isCore = /^(?:obj|nsubj|xcomp|ccomp|obl|nmod)/.test(relation);
  if (!isCore) return 'actual';
  const lemma = reading.lemmas[head]!.toLowerCase();
  const clause = view.clauseAt.get(head);
  // "[planned] protests" of the verb, "called off the strike", "demanded an inquiry": a governor speaks of its object.
  if (/^(?:obj|nsubj:pass|obl|nmod)/.test(relation) && Object.hasOwn(GOVERNORS, lemma) && lemma !== 'set')
    return GOVERNORS[lemma]!;
  // What happens to a thing that is there already says nothing of whether it is: only a core argument takes the verb's.
  return clause && /^(?:obj|nsubj|xcomp)/.test(relation) ? ofVerb(view, head, 0) : 'actual';
}

function ofVerb(view: View, token: number, depth: number): Modality {
  const { syntax, reading } = view;
  const clause = view.clauseAt.get(token);
  if (clause?.isNegated) return 'negated';
  const below = syntax.children[token]!;
  const lemmas = (clause?.auxiliaries ?? []).map((each) => reading.lemmas[each]!.toLowerCase());
  const marks = below
    .filter((each) => syntax.relations[each] === 'mark')
    .map((each) => reading.lemmas[each]!.toLowerCase());
  if (marks.some((mark) => IF.has(mark))) return 'conditional';
  const hasIf = below.some(
    (each) =>
      /^advcl/.test(syntax.relations[each]!) &&
      syntax.children[each]!.some((mark) => IF.has(reading.lemmas[mark]!.toLowerCase())),
  );
  if (lemmas.includes('would'))
    return hasIf || view.saidIn[token]! < 0 ? (hasIf ? 'conditional' : 'planned') : 'planned';
  if (lemmas.some((lemma) => lemma === 'will' || lemma === 'shall' || lemma === '’ll' || lemma === "'ll"))
    return hasIf ? 'conditional' : 'planned';
  if (lemmas.some((lemma) => OPEN.has(lemma))) return hasIf ? 'conditional' : 'hypothetical';
  const governed = byGovernor(view, token, depth, marks.includes('to'));
  if (governed) return governed;
  const isProgressive = /^VBG$/.test(reading.xpos[token]!) && lemmas.includes('be');
  if (isProgressive) {
    const be = clause!.auxiliaries.find((each) => reading.lemmas[each]!.toLowerCase() === 'be')!;
    return /^VB[PZ]$/.test(reading.xpos[be]!) || lemmas.includes('have') ? 'ongoing' : 'actual';
  }
  // "is to visit", "are to be withdrawn"
  if (marks.includes('to') && lemmas.includes('be') && !clause?.isPassive) return 'planned';
  return 'actual';
}

/** What the verb or noun above makes of it: "plans to [march]", "failed to [agree]", "a decision to [withdraw]". */
function byGovernor(view: View, token: number, depth: number, isInfinitive: boolean): Modality | null {
  const { syntax, reading } = view;
  const head = syntax.heads[token]!;
  const relation = syntax.relations[token]!;
  if (head < 0 || depth >= REACH) return null;
  if (relation === 'conj' && reading.xpos[head] === reading.xpos[token]) {
    const above = ofVerb(view, head, depth + 1);
    return above === 'actual' || above === 'negated' ? null : above;
  }
  if (!/^(?:xcomp|ccomp|acl|advcl|csubj)/.test(relation)) return null;
  const lemma = reading.lemmas[head]!.toLowerCase();
  if (/^(?:xcomp|ccomp)/.test(relation) || (relation === 'acl' && isInfinitive)) {
    if (lemma === 'go' && reading.xpos[head] === 'VBG' && isInfinitive) return 'planned';
    const own = Object.hasOwn(GOVERNORS, lemma) ? GOVERNORS[lemma]! : null;
    const hasTense = /^VB[DPZ]$/.test(reading.xpos[token]!);
    if (own && !hasTense) {
      // "did not refuse to pay" is no refusal, "did not plan to" no plan.
      if (view.clauseAt.get(head)?.isNegated) return 'negated';
      return own;
    }
    if (relation === 'acl' && isInfinitive) return 'hypothetical';
    if (relation === 'xcomp') {
      const above = ofVerb(view, head, depth + 1);
      return above === 'actual' ? null : above;
    }
  }
  // "to protect the depot": an aim is not an act.
  if (relation === 'advcl' && isInfinitive) return 'hypothetical';
  return null;
}
