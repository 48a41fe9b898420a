import { expect, test } from '@jest/globals';
import type { EventSignature } from '../../src/knowledge/appearance.ts';
import { eventKeys, eventScore } from '../../src/resolve/events.ts';

const STORY = ['aurland', 'karsk', 'sarnholm'];

const event = (given: Partial<EventSignature>): EventSignature => ({
  ...{ kind: 'event', type: 'PROTEST', lemma: 'protest', mode: null, earliest: '2023-05-04', latest: '2023-05-04' },
  ...{ places: [], country: null, actors: [], story: [], same: [], different: [], named: null, pin: null },
  ...given,
});

const at = (place: string, country: string | null = null) => ({ places: [place], country });

test.each<[string, Partial<EventSignature>, Partial<EventSignature>, 'one' | 'unknown' | 'two']>([
  [
    'a town and its country, one party',
    { ...at('geonames:7', 'AUR'), actors: ['a:miners'] },
    { ...at('country:AUR', 'AUR'), actors: ['a:miners'] },
    'one',
  ],
  [
    'a town and another country',
    { ...at('geonames:7', 'AUR'), actors: ['a:miners'] },
    { ...at('country:DRE', 'DRE'), actors: ['a:miners'] },
    'two',
  ],
  ['two towns that are known', at('geonames:7', 'AUR'), at('geonames:8', 'AUR'), 'two'],
  ['two places that nobody knows', at('sarnholm'), at('karsk'), 'two'],
  [
    'a square that nobody knows and a town, one party',
    { ...at('fishers square'), actors: ['a:miners'] },
    { ...at('geonames:7', 'AUR'), actors: ['a:miners'] },
    'one',
  ],
  ['one word and day in articles on one thing', { story: STORY }, { story: STORY.slice(1) }, 'one'],
  [
    'the verb and its noun',
    { type: 'OTHER', lemma: 'resign', story: STORY },
    { type: 'OTHER', lemma: 'resignation', story: STORY },
    'one',
  ],
  ['one name in common is not one thing', { story: STORY }, { story: ['aurland', 'velm'] }, 'unknown'],
  ['one thing, another day', { story: STORY }, { story: STORY, earliest: '2023-05-05', latest: '2023-05-05' }, 'two'],
  ['one thing, another word', { story: STORY }, { story: STORY, lemma: 'rally' }, 'unknown'],
  ['one thing, another kind', { story: STORY }, { story: STORY, type: 'ASSAULT' }, 'two'],
  [
    'of no kind in one article',
    { type: 'OTHER', lemma: 'raid', story: STORY },
    { type: 'ASSAULT', lemma: 'raid', story: STORY },
    'one',
  ],
  ['others in one role', { actors: ['a:miners'], story: STORY }, { actors: ['a:teachers'], story: STORY }, 'two'],
  ['one by a longer name', { actors: ['a:karsk miners'], story: STORY }, { actors: ['a:miners'], story: STORY }, 'one'],
  [
    'who struck back is not who struck',
    { actors: ['a:drevia', 'r:aurland'] },
    { actors: ['a:aurland', 'r:drevia'] },
    'two',
  ],
])('%s', (_, a, b, expected) => {
  const score = eventScore(event(a), event(b));
  expect(score > 0 ? 'one' : score < 0 ? 'two' : 'unknown').toBe(expected);
  expect(eventScore(event(b), event(a))).toBe(score);
});

test('what is told with place and party is not looked for by what its article is about', () => {
  expect(eventKeys(event({ ...at('geonames:7'), actors: ['a:miners'] }))).toEqual([
    'PROTEST 2023-05-04 @geonames:7',
    'PROTEST 2023-05-04 ~miners',
  ]);
  expect(eventKeys(event({ story: ['karsk'] }))).toEqual(['protest 2023-05-04 #karsk']);
});
