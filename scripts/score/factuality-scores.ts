import { readFileSync } from 'node:fs';
import { eventWordsOf } from '../../src/annotate/events/event-words.ts';
import { modalityOf } from '../../src/annotate/events/modality.ts';
import { viewOf } from '../../src/annotate/events/view.ts';
import type { Annotate } from '../../src/annotate/pipeline.ts';
import { ROOT } from '../../src/config.ts';
import type { Token } from '../../src/document/layers.ts';
import { loadVocabulary } from '../../src/vocabulary/load.ts';
import type { Figures } from './token-scores.ts';
import { documentOf } from './treebank.ts';

interface Row {
  readonly text: string;
  readonly targets: readonly { readonly span1: readonly [number, number]; readonly label: number }[];
}

/**
 * Whether marked predicates happened, by the rules for modality, against UDS-IH2: the share that agrees of those whose label
 * is at least 1 either way. Gold words and predicates; trees are the product's.
 */
export async function factualityScores(
  name: string,
  file: URL,
  annotate: Annotate,
  misses: string[] = [],
): Promise<Figures> {
  const words = eventWordsOf(loadVocabulary(ROOT).eventWords);
  const seen = { happened: { right: 0, all: 0 }, not: { right: 0, all: 0 } };
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '') continue;
    const { text, targets } = JSON.parse(line) as Row;
    const sure = targets.filter(({ label }) => Math.abs(label) >= 1);
    if (sure.length === 0) continue;
    const { layers } = await annotate(documentOf(text), { tokens: tokensOf(text) });
    const view = viewOf(text, layers, words);
    for (const { span1, label } of sure) {
      const token = Math.max(...Array.from({ length: span1[1] - span1[0] }, (_, at) => span1[0] + at));
      const modality = modalityOf(view, token);
      const table = label > 0 ? seen.happened : seen.not;
      table.all++;
      if ((modality === 'actual' || modality === 'ongoing') === label > 0) table.right++;
      else {
        const { start, end } = layers.tokens.tokens[token]!;
        misses.push(
          `${label.toFixed(1)} read ${modality}: ${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`,
        );
      }
    }
  }
  const { happened, not } = seen;
  return new Map([
    [`${name}.factuality`, (100 * (happened.right + not.right)) / (happened.all + not.all)],
    [`${name}.factuality-happened`, (100 * happened.right) / happened.all],
    [`${name}.factuality-not`, (100 * not.right) / not.all],
  ]);
}

/** The set's own words, one sentence a line. */
function tokensOf(text: string): {
  readonly tokens: Token[];
  readonly sentences: { start: number; end: number; first: number; last: number; segment: number }[];
} {
  const tokens = [...text.matchAll(/\S+/g)].map(
    ({ 0: word, index }): Token => ({ start: index, end: index + word.length, joined: false }),
  );
  return { tokens, sentences: [{ start: 0, end: text.length, first: 0, last: tokens.length, segment: 0 }] };
}
