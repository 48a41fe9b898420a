import { documentOf } from '../../../scripts/score/treebank.ts';
import { annotateAhead } from '../../../src/annotate/ahead.ts';
import { english } from '../../../src/annotate/english.ts';
import { type Annotate, pipeline } from '../../../src/annotate/pipeline.ts';
import { ROOT } from '../../../src/config.ts';
import { extractor } from '../../../src/extract/extract.ts';
import { loadVocabulary } from '../../../src/vocabulary/load.ts';

const PARAGRAPHS = [
  'Mayor Ilse Varga told reporters on Monday that the harbour would stay shut. “We have no choice,” she said.',
  'Merro News said the minister had told lawmakers that the dam was safe, and troops left the town on Tuesday.',
  'Police arrested nine drivers near the bridge. Their union blamed the ministry and said it would strike.',
  'State radio quoted the coastguard as saying that two ships had sunk; its chief, Piet Lorne, denied it.',
];
/** Stories of different lengths that share paragraphs, so that a neighbour's window would show. */
export const STORIES: readonly string[] = [1, 2, 3].map((step) =>
  Array.from({ length: 2 * step }, (_, line) => PARAGRAPHS[(line * step) % PARAGRAPHS.length]).join('\n'),
);

const extract = extractor('0.0.0');

/** Every step, over so many threads. */
export function annotator(threads: number): Annotate {
  return pipeline(english(loadVocabulary(ROOT), new URL('models/', ROOT), { threads }));
}

/** The extraction of each text as JSON, with so many texts in hand. */
export async function printed(texts: readonly string[], annotate: Annotate, ahead: number): Promise<string[]> {
  const found: string[] = [];
  for await (const annotated of annotateAhead(texts.map(documentOf), annotate, ahead))
    found.push(JSON.stringify(extract(annotated)));
  return found;
}

if (process.argv[2] === 'print') process.stdout.write((await printed(STORIES, annotator(2), 2)).join('\n'));
