import type { EntityMention, EventParticipant } from '../../document/layers.ts';
import type { Cast } from './cast.ts';
import { quantityOf } from './quantity.ts';
import type { Trigger } from './triggers.ts';
import { prepositionOf, type View, withConjuncts } from './view.ts';

type Role = EventParticipant['role'];

/** Verbs that only carry a noun that says what happens: "[held] a meeting", "[carried out] the arrest". */
const LIGHT = new Set(
  'hold stage carry conduct make take launch mount give issue have begin start open organise organize sign impose reach do put declare proclaim spread use voice attend join gather come lodge announce chair host convene lead mark'.split(
    ' ',
  ),
);
/** The same for whoever it is done to: "[drew] condemnation from", "[received] aid from". */
const BEARING = new Set('receive draw win face suffer get undergo'.split(' '));
/** Kinds that both sides do: "[the ministers] met [the envoy]". */
const MUTUAL = new Set(['CONSULT']);
/** Their modes in which one side comes to the other. */
const ONE_SIDED = new Set(['visit', 'third-party']);
/** Kinds whose nouns name what is done to the one after "of": "the arrest of two men". */
const DONE_TO = new Set(['COERCE', 'ASSAULT', 'SANCTION', 'MOBILIZE', 'OTHER']);
/** Prepositions that lead to the other party of a verb. */
const TOWARD = /^(?:to|with|against|on|at|toward|towards|from|for|upon|into|over|of)$/;
/** The same for a noun: "talks [with] the union", "an attack [on] the convoy". */
const NOUN_TOWARD = /^(?:to|with|against|on|at|toward|towards|into|over|for|upon)$/;
const CHARGING = new Set([
  'accuse',
  'suspect',
  'blame',
  'charge',
  'convict',
  'condemn',
  'criticise',
  'criticize',
  'indict',
  'fine',
  'jail',
]);
const MOST = 8;

/** Who did it and to whom, as far as the words of its clause say; entities in order of their words. */
export function participants(view: View, cast: Cast, { token, pattern }: Trigger): EventParticipant[] {
  const found: EventParticipant[] = [];
  const { roles } = pattern.kind;
  const { mode } = pattern.trigger;
  const isMutual = MUTUAL.has(pattern.kind.id) && !ONE_SIDED.has(mode ?? '');
  const add = (given: Role, at: number | null) => {
    if (at === null) return;
    const role = isMutual ? 'actor' : pattern.trigger.suffers && given === 'actor' ? 'recipient' : given;
    for (const each of withConjuncts(view, at)) {
      const mention = mentionOf(view, cast, each, roles[role].kinds);
      if (!mention || found.length >= MOST) continue;
      const known = found.findIndex(({ entity }) => entity === mention.entity);
      // "Verko voiced [his] readiness": whoever is named in the clause is named by it.
      if (known >= 0 && mention.form !== 'pronoun' && isPronoun(view, found[known]!))
        found[known] = { ...found[known]!, start: mention.start, end: mention.end };
      if (known >= 0) continue;
      if (!roles[role].kinds.includes(cast.typeOf(mention.entity))) continue;
      const { entity, start, end } = mention;
      found.push({ entity, role, quantity: quantityOf(view, each), start, end });
    }
  };
  if (view.clauseAt.has(token) && view.reading.upos[token] === 'VERB') ofVerb(view, token, add);
  if (found.length === 0)
    ofNoun(view, cast, token, DONE_TO.has(pattern.kind.id), pattern.trigger.suffers ?? false, add);
  // "would ease the embargo if [Sorrena] freed the sailors": whom a condition is put to.
  if (!found.some(({ role }) => role === 'recipient')) add('recipient', conditionOf(view, token));
  return found;
}

/** Who must do something first: the subject of an if-clause. */
function conditionOf({ syntax, clauseAt, reading }: View, token: number): number | null {
  const condition = syntax.children[token]!.find(
    (child) =>
      syntax.relations[child] === 'advcl' &&
      syntax.children[child]!.some((mark) => /^(?:if|unless)$/.test(reading.lemmas[mark]!.toLowerCase())),
  );
  return condition === undefined ? null : (clauseAt.get(condition)?.subject ?? null);
}

function isPronoun({ coreference }: View, { start, end }: EventParticipant): boolean {
  return coreference.mentions.some((each) => each.start === start && each.end === end && each.form === 'pronoun');
}

/** The mention at a token, or below it where the token only counts: "dozens of [protesters]". */
function mentionOf(view: View, cast: Cast, token: number, kinds: readonly string[]): EntityMention | null {
  const own = view.mentionAt.get(token);
  if (own) return own;
  const counted = view.syntax.children[token]!.find(
    (child) => view.syntax.relations[child] === 'nmod' && prepositionOf(view, child) === 'of',
  );
  if (counted !== undefined && view.mentionAt.has(counted)) return view.mentionAt.get(counted)!;
  // "the government's [forces]", "[Drevian] jets": no actor of its own, so whose it is.
  const owner = view.syntax.children[token]!.find(
    (child) => /^(?:nmod:poss|amod|compound)$/.test(view.syntax.relations[child]!) && view.mentionAt.has(child),
  );
  // "thousands", "the depot": nobody has named them.
  return cast.at(token, kinds) ?? view.mentionAt.get(owner ?? -1) ?? null;
}

