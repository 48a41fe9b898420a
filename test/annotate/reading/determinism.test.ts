import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from '@jest/globals';
import { annotateAhead } from '../../../src/annotate/ahead.ts';
import { writeConllu } from '../../../src/annotate/conllu/write-conllu.ts';
import { english } from '../../../src/annotate/english.ts';
import { pipeline } from '../../../src/annotate/pipeline.ts';
import { ROOT } from '../../../src/config.ts';
import { documentReader } from '../../../src/document/read-document.ts';
import { vocabulary } from '../../support/vocabulary.ts';

const SENTENCES = [
  'Foreign Minister Ilse Varga said on Tuesday that the Tavian-led bloc would not send troops to Port Maren.',
  '“We have waited for years,” Odile N’Guessan told reporters.',
  'No.',
  'About 2,300 protesters, many of whom had come from Lomnica, marched to the Ministry of Fisheries on 4 March 2021.',
  'Were the ministers warned before the dam broke?',
  'The ferry Meridian Star, built by Osterlund Shipyards, sank off the coast in 1998, and 61 people died.',
  'Neither the Halvard Group nor its chairman, Piet Lorne, has commented; the union called the cuts “shameful”.',
];
/** Articles of different lengths that share sentences, so that a neighbour's batch would show. */
const texts = Array.from({ length: 8 }, (_, at) =>
  Array.from({ length: 3 + 2 * at }, (_each, line) => SENTENCES[(line * (at + 1)) % SENTENCES.length]).join('\n\n'),
);
const read = documentReader(vocabulary);
const documents = texts.map((text, at) => read({ place: 'article', id: `${at}`, text }, { undated: '2021-03-04' }));
const annotator = (threads: number) => pipeline(english(vocabulary, new URL('models/', ROOT), { threads }));
const one = annotator(1);
const two = annotator(2);

let alone: string[];
beforeAll(async () => {
  alone = [];
  for (const document of documents) alone.push(writeConllu(await one(document)));
});

test.each([
  ['one thread, three in flight', one, 3],
  ['two threads, one in flight', two, 1],
  ['two threads, two in flight', two, 2],
  ['two threads, all in flight', two, 8],
])('%s: the same bytes', async (_, annotate, ahead) => {
  const printed: string[] = [];
  for await (const annotated of annotateAhead(documents, annotate, ahead)) printed.push(writeConllu(annotated));
  expect(printed).toEqual(alone);
});

test('the other way round: the same bytes', async () => {
  const printed: string[] = [];
  for await (const annotated of annotateAhead([...documents].reverse(), two, 2)) printed.push(writeConllu(annotated));
  expect(printed.reverse()).toEqual(alone);
});

test('two fresh processes: the same bytes', async () => {
  const [first, second] = await Promise.all([printedAfresh(), printedAfresh()]);
  expect(first).toBe(alone.join(''));
  expect(second).toBe(first);
}, 60_000);

function printedAfresh(): Promise<string> {
  const script = fileURLToPath(new URL('print-conllu.ts', import.meta.url));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', script], { stdio: ['pipe', 'pipe', 'inherit'] });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(printed) : reject(new Error(`ended with ${code}`))));
    child.stdin.end(JSON.stringify(texts));
  });
}
