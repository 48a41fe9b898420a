import { wholeOf } from './counted.ts';
import type { Trigger } from './triggers.ts';
import { prepositionOf, type View } from './view.ts';

/** Kinds whose object is what is asked for, promised, refused or ended: no event beside theirs. */
const TAKING = new Set(['REQUEST', 'AGREE', 'REJECT', 'CONCEDE', 'SANCTION', 'RETREAT', 'THREATEN']);
/** Kinds that are deeds: whose deed the noun says is one to look for, even where it is only asked for. */
const DEEDS = new Set(['RETREAT', 'SANCTION', 'COERCE', 'ASSAULT', 'PROTEST', 'MOBILIZE', 'OTHER']);
/** Heads that a noun before them still announces: "a protest [campaign]", "the arrest [order]". */
const CARRIERS = new Set(
  'campaign wave series attempt action operation plan call programme program effort spree order movement talk'.split(
    ' ',
  ),
);
/** Kinds that say of somebody what they did. */
const CHARGES = new Set(['ACCUSE', 'SANCTION']);
const NAMING = new Set(['call', 'label', 'brand', 'describe', 'term', 'name']);

/** The triggers that announce an event of their own, in text order. */
export function kept(view: View, found: readonly Trigger[]): Trigger[] {
  const at = new Map<number, Trigger>();
  for (const trigger of found) at.set(trigger.token, trigger);
  const off = new Set<number>();
  for (const { token, pattern } of found) {
    const above = at.get(view.syntax.heads[token]!);
    if (pattern.trigger.pos === 'NOUN' && above && isOff(view, above) && isUndergoer(view, token)) off.add(above.token);
  }
  return found.filter((trigger) => {
    // "The summit was cancelled" by nobody in particular: a summit that was not.
    const isUnowned = off.has(trigger.token) && view.clauseAt.get(trigger.token)?.isPassive;
    if (isUnowned && view.clauseAt.get(trigger.token)!.agent === null) return false;
    return !isTaken(view, trigger, at, off) && !isPart(view, trigger, at) && !isTwice(view, trigger, at);
  });
}

/** "cancelled", "called off": what is done to what has not happened yet. */
function isOff({ reading }: View, { token, pattern }: Trigger): boolean {
  return (
    /^(?:cancel|postpone|call off|put off|abandon)/.test(pattern.trigger.lemma) ||
    /^(?:cancel|postpone|abandon)$/.test(reading.lemmas[token]!)
  );
}

function isUndergoer({ syntax }: View, token: number): boolean {
  return /^(?:obj|nsubj:pass)/.test(syntax.relations[token]!);
}

/** The object of another one: "demanded an [inquiry]" is a request, "cut off [aid]" a sanction. */
function isTaken(
  view: View,
  { token, pattern }: Trigger,
  at: ReadonlyMap<number, Trigger>,
  off: ReadonlySet<number>,
): boolean {
  const { syntax } = view;
  const head = wholeOf(view, token);
  const above = at.get(syntax.heads[head]!);
  if (above && off.has(above.token)) return false;
  if (!above || !TAKING.has(above.pattern.kind.id) || above.pattern.kind === pattern.kind) return false;
  // "lifted [sanctions] on Drevia": they are no more.
  const isEnded =
    above.pattern.kind.id === 'CONCEDE' && above.pattern.trigger.with?.includes(view.reading.lemmas[token]!);
  // "ordered the release [of the dockers]" tells of both: whose release it is makes it an event to look for.
  const isOwned = syntax.children[token]!.some((child) => /^nmod/.test(syntax.relations[child]!));
  // "turned down a request [by the union]" tells of what the union did, too.
  if (syntax.children[token]!.some((child) => prepositionOf(view, child) === 'by')) return false;
  if (pattern.trigger.pos !== 'NOUN' || (isOwned && !isEnded && DEEDS.has(pattern.kind.id))) return false;
  return /^(?:obj|obl|nmod|nsubj:pass)/.test(syntax.relations[head]!);
}

/** "extended the state of [emergency]": the same deed as its verb. */
function isTwice(view: View, { token, pattern }: Trigger, at: ReadonlyMap<number, Trigger>): boolean {
  const { syntax } = view;
  if (pattern.trigger.pos !== 'NOUN') return false;
  // "was released on [bail]"
  const head = at.get(syntax.heads[token]!);
  if (
    head?.pattern.kind === pattern.kind &&
    head.pattern.trigger.mode === pattern.trigger.mode &&
    prepositionOf(view, token) === 'on'
  )
    return true;
  // "declared days of mourning and a state of [emergency]"
  let object = token;
  while (/^(?:nmod|conj)$/.test(syntax.relations[object]!)) object = syntax.heads[object]!;
  if (object < 0) return false;
  const above = at.get(syntax.heads[object]!);
  if (above?.pattern.kind !== pattern.kind || above.pattern.trigger.pos !== 'VERB') return false;
  // "a roadside [bomb] went off"
  const isSame = syntax.relations[object] === 'nsubj' && above.pattern.trigger.mode === pattern.trigger.mode;
  return (isSame && pattern.trigger.mode !== undefined) || /^(?:obj|nsubj:pass)$/.test(syntax.relations[object]!);
}

/** A noun that only tells of another word: "[strike] leaders", "in [protest]", "drove them out with [tear gas]", "called it a [massacre]". */
function isPart(view: View, { token, words, pattern }: Trigger, at: ReadonlyMap<number, Trigger>): boolean {
  const { syntax, reading } = view;
  if (pattern.trigger.pos !== 'NOUN') return false;
  const relation = syntax.relations[token]!;
  const head = syntax.heads[token]!;
  if (head < 0) return false;
  const lemma = reading.lemmas[head]!.toLowerCase();
  if (relation === 'compound' && !at.has(head)) return !CARRIERS.has(lemma);
  // "[ceasefire] talks" are talks.
  if (relation === 'compound' && at.get(head)!.pattern.kind.id === 'CONSULT') return true;
  if (relation === 'xcomp' && NAMING.has(lemma)) return true;
  const preposition = prepositionOf(view, token);
  const isBare = !syntax.children[token]!.some((child) =>
    /^(?:det|amod|nmod:poss|nummod|compound)/.test(syntax.relations[child]!),
  );
  if (words.length === 1 && preposition === 'in' && isBare && reading.xpos[token] === 'NN') return true;
  // "charged with [rape]" tells of both, "drove them out with [tear gas]" of one.
  const above = at.get(head);
  return (
    preposition === 'with' && relation.startsWith('obl') && above !== undefined && !CHARGES.has(above.pattern.kind.id)
  );
}
