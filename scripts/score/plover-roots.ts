import { readFileSync } from 'node:fs';
import type { Annotate } from '../../src/annotate/pipeline.ts';
import type { EventReading } from '../../src/document/layers.ts';
import type { Span } from '../../src/document/span.ts';
import type { Figures } from './token-scores.ts';
import { documentOf } from './treebank.ts';
import type { Misses } from './truth-scores.ts';

interface Row {
  readonly marked: string;
  readonly root: string;
}

interface Marks {
  readonly text: string;
  readonly source: readonly Span[];
  readonly target: readonly Span[];
}

/** How often each root was given for each, by `gold given`; `NONE` where no event was found. */
export type Confusion = Map<string, number>;

/**
 * PLOVER roots of sentences: the code of the event whose actor and recipient touch the marked source and target best; with
 * `given`, source and target are known, and where none does the event nearest to them is taken. Macro-F1 over the roots.
 */
export async function ploverScores(
  name: string,
  file: URL,
  annotate: Annotate,
  misses: Misses = { missed: [], spurious: [] },
): Promise<Figures> {
  const found = { plain: new Map<string, number>(), given: new Map<string, number>() } satisfies Record<
    string,
    Confusion
  >;
  const count = (table: Confusion, gold: string, root: string) =>
    table.set(`${gold} ${root}`, (table.get(`${gold} ${root}`) ?? 0) + 1);
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '') continue;
    const { marked, root } = JSON.parse(line) as Row;
    const marks = read(marked);
    const { events } = (await annotate(documentOf(marks.text))).layers.events;
    const touching = events.filter((event) => touch(event, marks) > 0);
    const plain = rootOf(best(touching, (event) => touch(event, marks)));
    const given = rootOf(best(events, (event) => 10 * touch(event, marks) - distance(event, marks)));
    count(found.plain, root, plain);
    count(found.given, root, given);
    if (plain !== root)
      misses.missed.push(
        `${root} read ${plain} (${events.map(({ type, plover, lemma }) => `${plover ?? type}:${lemma}`)}): ${marked}`,
      );
  }
  if (process.argv.includes('--tables')) printTable(name, found.plain);
  return new Map([
    [`${name}.roots`, macroF1(found.plain)],
    [`${name}.roots-accuracy`, accuracy(found.plain)],
    [`${name}.roots-given`, macroF1(found.given)],
    [`${name}.roots-given-accuracy`, accuracy(found.given)],
  ]);
}

/** Plain text without the marks, and where they were. */
function read(marked: string): Marks {
  const spans: Record<string, Span[]> = { s: [], t: [] };
  const open: Record<string, number> = {};
  let text = '';
  for (const part of marked.split(/(<\/?[st]>)/)) {
    const mark = /^<(\/?)([st])>$/.exec(part);
    if (!mark) text += part;
    else if (mark[1] === '') open[mark[2]!] = text.length;
    else spans[mark[2]!]!.push({ start: open[mark[2]!]!, end: text.length });
  }
  return { text, source: spans.s!, target: spans.t! };
}

/** How well an event's people fit the marks: the right roles count most. */
function touch({ participants }: EventReading, { source, target }: Marks): number {
  const hits = (spans: readonly Span[], role: string) =>
    participants.some(
      (each) => each.role === role && spans.some((span) => each.start < span.end && span.start < each.end),
    );
  return (
    2 * Number(hits(source, 'actor')) +
    2 * Number(hits(target, 'recipient')) +
    Number(hits(source, 'recipient')) +
    Number(hits(target, 'actor'))
  );
}

/** How far the words of an event are from the nearer mark, in hundreds of characters. */
function distance({ trigger }: EventReading, { source, target }: Marks): number {
  const gaps = [...source, ...target].map(({ start, end }) => Math.max(0, start - trigger.end, trigger.start - end));
  return Math.min(9, Math.min(...gaps) / 100);
}

function best(events: readonly EventReading[], value: (event: EventReading) => number): EventReading | null {
  let found: EventReading | null = null;
  for (const event of events) {
    if (event.plover === null) continue;
    if (!found || value(event) > value(found)) found = event;
  }
  return found;
}

/** The set keeps one root for giving way in words and in deeds. */
function rootOf(event: EventReading | null): string {
  const code = event?.plover ?? 'NONE';
  return code === 'CONCEDE' || code === 'RETREAT' ? 'YIELD' : code;
}

function macroF1(table: Confusion): number {
  const counts = new Map<string, { right: number; gold: number; given: number }>();
  const of = (root: string) => {
    if (!counts.has(root)) counts.set(root, { right: 0, gold: 0, given: 0 });
    return counts.get(root)!;
  };
  for (const [key, count] of table) {
    const [gold, given] = key.split(' ') as [string, string];
    of(gold).gold += count;
    of(given).given += count;
    if (gold === given) of(gold).right += count;
  }
  const f1 = [...counts.values()]
    .filter(({ gold }) => gold > 0)
    .map(({ right, gold, given }) => (200 * right) / (gold + given));
  return f1.reduce((sum, each) => sum + each, 0) / f1.length;
}

function accuracy(table: Confusion): number {
  let [right, all] = [0, 0];
  for (const [key, count] of table) {
    const [gold, given] = key.split(' ');
    all += count;
    if (gold === given) right += count;
  }
  return (100 * right) / all;
}

function printTable(name: string, table: Confusion): void {
  const roots = [...new Set([...table.keys()].flatMap((key) => key.split(' ')))].sort();
  const cell = (words: string | number) => String(words).slice(0, 5).padStart(6);
  console.log(`\n${name}: gold root by row, given root by column`);
  console.log(''.padEnd(11) + roots.map(cell).join(''));
  for (const gold of roots.filter((each) => each !== 'NONE'))
    console.log(gold.padEnd(11) + roots.map((given) => cell(table.get(`${gold} ${given}`) ?? 0)).join(''));
  console.log('');
}
