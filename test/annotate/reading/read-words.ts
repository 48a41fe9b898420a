import { readConllu } from '../../../src/annotate/conllu/read-conllu.ts';
import { loadReader } from '../../../src/annotate/reading/load-reader.ts';
import { reading } from '../../../src/annotate/reading/reading.ts';
import { lanes } from '../../../src/annotate/runtime/lanes.ts';
import { ROOT } from '../../../src/config.ts';
import type { Document } from '../../../src/document/document.ts';
import type { ReadingLayer } from '../../../src/document/layers.ts';

const reader = loadReader(new URL('models/', ROOT));
const step = reading(reader, lanes(reader.graph, 1)(reader.graph));

/** Sentences of words as CoNLL-U without annotation. */
export function given(sentences: readonly (readonly string[])[]): string {
  return sentences
    .map((words) => words.map((word, at) => `${at + 1}\t${word}${'\t_'.repeat(8)}\n`).join(''))
    .join('\n');
}

/** What the model says of words and sentences that are given. */
export async function readWords(sentences: readonly (readonly string[])[]): Promise<ReadingLayer> {
  const { text, tokens } = readConllu(given(sentences), 'test');
  return step.run({ text } as Document, { tokens });
}
