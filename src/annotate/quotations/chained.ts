import type { Clause, Quotation } from '../../document/layers.ts';
import type { CueList } from './cues.ts';
import { sourceAt } from './nested.ts';
import { spanOf, tokensOf, type View } from './view.ts';

const QUOTES = /^(?:quote|cite)$/;

/** Two who say the same words: whoever passes them on, and whoever said them first; each with the word of saying. */
interface Chain {
  readonly outer: { readonly speaker: number; readonly cue: number } | null;
  readonly inner: { readonly speaker: number; readonly cue: number };
}

/**
 * What one passes on from another is a statement of each, the outer one first: "State radio quoted the ministry as saying",
 * "the paper, citing an official, said", "the ministry, quoted by the paper, said".
 */
export function chained(view: View, found: readonly Quotation[], cues: CueList): Quotation[] {
  const clauseAt = new Map(view.syntax.clauses.map((clause) => [clause.predicate, clause]));
  const chains = found.map((one) => asSaying(view, one, clauseAt) ?? citing(view, one, cues));
  const quoted = new Set(chains.flatMap((chain) => (chain ? [chain.inner.speaker] : [])));
  return found.flatMap((one, at) => {
    const chain = chains[at];
    // "quoted [the ministry] as saying": who is quoted is not what.
    if (isOnly(view, one, quoted)) return [];
    if (!chain) return [one];
    const said = (part: Chain['inner']) => ({
      ...one,
      source: sourceAt(view, part.speaker),
      cue: cueAt(view, part.cue, cues),
    });
    return [...(chain.outer ? [said(chain.outer)] : []), said(chain.inner)];
  });
}

/** "quoted the ministry [as saying] that …", "is quoted in the report [as saying] …". */
function asSaying(view: View, { cue }: Quotation, clauseAt: ReadonlyMap<number, Clause>): Chain | null {
  if (cue === null) return null;
  const { syntax, reading } = view;
  const isAs = (token: number) =>
    syntax.children[token]!.some((child) => child < token && reading.lemmas[child] === 'as');
  const saying = isAs(cue.head)
    ? cue.head
    : (syntax.children[cue.head]!.find((child) => child > cue.head && isAs(child)) ?? -1);
  const quoting = saying < 0 ? -1 : syntax.heads[saying]!;
  const clause = clauseAt.get(quoting);
  if (!clause || !QUOTES.test(reading.lemmas[quoting]!) || reading.upos[saying] !== 'VERB') return null;
  const { isPassive, subject, understood, object, agent } = clause;
  const by = isPassive ? (agent ?? whereQuoted(view, quoting)) : (subject ?? understood);
  const whom = isPassive ? subject : object;
  if (whom === null) return null;
  // "was [quoted] as saying": nobody is named who quotes, and the cue is theirs all the same.
  if (by === null) return { outer: null, inner: { speaker: whom, cue: quoting } };
  return { outer: { speaker: by, cue: quoting }, inner: { speaker: whom, cue: saying } };
}

/** "is quoted in [the report]": what passes it on. */
function whereQuoted({ syntax, reading }: View, quoting: number): number | null {
  const found = syntax.children[quoting]!.find(
    (child) =>
      /^obl/.test(syntax.relations[child]!) &&
      syntax.children[child]!.some((each) => /^(?:by|in)$/.test(reading.lemmas[each]!)) &&
      /^(?:NOUN|PROPN|PRON)$/.test(reading.upos[child]!),
  );
  return found ?? null;
}

/** "The paper, [citing] an official, said …", "the ministry, [quoted] by the paper, said …". */
function citing({ syntax, reading }: View, { cue, source }: Quotation, cues: CueList): Chain | null {
  if (cue === null || source === null) return null;
  const view = { syntax, reading } as View;
  for (const above of [source.head, cue.head]) {
    for (const verb of syntax.children[above]!) {
      if (!/^(?:acl|advcl)/.test(syntax.relations[verb]!) || !QUOTES.test(reading.lemmas[verb]!)) continue;
      const agent = syntax.children[verb]!.find((child) => syntax.relations[child] === 'obl:agent');
      if (agent !== undefined && above === source.head)
        return { outer: { speaker: agent, cue: verb }, inner: { speaker: source.head, cue: cue.head } };
      const whom = syntax.children[verb]!.find((child) => syntax.relations[child] === 'obj');
      if (reading.xpos[verb] === 'VBG' && whom !== undefined && cues.isSomebody(view, whom))
        return { outer: { speaker: source.head, cue: cue.head }, inner: { speaker: whom, cue: verb } };
    }
  }
  return null;
}

function cueAt(view: View, head: number, cues: CueList): NonNullable<Quotation['cue']> {
  const { lemma, class: kind } = cues.of(view, head);
  return { ...spanOf(view, { first: head, last: head + 1 }), head, lemma, class: kind };
}

/** Whether the content is nothing but the name of somebody who is quoted. */
function isOnly(view: View, { content }: Quotation, quoted: ReadonlySet<number>): boolean {
  if (content.length > 1) return false;
  const { first, last } = tokensOf(view, content[0]!);
  return [...quoted].some((head) => {
    const extent = view.syntax.extents[head]!;
    return first <= head && head < last && first >= extent.first - 1 && last <= extent.last + 1;
  });
}
