import { describe, expect, test } from '@jest/globals';
import { marked } from '../../../src/vocabulary/marked.ts';
import { extracted } from '../../support/annotated.ts';

/** The event at the marked trigger of a story published on Saturday, 1 January 2000. */
async function eventIn(sentence: string) {
  const { text, spans } = marked(sentence);
  const trigger = spans.find(({ role }) => role === 'trigger')!;
  const { events, times } = await extracted(text);
  const event = events.find(({ mentions }) =>
    mentions.some(({ start, end }) => start < trigger.end && trigger.start < end),
  );
  if (!event) throw new Error(`no event, but ${events.map(({ type, lemma }) => `${type} ${lemma}`)}`);
  const { placeSpan } = event;
  return {
    place: placeSpan && text.slice(placeSpan.start, placeSpan.end),
    wanted: spans.find(({ role }) => role === 'place'),
    text,
    day: times.find(({ id }) => id === event.time)?.edtf ?? null,
  };
}

describe('where: what is done to, the place of its clause, of its sentence', () => {
  test.each([
    'Thousands {trigger:filled} {place:Anvil Square} in the Halvanian capital.',
    'Villagers {trigger:blocked} the bridge at {place:Saltmere}.',
    'In {place:Saltmere}, strikers {trigger:blocked} the bridge for two hours.',
    'Two guards were {trigger:killed} in {place:Brenholt} on Monday.',
    'Hauliers {trigger:lifted} their blockade of {place:the quay road} overnight.',
  ])('%s', async (sentence) => {
    const { place, wanted, text } = await eventIn(sentence);
    expect(place).toContain(text.slice(wanted!.start, wanted!.end));
  });

  test.each([
    ['where it is said', 'The premier said in Brenholt that two guards had been {trigger:killed}.'],
    ['where another thing was', 'His {trigger:dismissal} came a day after a raid in Brenholt.'],
    ['where what it is about was', 'She opened an {trigger:inquiry} into a fire at the Brenholt refinery.'],
    ['whom it asks', 'Rights groups {trigger:called} on Norway to free the dockers.'],
    ['a state of things', 'The premier {trigger:extended} the state of emergency.'],
    ['one of several', 'Soldiers will {trigger:guard} the refinery, the airport and two stations.'],
  ])('not %s: %s', async (_why, sentence) => {
    expect((await eventIn(sentence)).place).toBeNull();
  });

  test('what names no place is where the story is: of two that it names as often the first', async () => {
    const before = ['voted', 'slept', 'woke', 'won'].map((did) => `Norway ${did}. Sweden ${did}.`).join(' ');
    const { place } = await eventIn(`${before}\nTwo guards were {trigger:killed} at dawn.`);
    expect(place).toBe('Norway');
  });

  test('a sentence goes on where the one before was, not where an aside of it was', async () => {
    const before = 'In Saltmere the raid was the first since the army took a camp in Brenholt.';
    expect((await eventIn(`${before} Two guards were {trigger:killed}.`)).place).toBe('Saltmere');
  });
});

describe('when: the day of its clause, of its sentence, of the sentences before', () => {
  test.each([
    ['Police {trigger:detained} the editor on Friday, after the president fled.', '1999-12-31'],
    ['She will not {trigger:extend} the curfew when it expires on 16 March.', '2000-03-16'],
    ['The council {trigger:scrapped} the levy, introduced in 1998 under the old premier, on Thursday.', '1999-12-30'],
    ['The bishop called for a {trigger:rally} in the capital on Tuesday.', '2000-01-04'],
    ['The union offered to {trigger:meet} the owners on Tuesday.', '2000-01-04'],
  ])('%s is on %s', async (sentence, day) => {
    expect((await eventIn(sentence)).day).toBe(day);
  });

  test.each([
    ['that of a clause within', 'Norway, which fought a war that ended in 1905, {trigger:offered} to send doctors.'],
    ['that of another deed', 'Police detained the editor on Friday, hours after the president {trigger:resigned}.'],
    ['that of a deed in its own words', 'She opened an {trigger:inquiry} into the 4 May shooting.'],
    ['that of what became of somebody', 'A guard who had {trigger:beaten} two dockers was fired on Friday.'],
    [
      'that of what somebody is called for',
      'The board met on Friday. It praised a clerk {trigger:convicted} of fraud.',
    ],
    [
      'that since when it is counted',
      'It was the second {trigger:coup} in Norway since independence from Sweden in 1905.',
    ],
    ['a year that is called to mind', 'In 1994 a quake shook Tarn. The union {trigger:accused} the board of neglect.'],
    ['that of what went before', 'He had planned the raid in May. Two guards also {trigger:died}.'],
    ['a day of the past, for a plan', 'The mill was founded in 1871. Halvard Lines plans to {trigger:cut} 900 jobs.'],
    [
      'a day to come, for what is over',
      'She will visit Tarn on Friday. The envoy had {trigger:refused} to pay the dockers.',
    ],
    [
      'a day of the past, for what has been',
      'The board fined the mill last year. Its owner has {trigger:appealed} against the ruling.',
    ],
  ])('not %s: %s', async (_why, sentence) => {
    expect((await eventIn(sentence)).day).toBeNull();
  });
});
