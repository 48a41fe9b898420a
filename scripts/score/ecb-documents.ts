import { readFileSync } from 'node:fs';
import type { Annotate } from '../../src/annotate/pipeline.ts';
import { extractor } from '../../src/extract/extract.ts';
import type { Extraction } from '../../src/knowledge/extraction.ts';
import { annotatedGiven } from './product.ts';

interface Row {
  readonly id: string;
  readonly topic: number;
  /** Number of the sentence, word. */
  readonly tokens: readonly (readonly [number, string])[];
  readonly reviewedSentences: readonly number[];
  readonly mentions: readonly {
    readonly type: string;
    readonly tokens: readonly number[];
    readonly chain: string | null;
  }[];
}

/** A gold mention of a reviewed sentence. */
export interface GoldMention {
  readonly id: string;
  readonly kind: 'event' | 'entity';
  readonly chain: string;
  /** Its head's span and lemma, as our tree has them. */
  readonly head: { readonly start: number; readonly end: number };
  readonly lemma: string;
  readonly isNoun: boolean;
}

/** A document of ECB+ as we read its words, with its gold mentions of events and of who and where (times are left out). */
export interface EcbDocument {
  readonly topic: number;
  readonly extraction: Extraction;
  readonly gold: readonly GoldMention[];
  /** Whether a span begins in a sentence that was annotated in full. */
  readonly isReviewed: (span: { readonly start: number }) => boolean;
  /** Where the head of a stretch of words begins. */
  readonly headOf: (span: { readonly start: number; readonly end: number }) => number;
}

/** Reads a file of ECB+, its words and sentences as given. */
export async function* ecbDocuments(file: URL, annotate: Annotate): AsyncGenerator<EcbDocument> {
  const extract = extractor('score');
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '') continue;
    const row = JSON.parse(line) as Row;
    const annotated = await annotatedGiven(annotate, conlluOf(row));
    const { tokens } = annotated.layers.tokens;
    const { heads } = annotated.layers.syntax;
    const { lemmas, upos } = annotated.layers.reading;
    const reviewed = new Set(row.reviewedSentences);
    const extraction = extract(annotated);
    const starts = new Map(tokens.map(({ start }, at) => [start, row.tokens[at]![0]]));
    yield {
      topic: row.topic,
      extraction: { ...extraction, article: { ...extraction.article, id: row.id } },
      gold: row.mentions.flatMap(({ type, tokens: own, chain }, at) => {
        if (!reviewed.has(row.tokens[own[0]!]![0]) || type.startsWith('TIME')) return [];
        const head = own.find((token) => !own.includes(heads[token]!)) ?? own[0]!;
        const id = `${row.id} ${at}`;
        return {
          ...{
            id,
            chain: chain ?? id,
            head: tokens[head]!,
            lemma: lemmas[head]!.toLowerCase(),
            isNoun: upos[head] === 'NOUN',
          },
          kind: /ACTION/.test(type) ? ('event' as const) : ('entity' as const),
        };
      }),
      isReviewed: ({ start }) => reviewed.has(starts.get(start) ?? -1),
      headOf: ({ start, end }) => {
        const within = (token: number) => start <= (tokens[token]?.start ?? -1) && tokens[token]!.end <= end;
        const all = [...tokens.keys()].filter(within);
        return tokens[all.find((token) => !within(heads[token]!)) ?? -1]?.start ?? start;
      },
    };
  }
}

function conlluOf({ id, tokens }: Row): string {
  const lines = [`# newdoc id = ${id}`];
  let inSentence = 0;
  for (const [at, [sentence, word]] of tokens.entries()) {
    const isFirst = at === 0 || tokens[at - 1]![0] !== sentence;
    if (isFirst && at > 0) lines.push('');
    inSentence = isFirst ? 1 : inSentence + 1;
    lines.push(`${inSentence}\t${word.replace(/\s+/g, '_') || '_'}${'\t_'.repeat(8)}`);
  }
  return `${lines.join('\n')}\n\n`;
}
