import { expect, test } from '@jest/globals';
import { timesOf } from './times-of.ts';

test.each<[string]>([
  ['They may leave and march to the sea.'],
  ['A 40-year-old docker spoke.'],
  ['Prices fall when mills spring back to life.'],
  ['They met on the last day of the fair.'],
  ['It was her last year at the mill.'],
  ['The pact was the dawn of a new order.'],
  ['The council held a second vote.'],
  ['Thousands joined the annual March for Roads.'],
  ['Three quarters of the voters stayed home.'],
  ['A previously unknown guild spoke.'],
  ['The century-old mill closed.'],
  ['Ines Varga was named Baker of the Year.'],
  ['She spoke on the radio show This Week.'],
  ['They will meet on another day.'],
  ['It is a year-round market.'],
  ['They scored in the first half of the match.'],
  ['Crowds marked the fall of the wall.'],
  ['Dawn broke over the bay.'],
  ['That day nobody came.'],
  ['The old cinema showed Harbor Noon again.'],
  ['Critics praised the evening show Seaview Tonight.'],
  ['She did well with the quarter of voters who rent.'],
  ['They joined the quarter-century-old guild.'],
  ['The ferry makes six crossings a week.'],
  ['She left soon after he spoke.'],
  ['The talks were soon over.'],
  ['The clinic sees several new cases a day.'],
])('%s has none', async (sentence) => {
  expect(await timesOf(sentence)).toEqual([]);
});
