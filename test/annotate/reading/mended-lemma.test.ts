import { expect, test } from '@jest/globals';
import { mendedLemma } from '../../../src/annotate/reading/mended-lemma.ts';

test.each([
  ['police', 'NOUN', 'polic', 'police'],
  ['praise', 'VERB', 'prais', 'praise'],
  ['gunmen', 'NOUN', 'gunme', 'gunman'],
  ['refineries', 'NOUN', 'refinerie', 'refinery'],
  ['forces', 'NOUN', 'forc', 'force'],
  ['endorsed', 'VERB', 'endors', 'endorse'],
  ['evacuating', 'VERB', 'evacuat', 'evacuate'],
  ['occupied', 'VERB', 'occupi', 'occupy'],
  ['abducted', 'VERB', 'abducte', 'abduct'],
  ['transmitted', 'VERB', 'transmitt', 'transmit'],
  ['challenging', 'VERB', 'challeng', 'challenge'],
  // Right already.
  ['movies', 'NOUN', 'movie', 'movie'],
  ['buses', 'NOUN', 'bus', 'bus'],
  ['dragged', 'VERB', 'drag', 'drag'],
  ['treated', 'VERB', 'treat', 'treat'],
  ['offered', 'VERB', 'offer', 'offer'],
  ['focused', 'VERB', 'focus', 'focus'],
  ['fallen', 'VERB', 'fall', 'fall'],
  ['selling', 'VERB', 'sell', 'sell'],
  ['hanging', 'VERB', 'hang', 'hang'],
  ['die', 'VERB', 'die', 'die'],
  ['Police', 'PROPN', 'Polic', 'Polic'],
])('%s (%s), cut to %s, is of %s', (form, upos, lemma, expected) => {
  expect(mendedLemma(form, upos, lemma)).toBe(expected);
});
