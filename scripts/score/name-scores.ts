import { readFileSync } from 'node:fs';
import type { Annotate } from '../../src/annotate/pipeline.ts';
import { annotatedGiven } from './product.ts';
import type { Figures } from './token-scores.ts';

/** How a file of names is laid out, and which of them are scored. */
export interface NameFile {
  /** Columns, from 0. */
  readonly word: number;
  readonly label: number;
  /** What the file's types are called here; types that are not in it are not scored. */
  readonly types: Readonly<Record<string, string>>;
  /** What ours are called in the file's terms, where they differ. */
  readonly ours: Readonly<Record<string, string>>;
}

/** Facilities are places: the sets do not part them alike. */
const MERGED = { Facility: 'Location' };

/** The newswire set, over what people and events are told by. */
export const WORLDWIDE: NameFile = {
  word: 0,
  label: 1,
  types: {
    Person: 'Person',
    Organization: 'Organization',
    Location: 'Location',
    Facility: 'Location',
    NORP: 'NORP',
    Date: 'Date',
  },
  ours: MERGED,
};

/** Universal NER over the English Web Treebank. */
export const UNER: NameFile = {
  word: 1,
  label: 2,
  types: { PER: 'Person', ORG: 'Organization', LOC: 'Location' },
  ours: MERGED,
};

/** Precision, recall and F1 of names, exact in span and type, with the file's own words: "worldwide-dev.names". */
export async function nameScores(name: string, gold: URL, file: NameFile, annotate: Annotate): Promise<Figures> {
  const sentences = readNames(readFileSync(gold, 'utf8'), file);
  const { layers } = await annotatedGiven(annotate, conlluOf(sentences));
  const scored = new Set(Object.values(file.types));
  const wanted = new Set<string>();
  let at = 0;
  for (const { words, labels } of sentences) {
    for (const { first, last, label } of spansOf(labels)) {
      const type = file.types[label];
      if (type !== undefined) wanted.add(`${at + first} ${at + last} ${type}`);
    }
    at += words.length;
  }
  let right = 0;
  let given = 0;
  for (const { first, last, label } of layers.entities.mentions) {
    const type = file.ours[label] ?? label;
    if (!scored.has(type)) continue;
    given++;
    if (wanted.has(`${first} ${last} ${type}`)) right++;
  }
  return new Map([
    [`${name}.names`, (200 * right) / (wanted.size + given)],
    [`${name}.names-precision`, (100 * right) / given],
    [`${name}.names-recall`, (100 * right) / wanted.size],
  ]);
}

interface Named {
  readonly words: string[];
  readonly labels: string[];
}

/** Sentences of a file with one word a line and a blank line between sentences. */
export function readNames(source: string, { word, label }: NameFile): Named[] {
  const sentences: Named[] = [{ words: [], labels: [] }];
  for (const line of source.split('\n')) {
    const cells = line.split('\t');
    if (line.trim() === '') sentences.push({ words: [], labels: [] });
    else if (cells.length > Math.max(word, label) && !/^# \w+ ?=/.test(line)) {
      sentences.at(-1)!.words.push(cells[word]!.trim());
      sentences.at(-1)!.labels.push(cells[label]!.trim() || 'O');
    }
  }
  return sentences.filter(({ words }) => words.length > 0);
}

/** Names in BIO labels; an I- that continues nothing begins one. */
export function spansOf(labels: readonly string[]): { first: number; last: number; label: string }[] {
  const spans: { first: number; last: number; label: string }[] = [];
  for (const [at, label] of labels.entries()) {
    const open = spans.at(-1);
    if (label === 'O') continue;
    if (label.startsWith('I-') && open?.last === at && open.label === label.slice(2)) open.last = at + 1;
    else spans.push({ first: at, last: at + 1, label: label.slice(2) });
  }
  return spans;
}

function conlluOf(sentences: readonly Named[]): string {
  return sentences
    .map(({ words }) => words.map((word, at) => `${at + 1}\t${word}${'\t_'.repeat(8)}\n`).join(''))
    .join('\n');
}
