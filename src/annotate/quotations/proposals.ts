import type { Stretch } from '../../document/layers.ts';
import { type Ranker, rankProbabilities } from '../runtime/ranker.ts';
import { contents, firstOfSegment } from './contents.ts';
import { cueOf, isTied } from './cue-of.ts';
import type { CueList } from './cues.ts';
import { decodeParts, type Part } from './decode-parts.ts';
import { labelOf, signatureOf } from './labelled-source.ts';
import { isNotBy } from './not-by.ts';
import type { Quoted } from './quote-marks.ts';
import { type Candidate, sourceCandidates } from './source-candidates.ts';
import { sourceFeatures } from './source-features.ts';
import { turnsOf } from './turns.ts';
import { headOf, type View } from './view.ts';

/** A content with the cue and the source that fit it best. */
export interface Proposal {
  readonly content: Stretch;
  /** Whether it is what somebody says in a transcript, which needs no marks. */
  readonly isTurn: boolean;
  readonly cue: (Stretch & { readonly head: number; readonly lemma: string; readonly class: string }) | null;
  readonly source: Candidate | null;
  /** Of its words being said at all, and of its source. */
  readonly probability: number;
  readonly sourceProbability: number;
}

/** Below 0: cues and sources are only taken where a content asks for them. */
const EAGER = -1;

const LIKELY = 0.5;

/** What the ranker chooses from, for one content: shared with its training. */
export interface Case {
  readonly content: Part;
  readonly cue: Part | null;
  readonly candidates: readonly Candidate[];
  readonly features: readonly (readonly number[])[];
}

/** Every content of the article with its cue and the candidates for its source. */
export function casesOf(view: View, quoted: readonly Quoted[]): Case[] {
  const { story, sentences, syntax } = view;
  const cues = decodeParts(story.cue, sentences, EAGER, false);
  const sources = decodeParts(story.source, sentences, EAGER, false);
  const clauseAt = new Map(syntax.clauses.map((clause) => [clause.predicate, clause]));
  return contents(view, quoted, turnsOf(view)).map((content) => {
    const cue = content.isTurn ? null : cueOf(view, content, cues);
    const candidates = sourceCandidates(view, content, cue, sources, clauseAt);
    return { content, cue, candidates, features: candidates.map((one) => sourceFeatures(view, content, cue, one)) };
  });
}

export function proposals(view: View, quoted: readonly Quoted[], cues: CueList, ranker: Ranker): Proposal[] {
  return casesOf(view, quoted).map(({ content, cue: marked, candidates: near, features }) => {
    const cue = content.isTurn ? null : (marked ?? governing(view, content, cues));
    let candidates = near;
    const label = cue !== null && isTied(view, content, cue) ? null : named(view, content);
    if (label) candidates = [{ ...label, head: headOf(view, label), tied: true, probability: 1 }];
    const chances = label ? [1] : rankProbabilities(ranker, features);
    const best = likeliest(chances, candidates);
    const head = cue === null ? -1 : cueHead(view, cue, cues);
    const told = cue === null ? null : { ...words(cues, view, head), head, ...cues.of(view, head) };
    const source = candidates[best] ?? null;
    return {
      content,
      isTurn: content.isTurn === true,
      cue: told,
      source: told && source && isNotBy(view, told, source.head) ? null : source,
      probability: content.probability,
      sourceProbability: chances[best]!,
    };
  });
}

/** The likeliest source; where none is likely, the likeliest that the tree ties to the cue. */
function likeliest(chances: readonly number[], candidates: readonly Candidate[]): number {
  const most = Math.max(...chances);
  if (most >= LIKELY) return chances.indexOf(most);
  const tied = chances.map((chance, at) => (candidates[at]?.tied ? chance : -1));
  const best = Math.max(...tied);
  return best > 0 ? tied.indexOf(best) : chances.indexOf(most);
}

/** "Oduya {denied} that [it would]": the word of saying right above a content, where the model marks none. */
function governing(view: View, content: Stretch, cues: CueList): Stretch | null {
  const above = view.syntax.heads[headOf(view, content)]!;
  const isCue = above >= 0 && (above < content.first || above >= content.last) && cues.known(view, above) !== null;
  return isCue ? { first: above, last: above + 1 } : null;
}

/** Whoever a colon or a dash names as the speaker. */
function named(view: View, content: Stretch): Stretch | null {
  return signatureOf(view, content) ?? labelOf(view, firstOfSegment(view, content.first));
}

/** The word of saying among the words that the model marks ("told" in "told an online meeting"), else their head. */
function cueHead(view: View, { first, last }: Stretch, cues: CueList): number {
  const head = headOf(view, { first, last });
  if (cues.known(view, head)) return head;
  for (let token = first; token < last; token++) if (cues.known(view, token)) return token;
  return head;
}

/** The cue alone: "blamed", "according to", "called on". */
function words(cues: CueList, view: View, head: number): Stretch {
  const isTwo = cues.known(view, head)?.lemma.includes(' ') ?? false;
  return { first: head, last: head + (isTwo ? 2 : 1) };
}
