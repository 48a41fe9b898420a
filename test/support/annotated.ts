import { documentOf } from '../../scripts/score/treebank.ts';
import { english } from '../../src/annotate/english.ts';
import { pipeline } from '../../src/annotate/pipeline.ts';
import { ROOT } from '../../src/config.ts';
import type { Annotated } from '../../src/document/layers.ts';
import { extractor } from '../../src/extract/extract.ts';
import type { Extraction } from '../../src/knowledge/extraction.ts';
import { vocabulary } from './vocabulary.ts';

const annotate = pipeline(english(vocabulary, new URL('models/', ROOT), { threads: 1 }));
const extract = extractor('0.0.0');

/** A text, each line a paragraph, read by every step. */
export function annotated(text: string): Promise<Annotated> {
  return annotate(documentOf(text));
}

/** What such a text says. */
export async function extracted(text: string): Promise<Extraction> {
  return extract(await annotated(text));
}
