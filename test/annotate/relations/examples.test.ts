import { expect, test } from '@jest/globals';
import type { Extraction } from '../../../src/knowledge/extraction.ts';
import { type Marked, marked } from '../../../src/vocabulary/marked.ts';
import { extracted } from '../../support/annotated.ts';
import { vocabulary } from '../../support/vocabulary.ts';

/** Whether an entity is named where a sentence marks a side of the relation. */
function isAt({ entities }: Extraction, id: string | null, { spans }: Marked, role: 'from' | 'to'): boolean {
  const { start, end } = spans.find((span) => span.role === role)!;
  return entities.some((one) => one.id === id && one.mentions.some((each) => each.start < end && start < each.end));
}

test.each(vocabulary.relationWords)('$example', async ({ relation, example }) => {
  const { symmetric } = vocabulary.relations.get(relation)!;
  const sentence = marked(example);
  const extraction = await extracted(sentence.text);
  const found = extraction.relations.filter(({ type }) => type === relation);
  const isTold = found.some(
    ({ from, to }) =>
      (isAt(extraction, from, sentence, 'from') && isAt(extraction, to, sentence, 'to')) ||
      (symmetric && isAt(extraction, from, sentence, 'to') && isAt(extraction, to, sentence, 'from')),
  );
  expect(isTold).toBe(true);
});
