/** A process that ends while the language model is at work; `process.argv[2]` says how. */
import { english } from '../../../src/annotate/english.ts';
import { pipeline } from '../../../src/annotate/pipeline.ts';
import { ROOT } from '../../../src/config.ts';
import type { Document } from '../../../src/document/document.ts';
import { loadVocabulary } from '../../../src/vocabulary/load.ts';

const annotate = pipeline(english(loadVocabulary(ROOT), new URL('models/', ROOT)));
const text = 'Ilse Varga met Piet Lorne in Port Maren on Monday. '.repeat(200).trim();
const segments = [{ kind: 'paragraph', start: 0, end: text.length }];
const document = { text, segments, publishedAt: '2024-05-06', dateline: null } as unknown as Document;
if (process.argv[2] === 'exit') {
  setTimeout(() => process.exit(3), Number(process.argv[3]));
  for (;;) await annotate(document);
}
