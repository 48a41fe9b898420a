import { expect, test } from '@jest/globals';
import { didYouMean } from '../../src/vocabulary/did-you-mean.ts';

test.each([
  ['Persn', ['Place', 'Person'], ' (did you mean "Person"?)'],
  ['agree', ['ACCUSE', 'AGREE'], ' (did you mean "AGREE"?)'],
  ['x', ['y'], ' (did you mean "y"?)'],
  ['Harbour', ['Person', 'Place'], ''],
  ['Person', [], ''],
])('%s among %j', (word, options, hint) => {
  expect(didYouMean(word, options)).toBe(hint);
});
