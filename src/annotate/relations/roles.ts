import type { EntityMention } from '../../document/layers.ts';
import type { RelationCue } from '../../vocabulary/records.ts';
import { prepositionOf, type View } from '../events/view.ts';
import type { Fact } from './relations.ts';

const FORMER = /^(?:former|ex|then|late|outgoing|erstwhile)$/i;

/**
 * What a noun says that somebody is to somebody: "Melk, [leader] of the Greens", "the ministry's [spokesman], Ilan Verko",
 * "Drevia is an [ally] of Halvania", "[spokeswoman] Odile Quist".
 */
export function roles(view: View, cues: readonly RelationCue[], publishedAt: string): Fact[] {
  const byLemma = new Map(cues.flatMap((cue) => cue.words.map((word) => [word, cue] as const)));
  const { syntax, reading, tokens } = view;
  return tokens.flatMap(({ start, end }, token): Fact[] => {
    const written = wordStart(view.text, start);
    // "secretary-general" is no general.
    const lemma = (written < start ? view.text.slice(written, end) : reading.lemmas[token]!).toLowerCase();
    const cue = reading.upos[token] === 'NOUN' || reading.upos[token] === 'PROPN' ? byLemma.get(lemma) : undefined;
    if (!cue) return [];
    const bearer = bearerOf(view, token);
    const other = otherOf(view, token, cue);
    if (!bearer || !other || bearer.entity === other.entity) return [];
    const former = syntax.children[token]!.some((child) => FORMER.test(reading.lemmas[child]!));
    const [from, to] = cue.reversed ? [other, bearer] : [bearer, other];
    return [
      {
        type: cue.relation,
        from: from.entity,
        to: to.entity,
        label: cue.labelled ? labelOf(view, token) : null,
        validFrom: null,
        validTo: former && publishedAt ? `../${publishedAt.slice(0, 10)}` : null,
        negated: view.clauseAt.get(token)?.isNegated ?? false,
        start,
        end,
        rule: 'role-noun',
        confidence: 0.8,
      },
    ];
  });
}

/** Who is meant: the name beside the noun, before or after it, or the subject of which it is said. */
function bearerOf(view: View, token: number): EntityMention | undefined {
  const { syntax, clauseAt, mentionAt } = view;
  const relation = syntax.relations[token]!;
  const head = syntax.heads[token]!;
  if (
    /^(?:appos|compound|nmod)$/.test(relation) &&
    head >= 0 &&
    (relation !== 'nmod' || prepositionOf(view, token) === '')
  )
    return mentionAt.get(head);
  const beside = syntax.children[token]!.find((child) => /^(?:appos|flat)/.test(syntax.relations[child]!));
  if (beside !== undefined && mentionAt.has(beside)) return mentionAt.get(beside);
  const subject = clauseAt.get(token)?.subject ?? clauseAt.get(token)?.understood;
  // "served as an adviser to": said of the subject of its verb.
  const served = head >= 0 && prepositionOf(view, token) === 'as' ? clauseAt.get(head) : undefined;
  const said = subject ?? served?.subject ?? served?.understood;
  return said === null || said === undefined ? undefined : mentionAt.get(said);
}

/** To whom: after a preposition of the cue, or whose it is ("[its] director", "the [union] leader"). */
function otherOf(view: View, token: number, cue: RelationCue): EntityMention | undefined {
  const { syntax, mentionAt } = view;
  const below = syntax.children[token]!;
  const led = below.find(
    (child) =>
      /^(?:nmod|obl)/.test(syntax.relations[child]!) &&
      cue.with?.includes(prepositionOf(view, child)) &&
      mentionAt.has(child),
  );
  const owner = led ?? below.find((child) => syntax.relations[child] === 'nmod:poss' && mentionAt.has(child));
  const named = owner ?? below.find((child) => syntax.relations[child] === 'compound' && mentionAt.has(child));
  return named === undefined ? undefined : mentionAt.get(named);
}

/** Where the written word begins of which a token is the end: "[secretary-]general". */
function wordStart(text: string, start: number): number {
  const before = /(?:[\p{L}]+-)+$/u.exec(text.slice(Math.max(0, start - 30), start));
  return before ? start - before[0].length : start;
}

/** The noun with what kind of one it is: "chief surgeon". */
function labelOf({ syntax, reading, text, tokens, mentionAt }: View, token: number): string {
  let first = token;
  for (const child of syntax.children[token]!)
    if (
      child === first - 1 &&
      /^(?:compound|amod)$/.test(syntax.relations[child]!) &&
      !mentionAt.has(child) &&
      !FORMER.test(reading.lemmas[child]!)
    )
      first = child;
  return text.slice(wordStart(text, tokens[first]!.start), tokens[token]!.end).toLowerCase();
}
