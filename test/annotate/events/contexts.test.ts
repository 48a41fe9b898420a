import { describe, expect, test } from '@jest/globals';
import { marked } from '../../../src/vocabulary/marked.ts';
import { extracted } from '../../support/annotated.ts';
import { vocabulary } from '../../support/vocabulary.ts';

describe('every example of the context words is read as it is marked', () => {
  test.each(vocabulary.contextWords.map(({ context, example }) => [context, example] as const))(
    '%s: %s',
    async (context, example) => {
      const { text, spans } = marked(example);
      const { start, end } = spans.find(({ role }) => role === 'event')!;
      const { events } = await extracted(text);
      const event = events.find(({ mentions }) => mentions.some((each) => each.start < end && start < each.end));
      expect(event?.contexts ?? 'no event').toContain(context);
    },
  );
});

describe('a context is of the event whose words name it', () => {
  test.each<[sentence: string, contexts: readonly string[]]>([
    ['Students protested in Tarn.', []],
    ['Dockers protested in Tarn, and lawmakers slept.', []],
  ])('%s', async (sentence, contexts) => {
    const [event] = (await extracted(sentence)).events;
    expect(event?.contexts).toEqual(contexts);
  });
});
