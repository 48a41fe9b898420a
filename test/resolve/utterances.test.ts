import { expect, test } from '@jest/globals';
import { luckOf } from '../../scripts/generate/luck.ts';
import { utteranceKeys, utteranceScore } from '../../src/resolve/utterances.ts';

const said = (words: string, speaker = 'name ida korr') => ({
  ...{ kind: 'utterance' as const, speakers: [speaker], words },
  ...{ same: [], different: [], named: null, pin: null },
});
const meet = (one: string, other: string) => {
  const keys = utteranceKeys(said(other));
  return utteranceKeys(said(one)).some((key) => keys.includes(key));
};

const WHOLE = 'we will not leave the harbour until every last fisherman has been paid for the winter';

test.each([
  ['a word altered', WHOLE, WHOLE.replace('paid', 'compensated')],
  ['its beginning cut', WHOLE, WHOLE.split(' ').slice(4).join(' ')],
  ['short, a word altered', 'nobody asked us about the bridge', 'nobody asked us about that bridge'],
])('%s: found and one', (_, one, other) => {
  expect(meet(one, other)).toBe(true);
  expect(utteranceScore(said(one), said(other))).toBeGreaterThan(0);
});

test('what somebody else says is another utterance, whatever the words', () => {
  expect(utteranceScore(said(WHOLE), said(WHOLE, 'name odo fenn'))).toBeLessThan(0);
});

test('of thousands that one speaker says, hardly any meet by chance', () => {
  const luck = luckOf(3);
  const small = 'of the in a to and we will is for our that it must'.split(' ');
  const large = Array.from({ length: 400 }, (_, n) => `matter${n}`);
  const pick = (words: readonly string[]) => words[Math.floor(luck() * words.length)] as string;
  const sentence = () => Array.from({ length: 14 }, (_, n) => pick(n % 3 === 0 ? large : small)).join(' ');
  const count = 4000;
  const times = new Map<string, number>();
  for (let n = 0; n < count; n++)
    for (const key of utteranceKeys(said(sentence()))) times.set(key, (times.get(key) ?? 0) + 1);
  const met = [...times.values()].filter((number) => number > 1).length;
  // Far fewer meetings than utterances: what hangs together by them stays small.
  expect(met).toBeLessThan(count / 20);
});
