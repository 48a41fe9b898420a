import type { EntityMention, EventParticipant } from '../../document/layers.ts';
import { attendantOf, conditionOf, provokerOf } from './bystanders.ts';
import type { Cast } from './cast.ts';
import { nounRoles } from './noun-roles.ts';
import { quantityOf } from './quantity.ts';
import type { Trigger } from './triggers.ts';
import { verbRoles } from './verb-roles.ts';
import { prepositionOf, type View, withConjuncts } from './view.ts';

type Role = EventParticipant['role'];
/** Takes whoever stands at a token, if anybody, into a role. */
export type AddRole = (role: Role, at: number | null) => void;

/** Kinds that both sides do: "[the ministers] met [the envoy]". */
const MUTUAL = new Set(['CONSULT']);
/** Their modes in which one side comes to the other. */
const ONE_SIDED = new Set(['visit', 'third-party']);
/** Kinds whose nouns name what is done to the one after "of": "the arrest of two men". */
const DONE_TO = new Set(['COERCE', 'ASSAULT', 'SANCTION', 'MOBILIZE', 'OTHER']);
/** Kinds whose deed is always done to somebody. */
const TAKEN = new Set(['COERCE', 'SANCTION', 'ASSAULT']);
/** "called [on] Drevia to free them", "bought jets [from] Drevia" */
const OF_PARTY = /^(?:call|buy) (on|from)$/;
/** Kinds of gatherings. */
const GATHERING = new Set(['PROTEST', 'CONSULT']);
const MOST = 8;

/** Who did it and to whom, as far as the words of its clause say; entities in order of their words. */
export function participants(view: View, cast: Cast, { token, pattern, words }: Trigger): EventParticipant[] {
  const found: EventParticipant[] = [];
  const { roles } = pattern.kind;
  const { mode } = pattern.trigger;
  // "a [sit]-in", "took [office]"
  const isOneWord =
    pattern.trigger.lemma.includes('-') || /^(?:(?:take|leave) office|take to the street)$/.test(pattern.trigger.lemma);
  const isMutual = MUTUAL.has(pattern.kind.id) && !ONE_SIDED.has(mode ?? '');
  const { id } = pattern.kind;
  const isBarePassive = (TAKEN.has(id) || mode === 'release') && isHeadlinePassive(view, token);
  // "lifted sanctions [on] Drevia"
  const party = id === 'CONCEDE' || id === 'SANCTION' ? 'on' : (OF_PARTY.exec(pattern.trigger.lemma)?.[1] ?? '');
  const add: AddRole = (given, at) => {
    if (at === null) return;
    const isSuffering = pattern.trigger.suffers || isBarePassive;
    const role = isMutual ? 'actor' : isSuffering && given === 'actor' ? 'recipient' : given;
    for (const each of withConjuncts(view, at)) {
      const mention = mentionOf(view, cast, each, roles[role].kinds);
      if (!mention || found.length >= MOST || (isOneWord && words.includes(mention.head))) continue;
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
  // "recalled its [ambassador] from Drevia": a word of the trigger, and nobody it is done to.
  const isThing = (object: number) =>
    (pattern.trigger.with ?? []).includes(view.reading.lemmas[object]!.toLowerCase()) &&
    cast.typeAt(object) !== 'Place' &&
    view.syntax.children[object]!.some((child) => /^(?:from|to|against)$/.test(prepositionOf(view, child)));
  // "the release of [the editor]": of the ways to give way the one that is done to somebody.
  const isDoneTo = DONE_TO.has(pattern.kind.id) || mode === 'release';
  // "marched with [the students]": those march too.
  const beside: AddRole = (role, at) => add(at !== null && prepositionOf(view, at) === 'with' ? 'actor' : role, at);
  const isMarch = pattern.kind.id === 'PROTEST' && mode !== 'riot';
  if (view.clauseAt.has(token) && view.reading.upos[token] === 'VERB')
    verbRoles(view, cast, token, party, isThing, isMarch ? beside : add);
  if (found.length === 0) nounRoles(view, cast, token, isDoneTo, pattern.trigger.suffers ?? false, add);
  if (found.length === 0 && GATHERING.has(pattern.kind.id)) add('actor', attendantOf(view, token));
  if (pattern.kind.id === 'PROTEST' && !found.some(({ role }) => role === 'recipient'))
    add('recipient', provokerOf(view, token));
  // "would ease the embargo if [Sorrena] freed the sailors": whom a condition is put to.
  if (!found.some(({ role }) => role === 'recipient')) add('recipient', conditionOf(view, token));
  return found;
}

/** "Opposition leader [freed] in swap": a headline leaves out that she was. */
function isHeadlinePassive({ clauseAt, reading, syntax, sentences, sentenceOf }: View, token: number): boolean {
  const clause = clauseAt.get(token);
  const { last } = sentences[sentenceOf[token]!]!;
  if (!clause || clause.isPassive || clause.object !== null || clause.auxiliaries.length > 0) return false;
  if (!/^VB[ND]$/.test(reading.xpos[token]!) || reading.upos[last - 1] === 'PUNCT') return false;
  return (
    syntax.relations[token] === 'root' &&
    !syntax.children[token]!.some((child) => /^[cx]comp/.test(syntax.relations[child]!))
  );
}

function isPronoun({ coreference }: View, { start, end }: EventParticipant): boolean {
  return coreference.mentions.some((each) => each.start === start && each.end === end && each.form === 'pronoun');
}

/** The mention at a token, or below it where the token only counts: "dozens of [protesters]". */
function mentionOf(view: View, cast: Cast, token: number, kinds: readonly string[]): EntityMention | null {
  const own = view.mentionAt.get(token);
  if (own) return own;
  // "The Rovers nose tackle [Jon Melk]": whoever is named behind a noun that tells nothing of them.
  const bearer = view.syntax.children[token]!.find(
    (child) => /^(?:flat|appos)$/.test(view.syntax.relations[child]!) && view.mentionAt.has(child),
  );
  if (bearer !== undefined) return view.mentionAt.get(bearer)!;
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
