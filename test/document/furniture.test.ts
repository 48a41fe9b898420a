import { describe, expect, test } from '@jest/globals';
import { dayFinder } from '../../src/document/full-dates.ts';
import { furnitureFinder } from '../../src/document/furniture.ts';
import { segmenter } from '../../src/document/segmenter.ts';
import { wordsOf } from '../../src/document/span.ts';
import { marked } from '../../src/vocabulary/marked.ts';
import { lexicon } from '../support/lexicon.ts';

const segment = segmenter(lexicon, dayFinder(lexicon));
const finder = furnitureFinder(lexicon);

describe('every line of boilerplate.yaml keeps what its example promises', () => {
  test.each(lexicon.boilerplate.map((entry) => [entry.kind, entry.form, entry.example] as const))(
    '%s: %s',
    (_kind, _form, example) => {
      const { text: words, spans } = marked(example);
      const before = 'Ferries sail again\n\nThe ferries of the island sailed again on Monday.\n\n';
      const text = `${before}${words}\n\nThe union said it was content with the result.`;
      const furniture = spans[0] as { start: number; end: number };
      const [start, end] = [before.length + furniture.start, before.length + furniture.end];
      const read = segment(text).segments.filter(({ kind }) => kind !== 'credit' && kind !== 'boilerplate');
      expect(read.filter((part) => part.start < end && part.end > start).map((part) => wordsOf(text, part))).toEqual(
        [],
      );
    },
  );
});

test('a credit that ends in a full stop is one', () => {
  expect(finder.kindOf('Talis Oren in Port Adra contributed to this report.')).toBe('credit');
});

describe('what only looks like furniture is read', () => {
  test.each([
    'Copyright law was tightened on Monday after a night of debate in the assembly.',
    'The minister criticised the company for its privacy policy, which she called a bad joke.',
    'By nightfall the square was empty, and only the police remained.',
    'Published accounts of the battle differ, and so do the memories of those who fought it.',
    'Updated figures showed that 41 people were in hospital, nine of them children.',
    'Watch: the word was on every wall, and nobody knew who had painted it there.',
    'More from habit than hope, she told the court, she had gone back to the pier.',
    'Photos of the wreck showed a hole near the stern, said Ida Rook.',
    'Advertisement spending fell by a third.',
    'She urged officials to read more before they voted.',
    'Contact us, the caller said, or the bridge is closed.',
    'Recommended doses were halved, the clinic said on Friday.',
    'Editing by candlelight, she finished the paper at four in the morning.',
  ])('%s', (words) => {
    expect([finder.kindOf(words), finder.inside(words), finder.photoCredit(words)]).toEqual([null, [], null]);
  });
});
