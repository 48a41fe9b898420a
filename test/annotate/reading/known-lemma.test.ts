import { expect, test } from '@jest/globals';
import { knownLemma } from '../../../src/annotate/reading/known-lemma.ts';

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
  ['struck', 'VERB', 'stru', 'strike'],
  ['fled', 'VERB', 'fle', 'flee'],
  ['sank', 'VERB', 'sa', 'sink'],
  ['shook', 'VERB', 'sho', 'shake'],
  ['hit', 'VERB', 'h', 'hit'],
  ['voting', 'VERB', 'vot', 'vote'],
  ['crosses', 'VERB', 'crosse', 'cross'],
  ['specimens', 'NOUN', 'specimen', 'specimen'],
  ['specimen', 'NOUN', 'specimen', 'specimen'],
  ['omen', 'NOUN', 'omen', 'omen'],
  ['DUI', 'NOUN', 'dui', 'dui'],
  // Neither knows it.
  ['livestreamed', 'VERB', 'livestream', 'livestream'],
  // Right already.
  ['staged', 'VERB', 'stage', 'stage'],
  ['fined', 'VERB', 'fine', 'fine'],
  ['data', 'NOUN', 'data', 'data'],
  ['wounded', 'VERB', 'wound', 'wound'],
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
  expect(knownLemma(form, upos, lemma)).toBe(expected);
});
