import { expect, test } from '@jest/globals';
import { lemmaOf, lemmaScript } from '../../../src/annotate/reading/lemmas.ts';

const EXCEPTIONS = new Map([['fled|VERB', 'flee']]);

test.each([
  ['Studied', 'VERB', 'l|3|y', 'study'],
  ['Reyes', 'PROPN', 'k|0|', 'Reyes'],
  ['HALVARD', 'PROPN', 't|0|', 'Halvard'],
  ['Fled', 'VERB', 'l|1|', 'flee'],
  ['fled', 'NOUN', 'l|1|', 'fle'],
  ['gunmen', 'NOUN', 'l|1|', 'gunman'],
  ['Omens', 'NOUN', 'l|1|', 'omen'],
  ['is', 'AUX', 'l|2|', 'is'],
  ['a', 'DET', 'l|3|n', 'n'],
  ['x|y', 'SYM', 'k|1|a|b', 'x|a|b'],
  ['𝔄𝔅s', 'NOUN', 'k|2|', '𝔄'],
])('%s as %s by %s is %s', (form, upos, script, lemma) => {
  expect(lemmaOf(form, upos, lemmaScript(script), EXCEPTIONS)).toBe(lemma);
});
