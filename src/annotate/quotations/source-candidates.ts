import type { Clause, Stretch } from '../../document/layers.ts';
import type { Part } from './decode-parts.ts';
import { headOf, type View } from './view.ts';

/** Words that may name who says something. */
export interface Candidate extends Stretch {
  readonly head: number;
  /** Subject, agent or object of "according to" of the cue. */
  readonly tied: boolean;
  /** Of the story model that these words are a source. */
  readonly probability: number;
}

/** Sentences before and after a content in which its source may stand. */
const BEFORE = 4;
const AFTER = 2;

/** Whoever may have said a content: what the model marks as sources near it, and who the tree ties to its cue. */
export function sourceCandidates(
  view: View,
  content: Stretch,
  cue: Stretch | null,
  sources: readonly Part[],
  clauseAt: ReadonlyMap<number, Clause>,
): Candidate[] {
  const { sentences, sentenceOf } = view;
  const from = sentences[Math.max(0, sentenceOf[content.first]! - BEFORE)]!.first;
  const to = sentences[Math.min(sentences.length - 1, sentenceOf[content.last - 1]! + AFTER)]!.last;
  const isHeadline = (token: number) => view.headlines.has(sentences[sentenceOf[token]!]!.segment);
  const tied = cue === null ? null : tiedTo(view, cue, clauseAt);
  const found: Candidate[] = [];
  for (const part of sources) {
    if (part.last <= from || part.first >= to) continue;
    if (part.first >= content.first && part.last <= content.last) continue;
    if (isHeadline(part.first) !== isHeadline(content.first)) continue;
    const head = headOf(view, part);
    found.push({ ...part, head, tied: tied !== null && tied >= part.first && tied < part.last });
  }
  if (tied !== null && !found.some((candidate) => candidate.tied) && (tied < content.first || tied >= content.last)) {
    const phrase = view.syntax.nounPhrases.find(({ head }) => head === tied);
    const { first, last } = phrase?.base ?? { first: tied, last: tied + 1 };
    found.push({ first, last, head: tied, tied: true, probability: 0 });
  }
  return found;
}

/** The one who does what the cue says. */
function tiedTo(view: View, cue: Stretch, clauseAt: ReadonlyMap<number, Clause>): number | null {
  const { syntax } = view;
  const head = headOf(view, cue);
  const clause = clauseAt.get(head);
  if (clause) return clause.isPassive ? (clause.agent ?? clause.subject) : (clause.subject ?? clause.understood);
  // "according to [the ministry]": the phrase that the preposition marks; "the ministry's [statement]": its owner.
  if (syntax.relations[head] === 'case') return syntax.heads[head]!;
  return syntax.children[head]!.find((child) => syntax.relations[child] === 'nmod:poss') ?? null;
}
