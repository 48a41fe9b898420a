import { readFileSync } from 'node:fs';
import type { Annotate } from '../../src/annotate/pipeline.ts';
import { type Claimed, reliability } from './reliability.ts';
import type { Figures } from './token-scores.ts';
import { documentOf } from './treebank.ts';
import type { Misses } from './truth-scores.ts';

interface Row {
  readonly id: string;
  readonly context: readonly string[];
  readonly events: readonly { readonly event_type: string; readonly trigger: readonly [number, number, string] }[];
}

/**
 * Triggers with their kind against WikiEvents, for the types that PLOVER has (wikievents-types.tsv). A trigger is right where it
 * overlaps a gold one of its kind, each counted once; those of kinds that no type maps to, and those on gold triggers of types that
 * PLOVER does not have, are not counted. A row gives the events of one sentence amid its neighbours: only that is judged.
 */
export async function wikiEventScores(
  name: string,
  file: URL,
  annotate: Annotate,
  misses: Misses = { missed: [], spurious: [] },
  claims: Claimed[] = [],
): Promise<Figures> {
  const kindOf = kinds();
  const known = new Set([...kindOf.values()].filter((kind) => kind !== '-'));
  let [gold, given, right] = [0, 0, 0];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '') continue;
    const { id, context, events } = JSON.parse(line) as Row;
    const { text, starts } = joined(context);
    const wanted = events.map(({ event_type, trigger: [first, last] }) => ({
      kind: kindOf.get(event_type) ?? '-',
      start: starts[first]!,
      end: starts[last - 1]! + context[last - 1]!.length,
      isFound: false,
    }));
    gold += wanted.filter(({ kind }) => kind !== '-').length;
    const { layers } = await annotate(documentOf(text));
    const judged = layers.tokens.sentences.filter((one) =>
      wanted.some(({ start }) => one.start <= start && start < one.end),
    );
    for (const { type, mentions, confidence, rule } of layers.events.events)
      for (const { start, end } of mentions) {
        if (!known.has(type) || !judged.some((one) => one.start <= start && start < one.end)) continue;
        const here = wanted.filter((each) => each.start < end && start < each.end);
        const hit = here.find(({ kind, isFound }) => kind === type && !isFound);
        if (!hit && here.some(({ kind, isFound }) => kind === '-' || (kind === type && isFound))) continue;
        given++;
        claims.push([confidence, hit !== undefined, rule, type]);
        if (hit) {
          hit.isFound = true;
          right++;
        } else misses.spurious.push(`${id} ${type}: ${around(text, start, end)}`);
      }
    for (const { kind, start, end, isFound } of wanted)
      if (kind !== '-' && !isFound) misses.missed.push(`${id} ${kind}: ${around(text, start, end)}`);
  }
  console.log(reliability(name, claims));
  return new Map([
    [`${name}.triggers`, (200 * right) / (gold + given)],
    [`${name}.triggers-precision`, (100 * right) / given],
    [`${name}.triggers-recall`, (100 * right) / gold],
  ]);
}

function kinds(): Map<string, string> {
  const lines = readFileSync(new URL('wikievents-types.tsv', import.meta.url), 'utf8').split('\n');
  return new Map(
    lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t') as [string, string]),
  );
}

/** Words as running text, and where each begins. */
function joined(words: readonly string[]): { readonly text: string; readonly starts: readonly number[] } {
  let text = '';
  const starts: number[] = [];
  for (const [at, word] of words.entries()) {
    const isTight =
      /^(?:[.,;:!?)\]%’”]|n't|'s)$/.test(word) ||
      /^[([“$]$/.test(words[at - 1] ?? '') ||
      words[at - 1] === '’' ||
      word === '-' ||
      words[at - 1] === '-';
    if (at > 0 && !isTight) text += ' ';
    starts.push(text.length);
    text += word;
  }
  return { text, starts };
}

function around(text: string, start: number, end: number): string {
  return `${text.slice(Math.max(0, start - 60), start)}[${text.slice(start, end)}]${text.slice(end, end + 60)}`;
}
