import type { Cast } from './cast.ts';
import { isCharge } from './charges.ts';
import { ordererOf } from './orderer-of.ts';
import type { AddRole } from './participants.ts';
import { accusedOf } from './verb-roles.ts';
import { prepositionOf, type View } from './view.ts';

/** Prepositions that lead to the other party of a noun: "talks [with] the union", "an attack [on] the convoy". */
const NOUN_TOWARD = /^(?:to|with|against|on|at|toward|towards|into|over|for|upon)$/;

/** Who does what a noun names, and to whom, by its phrase and the verb that carries it. */
export function nounRoles(
  view: View,
  cast: Cast,
  token: number,
  isDoneTo: boolean,
  suffers: boolean,
  add: AddRole,
): void {
  const { syntax, reading, clauseAt } = view;
  const above = syntax.heads[token]!;
  // "blamed the blast on [rebels]", "accused [rebels] of the attack"
  if (clauseAt.has(above) && isCharge(view, above)) add('actor', chargedWith(view, token, above));
  for (const child of syntax.children[token]!) {
    const relation = syntax.relations[child]!;
    const preposition = prepositionOf(view, child);
    if (relation === 'nmod:poss')
      add(isDoneTo && !hasOf(view, token) && isPerson(view, child) ? 'recipient' : 'actor', child);
    else if (/^nmod/.test(relation) && preposition === 'by') add('actor', child);
    else if (/^nmod/.test(relation) && (preposition === 'between' || preposition === 'from')) add('actor', child);
    else if (/^nmod/.test(relation) && preposition === 'of') {
      // "the arrest of the editor [by the army]", which trees hang on the editor.
      for (const below of isDoneTo ? syntax.children[child]! : [])
        if (/^nmod/.test(syntax.relations[below]!) && prepositionOf(view, below) === 'by') add('actor', below);
      add(isDoneTo || cast.typeAt(child) === 'Place' ? 'recipient' : 'actor', child);
    } else if (
      /^nmod/.test(relation) &&
      NOUN_TOWARD.test(preposition) &&
      !(preposition === 'at' && (isDoneTo || cast.typeAt(child) === 'Place'))
    )
      add('recipient', child);
    else if (/^(?:compound|amod)/.test(relation)) add('actor', child);
  }
  if (isDoneTo)
    // "a shooting at the mill in which …", which trees hang on the mill
    for (const child of syntax.children[token]!)
      for (const each of [child, ...(/^nmod/.test(syntax.relations[child]!) ? syntax.children[child]! : [])])
        add('recipient', harmedIn(view, each));
  const head = syntax.heads[token]!;
  // "is [in custody]", "remains [in custody]"
  if (suffers) add('actor', view.clauseAt.get(token)?.subject ?? view.clauseAt.get(head)?.subject ?? null);
  const carrier = head >= 0 ? view.clauseAt.get(head) : undefined;
  if (!carrier) return;
  // Who orders a deed has it done.
  if (ordererOf(view, token) !== null)
    add('actor', carrier.isPassive ? carrier.agent : (carrier.subject ?? carrier.understood));
  const isObject = carrier.object === token;
  const lemma = reading.lemmas[head]!.toLowerCase();
  if (isObject && view.words.has('receiver', lemma)) {
    add('recipient', carrier.subject ?? carrier.understood);
    for (const child of syntax.children[head]!)
      if (/^obl/.test(syntax.relations[child]!) && prepositionOf(view, child) === 'from') add('actor', child);
  }
  const isAim =
    /^obl/.test(syntax.relations[token]!) &&
    /^(?:gather|come|meet|sit)$/.test(lemma) &&
    /^(?:for|to|in)$/.test(prepositionOf(view, token));
  if (
    (isObject || isAim || (carrier.isPassive && carrier.subject === token)) &&
    (isAim || view.words.has('carrier', lemma))
  ) {
    add('actor', carrier.isPassive ? carrier.agent : (accusedOf(view, head) ?? carrier.subject ?? carrier.understood));
    for (const child of syntax.children[head]!)
      if (/^obl(?!:agent)/.test(syntax.relations[child]!) && NOUN_TOWARD.test(prepositionOf(view, child)))
        add('recipient', child);
  }
}

/** "a shooting in which [three dockers] were wounded" */
function harmedIn({ syntax, reading, clauseAt }: View, relative: number): number | null {
  if (syntax.relations[relative] !== 'acl:relcl') return null;
  const isIn = syntax.children[relative]!.some(
    (child) =>
      reading.lemmas[child]!.toLowerCase() === 'which' &&
      syntax.children[child]!.some((each) => /^(?:in|during)$/.test(reading.lemmas[each]!.toLowerCase())),
  );
  const clause = clauseAt.get(relative);
  return isIn && (clause?.isPassive || reading.lemmas[relative] === 'die') ? clause!.subject : null;
}

function chargedWith(view: View, token: number, verb: number): number | null {
  const { object, subject, isPassive } = view.clauseAt.get(verb)!;
  const done = isPassive ? subject : object;
  const { children, relations } = view.syntax;
  const isOn = (child: number) => /^(?:obl|nmod)/.test(relations[child]!) && prepositionOf(view, child) === 'on';
  if (done === token) return [...children[verb]!, ...children[token]!].find(isOn) ?? null;
  return /^(?:of|for|over|with)$/.test(prepositionOf(view, token)) ? done : null;
}

function isPerson({ mentionAt, coreference }: View, token: number): boolean {
  const mention = mentionAt.get(token);
  return mention !== undefined && /^(?:Person|Group)$/.test(coreference.entities[mention.entity]!.type);
}

function hasOf(view: View, token: number): boolean {
  return view.syntax.children[token]!.some((child) => prepositionOf(view, child) === 'of');
}
