/**
 * Cuts the raw texts of gold data into words and sentences as the product does, for story.py to read:
 * `tsx scripts/train/story-data.ts ../shared/data FOLDER` writes one JSON object a text. Offsets are code points.
 */
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wordsOf } from '../../src/document/span.ts';
import { productTokens } from '../score/product.ts';
import { documentOf } from '../score/treebank.ts';

const [data, folder] = process.argv.slice(2) as [string, string];
const cut = productTokens();
mkdirSync(folder, { recursive: true });

write('attribution/polnear-train', ({ id, text }) => ({ id, text }));
write('attribution/polnear-dev', ({ id, text }) => ({ id, text }));
write('stance/newsmtsc-train', (row) => ({ id: row.primary_gid, text: row.sentence_normalized }));
write('events/plover-train', ({ marked = '' }) => ({ id: marked, text: marked.replace(/<\/?[st]>/g, '') }));

function write(name: string, textOf: (row: Record<string, string>) => Record<'id' | 'text', string | undefined>): void {
  const out = createWriteStream(join(folder, `${name.split('/')[1]}.jsonl`));
  for (const line of readFileSync(join(data, `${name}.jsonl`), 'utf8').split('\n')) {
    if (line === '') continue;
    const { id, text = '' } = textOf(JSON.parse(line) as Record<string, string>);
    const { tokens, sentences } = cut(documentOf(text));
    const at = codePoints(text);
    out.write(
      `${JSON.stringify({
        id,
        words: tokens.map((token) => wordsOf(text, token)),
        spans: tokens.map(({ start, end }) => [at[start], at[end]]),
        sentences: sentences.map(({ first, last, segment }) => [first, last, segment]),
      })}\n`,
    );
  }
  out.end();
}

/** By UTF-16 offset, how many code points stand before it. */
function codePoints(text: string): Uint32Array {
  const at = new Uint32Array(text.length + 1);
  let count = 0;
  for (let unit = 0; unit < text.length; unit++) {
    at[unit] = count;
    const isFirstHalf = (text.codePointAt(unit) as number) > 0xffff;
    if (!isFirstHalf) count++;
  }
  at[text.length] = count;
  return at;
}
