import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Extraction } from '../../../src/knowledge/extraction.ts';
import { type Mark, marked } from '../../../src/vocabulary/marked.ts';
import { extracted } from '../../support/annotated.ts';
import { vocabulary } from '../../support/vocabulary.ts';

/** What is still read wrongly, each a line; the list is to shrink, and whoever mends one takes its line out. */
const NOT_YET = JSON.parse(readFileSync(new URL('not-yet.json', import.meta.url), 'utf8')) as Record<string, string[]>;

const touches = (one: { start: number; end: number }, other: { start: number; end: number }) =>
  one.start < other.end && other.start < one.end;

/** What an extraction gets wrong about one marked example of a kind. */
function faultsOf(
  extraction: Extraction,
  kind: string,
  modality: string,
  text: string,
  spans: readonly Mark[],
): string[] {
  const trigger = spans.find(({ role }) => role === 'trigger') as Mark;
  const event = extraction.events.find(
    ({ type, mentions }) => type === kind && mentions.some((each) => touches(each, trigger)),
  );
  if (!event) return ['event'];
  const faults = event.vouchers.some((each) => each.modality === modality)
    ? []
    : [`${event.modality}, not ${modality}`];
  for (const span of spans) {
    const words = text.slice(span.start, span.end);
    if (span.role === 'actor' || span.role === 'recipient') {
      const isThere = event.participants.some((each) => each.role === span.role && touches(each, span));
      if (!isThere) faults.push(`${span.role} ${words}`);
    }
    if (span.role === 'place' && !(event.placeSpan && touches(event.placeSpan, span))) faults.push(`place ${words}`);
  }
  return faults;
}

describe('every example of the vocabulary is read as it is marked', () => {
  test.each([...vocabulary.events.values()].map((kind) => [kind.id, kind] as const))('%s', async (id, kind) => {
    const faults: string[] = [];
    for (const example of kind.examples) {
      const { text: source, modality = 'actual' } =
        typeof example === 'string' ? { text: example } : (example as { text: string; modality?: string });
      const { text, spans } = marked(source);
      for (const fault of faultsOf(await extracted(text), id, modality, text, spans)) faults.push(`${text} | ${fault}`);
    }
    for (const trap of kind.not) {
      const { text, spans } = marked(typeof trap === 'string' ? trap : trap.text);
      const { events } = await extracted(text);
      const word = spans.find(({ role }) => role === 'trap') as Mark;
      if (events.some(({ type, trigger }) => type === id && touches(trigger, word))) faults.push(`${text} | trap`);
    }
    expect(faults).toEqual(NOT_YET[id] ?? []);
  });
});
