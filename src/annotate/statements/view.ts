import type { Clause, EntityMention, Layers } from '../../document/layers.ts';
import type { Span } from '../../document/span.ts';

type Needed = Pick<Layers, 'tokens' | 'reading' | 'syntax' | 'story' | 'quotations' | 'coreference'>;

/** What the rules for statements look at. */
export interface View extends Omit<Needed, 'tokens'> {
  readonly text: string;
  readonly tokens: Needed['tokens']['tokens'];
  readonly sentences: Needed['tokens']['sentences'];
  /** By predicate. */
  readonly clauseAt: ReadonlyMap<number, Clause>;
  /** By the token that they are named by, mentions; where several have one, the longest. */
  readonly mentionAt: ReadonlyMap<number, EntityMention>;
}

export function viewOf(text: string, { tokens, ...layers }: Needed): View {
  const mentionAt = new Map<number, EntityMention>();
  for (const mention of layers.coreference.mentions)
    if (!mentionAt.has(mention.head)) mentionAt.set(mention.head, mention);
  // A name joined by "and" hangs on another of its words than it was found by: "Dock and Transport Workers' [Union]".
  for (const mention of layers.coreference.mentions) {
    if (mention.form !== 'name') continue;
    for (let at = mention.first; at < mention.last; at++) {
      const head = layers.syntax.heads[at]!;
      if ((head < mention.first || head >= mention.last) && !mentionAt.has(at)) mentionAt.set(at, mention);
    }
  }
  return {
    text,
    ...layers,
    tokens: tokens.tokens,
    sentences: tokens.sentences,
    clauseAt: new Map(layers.syntax.clauses.map((clause) => [clause.predicate, clause])),
    mentionAt,
  };
}

/** Mentions whose first word lies in a span, in text order. */
export function mentionsIn({ coreference: { mentions } }: View, { start, end }: Span): EntityMention[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < mentions.length && mentions[last]!.start < end) last++;
  return mentions.slice(low, last);
}
