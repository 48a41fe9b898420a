import type { Cast } from './cast.ts';
import { isCharge } from './charges.ts';
import { countedBy } from './counted.ts';
import { headlineDoer } from './headline-doer.ts';
import type { AddRole } from './participants.ts';
import { taskedWith } from './tasked.ts';
import { prepositionOf, type View } from './view.ts';

/** Prepositions that lead to the other party of a verb. */
const TOWARD = /^(?:to|with|against|on|at|toward|towards|from|for|upon|into|over|of)$/;

/** Who does a verb's deed and to whom, by its clause; `party` is the preposition that the entry itself has the other party behind: "buy from". */
export function verbRoles(
  view: View,
  cast: Cast,
  token: number,
  party: string,
  isThing: (object: number) => boolean,
  add: AddRole,
): void {
  const clause = view.clauseAt.get(token)!;
  const { syntax, reading } = view;
  if (clause.isPassive) {
    add('actor', clause.agent);
    add('recipient', clause.subject ?? clause.understood);
  } else if (reading.xpos[token] === 'VBN' && syntax.relations[token] === 'acl') {
    add('actor', clause.agent);
    add('recipient', syntax.heads[token]!);
  } else {
    add(
      'actor',
      accusedOf(view, token) ??
        heldBackOf(view, token) ??
        clause.subject ??
        taskedWith(view, token) ??
        askedOf(view, token) ??
        headlineDoer(view, token) ??
        clause.understood,
    );
    if (clause.object === null || !isThing(clause.object)) add('recipient', clause.object);
    add('recipient', clause.indirectObject);
  }
  for (const child of syntax.children[token]!)
    if (/^obl(?!:agent)/.test(syntax.relations[child]!) && TOWARD.test(prepositionOf(view, child))) {
      const preposition = prepositionOf(view, child);
      // "was arrested [at the depot]" is where.
      const hasWhom = clause.isPassive || (clause.object !== null && cast.typeAt(clause.object) !== null);
      const isWhere = cast.typeAt(child) === 'Place' || (hasWhom && preposition === 'at');
      // "buy [from]"
      const isParty = /^(?:with|against|to)$/.test(preposition) || preposition === party;
      if (!isWhere || isParty) add('recipient', child);
    }
  // "threatened to cut supplies to [the port]": what somebody undertakes is toward whom it is turned.
  for (const child of syntax.children[token]!)
    if (syntax.relations[child] === 'xcomp' && view.clauseAt.has(child)) {
      const { object, indirectObject } = view.clauseAt.get(child)!;
      add('recipient', object);
      add('recipient', indirectObject);
      // "to withdraw from [the port]", "to halt talks with [the union]"
      for (const below of [...syntax.children[child]!, ...(object === null ? [] : syntax.children[object]!)])
        if (
          /^(?:obl(?!:agent)|nmod$)/.test(syntax.relations[below]!) &&
          /^(?:to|with|against|from)$/.test(prepositionOf(view, below))
        )
          add('recipient', below);
    }
  // "condemned [Drevia]'s decision", "rejected the demands of [the union]": toward whom the thing is.
  // "blocked the road to [the border]" is done to the road.
  if (clause.object !== null && (cast.typeAt(clause.object) === null || isThing(clause.object)))
    for (const child of syntax.children[countedBy(view, clause.object)]!) {
      const preposition = prepositionOf(view, child);
      // "blamed Drevia's unrest on [smugglers]": there it is told.
      const isToward =
        reading.lemmas[token] === 'blame' ? preposition === 'on' : !/^(?:in|at|near|by)$/.test(preposition);
      if (/^nmod/.test(syntax.relations[child]!) && isToward) add('recipient', child);
    }
}

/** "accused [Drevia] of training gunmen": whoever is charged is said to have done it. */
export function accusedOf(view: View, token: number): number | null {
  const { syntax, reading, clauseAt } = view;
  const head = syntax.heads[token]!;
  const above = head < 0 ? undefined : clauseAt.get(head);
  if (!above || !isCharge(view, head) || reading.xpos[token] !== 'VBG') return null;
  return above.isPassive ? above.subject : above.object;
}

/** "kept [the rebels] from burning it": whoever is held back is who would have done it. */
function heldBackOf({ syntax, reading, clauseAt }: View, token: number): number | null {
  const isFrom = syntax.children[token]!.some(
    (child) => /^(?:mark|case)$/.test(syntax.relations[child]!) && reading.lemmas[child] === 'from',
  );
  const above = clauseAt.get(syntax.heads[token]!);
  if (!isFrom || !above || reading.xpos[token] !== 'VBG') return null;
  return above.isPassive ? above.subject : above.object;
}

/** "called on [the premier] to resign": whoever is asked is who is to do it. */
function askedOf({ syntax, reading, clauseAt, words }: View, token: number): number | null {
  const head = syntax.heads[token]!;
  if (head < 0 || !/^(?:xcomp|advcl|ccomp)/.test(syntax.relations[token]!) || reading.xpos[token] !== 'VB') return null;
  const lemma = reading.lemmas[head]!.toLowerCase();
  // "named [a judge] to find out", which trees hang on the naming.
  if (words.has('task', lemma)) return clauseAt.get(head)?.object ?? null;
  if (!words.has('request', lemma)) return null;
  return (
    syntax.children[head]!.find(
      (child) =>
        child < token &&
        /^obl/.test(syntax.relations[child]!) &&
        syntax.children[child]!.some((each) => /^(?:on|upon|to|with|for)$/.test(reading.lemmas[each]!)),
    ) ?? null
  );
}