function ofVerb(view: View, token: number, add: (role: Role, at: number | null) => void): void {
  const clause = view.clauseAt.get(token)!;
  const { syntax, reading } = view;
  if (clause.isPassive) {
    add('actor', clause.agent);
    add('recipient', clause.subject ?? clause.understood);
  } else if (reading.xpos[token] === 'VBN' && syntax.relations[token] === 'acl') {
    add('actor', clause.agent);
    add('recipient', syntax.heads[token]!);
  } else {
    add('actor', accusedOf(view, token) ?? clause.subject ?? clause.understood);
    add('recipient', clause.object);
    add('recipient', clause.indirectObject);
  }
  for (const child of syntax.children[token]!)
    if (/^obl(?!:agent)/.test(syntax.relations[child]!) && TOWARD.test(prepositionOf(view, child))) {
      const mention = view.mentionAt.get(child);
      const isPlace = mention && view.coreference.entities[mention.entity]!.type === 'Place';
      if (!isPlace || /^(?:with|against|to)$/.test(prepositionOf(view, child))) add('recipient', child);
    }
  // "threatened to cut supplies to [the port]": what somebody undertakes is toward whom it is turned.
  for (const child of syntax.children[token]!)
    if (syntax.relations[child] === 'xcomp' && view.clauseAt.has(child)) {
      add('recipient', view.clauseAt.get(child)!.object);
      for (const below of syntax.children[child]!)
        if (/^obl(?!:agent)/.test(syntax.relations[below]!) && /^(?:to|with|against)$/.test(prepositionOf(view, below)))
          add('recipient', below);
    }
  // "condemned [Drevia]'s decision", "rejected the demands of [the union]": toward whom the thing is.
  if (clause.object !== null && !view.mentionAt.has(clause.object))
    for (const child of syntax.children[clause.object]!)
      if (/^nmod/.test(syntax.relations[child]!) && !/^(?:in|at|near|by)$/.test(prepositionOf(view, child)))
        add('recipient', child);
}

/** "accused [Drevia] of training gunmen": whoever is charged is said to have done it. */
function accusedOf({ syntax, reading, clauseAt }: View, token: number): number | null {
  const head = syntax.heads[token]!;
  const above = head < 0 ? undefined : clauseAt.get(head);
  if (!above || !CHARGING.has(reading.lemmas[head]!.toLowerCase()) || reading.xpos[token] !== 'VBG') return null;
  return above.isPassive ? above.subject : above.object;
}

function ofNoun(
  view: View,
  cast: Cast,
  token: number,
  isDoneTo: boolean,
  suffers: boolean,
  add: (role: Role, at: number | null) => void,
): void {
  const { syntax, reading } = view;
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
      add(isDoneTo || isPlace(view, cast, child) ? 'recipient' : 'actor', child);
    } else if (
      /^nmod/.test(relation) &&
      NOUN_TOWARD.test(preposition) &&
      !(preposition === 'at' && isPlace(view, cast, child))
    )
      add('recipient', child);
    else if (/^(?:compound|amod)/.test(relation)) add('actor', child);
  }
  const head = syntax.heads[token]!;
  // "is [in custody]", "remains [in custody]"
  if (suffers) add('actor', view.clauseAt.get(token)?.subject ?? view.clauseAt.get(head)?.subject ?? null);
  const carrier = head >= 0 ? view.clauseAt.get(head) : undefined;
  if (!carrier) return;
  const isObject = carrier.object === token;
  const lemma = reading.lemmas[head]!.toLowerCase();
  if (isObject && BEARING.has(lemma)) {
    add('recipient', carrier.subject ?? carrier.understood);
    for (const child of syntax.children[head]!)
      if (/^obl/.test(syntax.relations[child]!) && prepositionOf(view, child) === 'from') add('actor', child);
  }
  const isAim = /^obl/.test(syntax.relations[token]!) && /^(?:gather|come|meet|sit)$/.test(lemma);
  if ((isObject || isAim || (carrier.isPassive && carrier.subject === token)) && (isAim || LIGHT.has(lemma))) {
    add('actor', carrier.isPassive ? carrier.agent : (carrier.subject ?? carrier.understood));
    for (const child of syntax.children[head]!)
      if (/^obl(?!:agent)/.test(syntax.relations[child]!) && NOUN_TOWARD.test(prepositionOf(view, child)))
        add('recipient', child);
  }
}

function isPlace(view: View, cast: Cast, token: number): boolean {
  const mention = view.mentionAt.get(token) ?? cast.at(token, ['Place']);
  return mention !== null && cast.typeOf(mention.entity) === 'Place';
}

function isPerson({ mentionAt, coreference }: View, token: number): boolean {
  const mention = mentionAt.get(token);
  return mention !== undefined && /^(?:Person|Group)$/.test(coreference.entities[mention.entity]!.type);
}

function hasOf(view: View, token: number): boolean {
  return view.syntax.children[token]!.some((child) => prepositionOf(view, child) === 'of');
}
