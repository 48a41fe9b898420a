import { describe, expect, test } from '@jest/globals';
import { documentOf } from '../../../scripts/score/treebank.ts';
import { annotate, timesOf } from './times-of.ts';

describe('a weekday is on the side of today that its clause tells', () => {
  test.each<[sentence: string, values: string[]]>([
    ['The permit expires Saturday.', ['2024-03-16']],
    ['The deadline is Saturday.', ['2024-03-16']],
    ['The vote was scheduled for Saturday.', ['2024-03-16']],
    ['The bank gave the crew until Saturday to leave.', ['2024-03-16']],
    ['The firm declared a dividend, payable on Saturday.', ['2024-03-16']],
    ['The guilds met ahead of Saturday’s vote.', ['2024-03-16']],
    ['The court ordered that she stay until Saturday.', ['2024-03-16']],
    ['The bridge will be shut Friday through Sunday.', ['2024-03-15', '2024-03-17']],
    ['The guilds met ahead of the May 19 vote.', ['2024-05-19']],
    ['The move follows Saturday’s ruling.', ['2024-03-09']],
    ['The fair ran from Saturday to Monday.', ['2024-03-09', '2024-03-11']],
    ['The fair ran from Monday to Friday.', ['2024-03-11', '2024-03-15']],
    ['Ferries leave on Monday and Tuesday nights.', ['XXXX-WXX-1TNI', 'XXXX-WXX-2TNI']],
    ['The firm owns shares bought on Saturday.', ['2024-03-09']],
    ['A letter dated Saturday shows the plan.', ['2024-03-09']],
    ['The vote had been set for Saturday.', ['2024-03-09']],
    ['Officials expected a ruling by Saturday.', ['2024-03-16']],
    ['The council awaits Saturday’s ruling.', ['2024-03-16']],
    ['The ruling could come on Saturday.', ['2024-03-16']],
    ['The ruling will come on Tuesday.', ['2024-03-19']],
    ['The polls were open from 9 a.m. to 5 p.m. Monday.', ['2024-03-11T09:00', '2024-03-11T17:00']],
    ['The polls will be open from 9 a.m. until noon on Saturday.', ['2024-03-16T09:00', '2024-03-16T12:00']],
    ['The launch is set for Tuesday.', ['2024-03-19']],
    ['A vote is due Tuesday.', ['2024-03-19']],
    ['Sales fell in the half ended April 30.', ['2023-04-30']],
    ['Sales fell in the quarter ended March 31.', ['2023-Q1', '2023-03-31']],
    ['In the half ending April 30, sales will fall.', ['2024-04-30']],
    // What is not surely ahead is rather yesterday's than next week's.
    ['The crew was set to sail on Tuesday.', ['2024-03-12']],
    ['The mayor would not say Tuesday who paid.', ['2024-03-12']],
    ['The envoy is raising doubts after Saturday’s vote.', ['2024-03-09']],
    ['The crew is in port for Saturday’s race.', ['2024-03-16']],
    ['The Saturday deadline is near.', ['2024-03-16']],
    ['The mill is idle since Saturday.', ['2024-03-09']],
    ['The council postponed the vote until Saturday.', ['2024-03-16']],
    ['The judge put the trial off to Saturday.', ['2024-03-16']],
    ['The crew was told to leave on Saturday.', ['2024-03-16']],
    ['The crew hurried to leave by Saturday.', ['2024-03-16']],
    ['The council has scheduled a vote for Saturday.', ['2024-03-16']],
    // A later sentence may say surely which day an earlier one left open.
    [
      'The guilds will look for ways to get around Saturday’s ruling. The judge announced it on Saturday.',
      ['2024-03-09', '2024-03-09'],
    ],
    ['A service is planned Saturday. The bishop died on Saturday.', ['2024-03-16', '2024-03-09']],
    ['Mills are hailing a speech on Saturday. Saturday marked a change.', ['2024-03-09', '2024-03-09']],
    // What a clause leaves open is the day that the story has told.
    ['The court ruled on Saturday. The union set Saturday as the deadline.', ['2024-03-09', '2024-03-09']],
    ['The court ruled on Saturday. The council will study Saturday’s ruling.', ['2024-03-09', '2024-03-09']],
    ['The court ruled on Saturday. The council will meet on Saturday.', ['2024-03-09', '2024-03-16']],
  ])('%s', async (sentence, values) => {
    expect((await timesOf(sentence)).map(({ value }) => value)).toEqual(values);
  });

  test('the present of a caption tells what its picture shows', async () => {
    const text = 'Dockers march past the old hall on Saturday.';
    const segments = [{ kind: 'caption' as const, start: 0, end: text.length }];
    const { layers } = await annotate({ ...documentOf(text), segments, publishedAt: '2024-03-13' });
    expect(layers.times.times.map(({ value }) => value)).toEqual(['2024-03-09']);
  });
});
