import { expect, test } from '@jest/globals';
import { ROOT } from '../../src/config.ts';
import type { EventSignature } from '../../src/knowledge/appearance.ts';
import { eventAppearances, eventKeys, eventScore } from '../../src/resolve/events.ts';
import { storyOf } from '../../src/resolve/story.ts';
import { wordingOf } from '../../src/resolve/wording.ts';
import { loadVocabulary } from '../../src/vocabulary/load.ts';
import { aStory } from '../support/a-story.ts';

const STORY = ['aurland', 'karsk', 'sarnholm'];

const event = (given: Partial<EventSignature>): EventSignature => ({
  ...{ kind: 'event', type: 'PROTEST', word: 'protest', mode: null, earliest: '2023-05-04', latest: '2023-05-04' },
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
  ['one name in common is not one thing', { story: STORY }, { story: ['aurland', 'velm'] }, 'unknown'],
  ['one thing, another day', { story: STORY }, { story: STORY, earliest: '2023-05-05', latest: '2023-05-05' }, 'two'],
  ['one thing, another word', { story: STORY }, { story: STORY, word: 'strike' }, 'unknown'],
  ['nothing in common', { story: STORY }, { story: ['ostra', 'velm'] }, 'two'],
  ['one thing, another kind', { story: STORY }, { story: STORY, type: 'ASSAULT' }, 'two'],
  [
    'of no kind in one article',
    { type: 'OTHER', word: 'raid', story: STORY },
    { type: 'ASSAULT', word: 'raid', story: STORY },
    'one',
  ],
  ['others in one role', { actors: ['a:miners'], story: STORY }, { actors: ['a:teachers'], story: STORY }, 'two'],
  ['one by a longer name', { actors: ['a:karsk miners'], story: STORY }, { actors: ['a:miners'], story: STORY }, 'one'],
  [
    'a hall and a street that nobody knows, in one thing',
    { ...at('weavers hall'), story: STORY },
    { ...at('mill street'), story: STORY },
    'one',
  ],
  [
    'two towns that are known, in one thing',
    { ...at('geonames:7'), story: STORY },
    { ...at('geonames:8'), story: STORY },
    'two',
  ],
  [
    'another of those it befell',
    { actors: ['r:ilan verko'], story: STORY },
    { actors: ['r:rina dovale'], story: STORY },
    'one',
  ],
  [
    'who did it and whom it befell, where only one is told of',
    { actors: ['a:ilan verko'], story: STORY },
    { actors: ['r:ilan verko'], story: STORY },
    'one',
  ],
  [
    'another of those it befell, with nothing else in common',
    { actors: ['r:ilan verko'] },
    { actors: ['r:rina dovale'] },
    'two',
  ],
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

const wording = wordingOf(loadVocabulary(ROOT));

test.each<[string, string, boolean]>([
  ['resign', 'resignation', true],
  ['quake', 'earthquake', true],
  ['life sentence', 'sentence', true],
  ['agree to', 'agree', true],
  ['take hostage', 'take prisoner', false],
  ['kill', 'die', false],
])('%s and %s are one word: %s', (a, b, isOne) => {
  const isNoun = (lemma: string) => lemma === 'life sentence';
  expect(wording.wordOf(a, isNoun(a)) === wording.wordOf(b, isNoun(b))).toBe(isOne);
});

test('what is told with place and party is looked for by the foremost word of what its article is about', () => {
  expect(eventKeys(event({ ...at('geonames:7'), actors: ['a:miners'], story: STORY }))).toEqual([
    'PROTEST 2023-05-04 @geonames:7',
    'PROTEST 2023-05-04 ~miners',
    'protest 2023-05-04 #aurland',
  ]);
  expect(eventKeys(event({ story: ['karsk'] }))).toEqual(['protest 2023-05-04 #karsk']);
});

test('what is told without them is looked for by the five names and nouns that its article has most of', () => {
  const story = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((letter) => letter.repeat(3));
  expect(eventKeys(event({ story })).map((key) => key.slice(-4))).toEqual(['#aaa', '#bbb', '#ccc', '#ddd', '#eee']);
});

test('what is only said is known by its words, not by its day', () => {
  const keysOf = (trigger: string) => {
    const story = {
      id: 'a',
      entities: [['Place', 'Karsk']] as const,
      events: [{ type: 'OTHER', trigger, on: '2023-05-04' }],
    };
    const extraction = aStory(story);
    return eventAppearances(extraction, storyOf(extraction), wording).map(({ keys, reach }) => [...keys, ...reach]);
  };
  expect(keysOf('say')).toEqual([[]]);
  expect(keysOf('resign')).toEqual([['leav 2023-05-04 #karsk']]);
});
