import { describe, expect, test } from '@jest/globals';
import { documentOf } from '../../../scripts/score/treebank.ts';
import { english } from '../../../src/annotate/english.ts';
import { pipeline, stepsFor } from '../../../src/annotate/pipeline.ts';
import { ROOT } from '../../../src/config.ts';
import type { TimeExpression } from '../../../src/document/layers.ts';
import { vocabulary } from '../../support/vocabulary.ts';

const annotate = pipeline(stepsFor('times', english(vocabulary, new URL('models/', ROOT), { threads: 1 })));

/** The times of a story published on Wednesday, 13 March 2024, or on another day. */
async function timesOf(text: string, publishedAt = '2024-03-13'): Promise<readonly TimeExpression[]> {
  return (await annotate({ ...documentOf(text), publishedAt })).layers.times.times;
}

test('a text that begins with a verb is read', async () => {
  expect(await timesOf('Meet us on Monday.')).toHaveLength(1);
});

describe('times are found and counted from the day of publication', () => {
  test.each<[sentence: string, words: string, value: string]>([
    ['The bridge opened on 4 May 1987.', '4 May 1987', '1987-05-04'],
    ['The bridge opened on May 4, 1987.', 'May 4, 1987', '1987-05-04'],
    ['The bill is dated 2023-11-02.', '2023-11-02', '2023-11-02'],
    ['The mine closed in November 2019.', 'November 2019', '2019-11'],
    ['The mine closed on Jan. 10.', 'Jan. 10', '2024-01-10'],
    ['The mine closed on Dec. 10.', 'Dec. 10', '2023-12-10'],
    ['The mine will close on Feb. 10.', 'Feb. 10', '2025-02-10'],
    ['The ferry sank on Monday.', 'Monday', '2024-03-11'],
    ['The ferry sank on Wednesday.', 'Wednesday', '2024-03-13'],
    ['The ferry sank on Thursday.', 'Thursday', '2024-03-07'],
    ['The council will meet on Friday.', 'Friday', '2024-03-15'],
    ['The union offered to meet the owners on Friday.', 'Friday', '2024-03-15'],
    ['The bishop called for a rally on Friday.', 'Friday', '2024-03-15'],
    ['The board set an election for 19 May.', '19 May', '2024-05-19'],
    ['The council will meet next Monday.', 'next Monday', '2024-03-18'],
    ['Two divers were found on Tuesday night.', 'Tuesday night', '2024-03-12TNI'],
    ['The council met yesterday.', 'yesterday', '2024-03-12'],
    ['The council will meet tomorrow.', 'tomorrow', '2024-03-14'],
    ['The ferry sank last night.', 'last night', '2024-03-12TNI'],
    ['The ferry sank this morning.', 'this morning', '2024-03-13TMO'],
    ['Wages fell last week.', 'last week', '2024-W10'],
    ['Wages fell last month.', 'last month', '2024-02'],
    ['Wages fell earlier this month.', 'earlier this month', '2024-03'],
    ['Wages fell last year.', 'last year', '2023'],
    ['The court will rule next month.', 'next month', '2024-04'],
    ['She was due to fly to the coast on Monday.', 'Monday', '2024-03-18'],
    ['The tower burned down three days ago.', 'three days ago', '2024-03-10'],
    ['The tower burned down two weeks ago.', 'two weeks ago', '2024-W09'],
    ['The tower burned down five years ago.', 'five years ago', '2019'],
    ['The tower has been empty since 1991.', '1991', '1991'],
    ['Coal was cheap in the 1990s.', 'the 1990s', '199'],
    ['Output rose in the third quarter of 2022.', 'the third quarter of 2022', '2022-Q3'],
    ['The ferry ran for six weeks.', 'six weeks', 'P6W'],
    ['A three-day strike ended.', 'three-day', 'P3D'],
    ['Prices have doubled in the last two decades.', 'the last two decades', 'P2DE'],
    ['The ferry runs every Friday.', 'every Friday', 'XXXX-WXX-5'],
    ['The ferry runs daily.', 'daily', 'P1D'],
    ['The council sits at 3:30 p.m. in the old hall.', '3:30 p.m.', '2024-03-13T15:30'],
    ['The village is now empty.', 'now', 'PRESENT_REF'],
    ['The road was recently closed.', 'recently', 'PAST_REF'],
    ['The dam was drained in the summer of 2018.', 'the summer of 2018', '2018-SU'],
    ['The guild met two weeks ago Tuesday.', 'two weeks ago Tuesday', '2024-02-27'],
    ['The guild met two Fridays ago.', 'two Fridays ago', '2024-03-01'],
    ['The guild met the week before last.', 'the week before last', '2024-W09'],
    ['The guild met a year ago today.', 'a year ago today', '2023-03-13'],
    ['The guild met two years ago this month.', 'two years ago this month', '2022-03'],
    ['The guild met more than a decade ago.', 'more than a decade ago', '2014'],
    ['The guild met on Aug. 7 last year.', 'Aug. 7 last year', '2023-08-07'],
    ['The guild met last Aug. 7.', 'last Aug. 7', '2023-08-07'],
    ['The guild met on August the 7th.', 'August the 7th', '2023-08-07'],
    ['The guild met on the last Friday in August.', 'the last Friday in August', '2023-08-25'],
    ['The guild met on the 5th of last month.', 'the 5th of last month', '2024-02-05'],
    ['The guild met during the month of August.', 'the month of August', '2023-08'],
    ['The guild met in the early morning hours.', 'the early morning hours', '2024-03-13TMO'],
    ['The guild met one day last week.', 'last week', '2024-W10'],
    ['The guild meets on weekends.', 'weekends', 'XXXX-WXX-WE'],
    ["The mill was built in '58.", "'58", '1958'],
    ["The mill was built in the summer of '58.", "the summer of '58", '1958-SU'],
    ['The mill burned down this winter.', 'this winter', '2023-WI'],
    ['The mill will close in the next century.', 'the next century', '21'],
    ['The mill has run for half a century.', 'half a century', 'P50Y'],
    ['The mill has run for over 20 years.', 'over 20 years', 'P20Y'],
    ['The mill was shut for half an hour.', 'half an hour', 'PT30M'],
    ['The mill was shut all week.', 'all week', 'P1W'],
    ['The mill burned down two days before the vote.', 'two days', 'P2D'],
    ['The mill burned down in the weeks before the vote.', 'weeks', 'PXW'],
    ['The mill closed in the latter half of the 1980s.', 'the latter half of the 1980s', '198'],
    ['The mill lost money in the 2022 fiscal year.', 'the 2022 fiscal year', '2022'],
    ['It beat the third-quarter forecast.', 'third-quarter', '2023-Q3'],
    ['Sales fell in the year-ago quarter.', 'the year-ago quarter', '2022-Q4'],
    ['The mill had a year-earlier loss.', 'year-earlier', '2023'],
    ['Sales have fallen 3% since year-end.', 'year-end', '2023-12-31'],
    ["The guild will meet on Mother's Day.", "Mother's Day", '2024-05-12'],
    ['Sales fell in the prior-year quarter.', 'the prior-year quarter', '2022-Q4'],
    ['It cut its first-half forecast.', 'first-half', '2024-H1'],
    ['The mill will shut by year’s end.', 'year’s end', '2024-12-31'],
    ['Barley for May delivery rose.', 'May', '2024-05'],
    ['The mill will shut on the 20th.', 'the 20th', '2024-03-20'],
    ['The mill burned in the first week of March.', 'the first week of March', '2024-03'],
    ['The mill lost money over the years.', 'the years', 'PXY'],
    ['The miller has spent years in court.', 'years', 'PXY'],
    ['The mill should earn money in the year ahead.', 'the year ahead', 'P1Y'],
    ['The mill closed after a 2 1/2-year dispute.', '2 1/2-year', 'P2Y6M'],
    ['The mill closed after a quarter-century.', 'a quarter-century', 'P25Y'],
    ['The mill closed two hours later.', 'two hours later', 'PT2H'],
    ['The miller fled five days later.', 'five days later', 'P5D'],
    ['The miller will speak at 8 p.m. tonight.', '8 p.m. tonight', '2024-03-13T20:00'],
    ['The miller spoke at 6:30 yesterday evening.', '6:30 yesterday evening', '2024-03-12T18:30'],
    ['The miller spoke at 10:30 this morning.', '10:30 this morning', '2024-03-13T10:30'],
    ['The miller spoke at 8 p.m. on Friday, March 8.', '8 p.m. on Friday, March 8', '2024-03-08T20:00'],
    ['The miller woke at 3 o’clock this morning.', '3 o’clock this morning', '2024-03-13T03:00'],
    ['A ruling could come as early as April.', 'April', '2024-04'],
    ['The mill burned just days before the vote.', 'days', 'PXD'],
    ['The road flooded in the first hours of the storm.', 'the first hours', 'PTXH'],
    ['The kiosk is open six days a week.', 'six days a week', 'P6D'],
    ['A bell rings every half hour.', 'every half hour', 'PT30M'],
    ['The price is set each trading day.', 'each trading day', 'P1D'],
    ['The siren went off at 9 p.m. Moscow time.', '9 p.m. Moscow time', '2024-03-13T21:00'],
    ['The siren went off on the night of March 5.', 'the night of March 5', '2024-03-05TNI'],
    ['The guild met in the week of March 5.', 'the week of March 5', '2024-W10'],
    ['The guild met on the weekend of March 9.', 'the weekend of March 9', '2024-W10-WE'],
    ['The summer of last year was dry.', 'The summer of last year', '2023-SU'],
    ['The guild met in the early spring of 1987.', 'the early spring of 1987', '1987-SP'],
    ["The guild met in Oct '88.", "Oct '88", '1988-10'],
    ["The guild won in the '97 race.", "'97", '1997'],
    ['The code is from before 1900.', '1900', '1900'],
    ['The fair grew in 1988/89.', '1988/89', '1988/1989'],
    ['She was away for two years and four months.', 'two years and four months', 'P2Y4M'],
    ['The crossing took two hours, 10 minutes.', 'two hours, 10 minutes', 'PT2H10M'],
    ['It rose in the past two and a half years.', 'the past two and a half years', 'P2Y6M'],
    ['It rose in the past year and a half.', 'the past year and a half', 'P1Y6M'],
    ['A year and a half ago, she left.', 'A year and a half ago', '2022-09'],
    ['She left 2 1/2 years ago.', '2 1/2 years ago', '2021-09'],
    ['The trial is expected to last three weeks.', 'three weeks', 'P3W'],
    ['More divers will come in the next day or two.', 'the next day or two', 'P2D'],
    ["The tower fell at 11 o'clock at night.", "11 o'clock at night", '2024-03-13T23:00'],
    ['She got a six- to nine-month term.', 'six- to nine-month', 'P9M'],
    ['He was away for an entire year.', 'an entire year', 'P1Y'],
    ['Sales fell late in the third quarter.', 'late in the third quarter', '2023-Q3'],
    ['Sales fell in the year-ago third quarter.', 'the year-ago third quarter', '2023-Q3'],
    ['Sales fell in the October-December quarter.', 'the October-December quarter', '2023-Q4'],
    ['Sales fell in last year’s second half.', 'last year’s second half', '2023-H2'],
    ['Sales fell from last year’s quarter.', 'last year’s quarter', '2022-Q4'],
    ['Sales fell in the year-earlier nine months.', 'the year-earlier nine months', 'P9M'],
    ['Sales fell from week-ago levels.', 'week-ago', '2024-W10'],
    ['The bridge opened on February fifth.', 'February fifth', '2024-02-05'],
    ['She was born on July twenty-first, nineteen forty-two.', 'July twenty-first, nineteen forty-two', '1942-07-21'],
    ['It fell on the twenty second of January.', 'the twenty second of January', '2024-01-22'],
    ['In eighteen ninety-eight the port burned.', 'eighteen ninety-eight', '1898'],
    ['It began in nineteen oh-four.', 'nineteen oh-four', '1904'],
    ['It opens in the year two thousand thirty.', 'the year two thousand thirty', '2030'],
    ['Prices rose all through the nineteen eighties.', 'the nineteen eighties', '198'],
    ['It opened in March nineteen ninety-nine.', 'March nineteen ninety-nine', '1999-03'],
    ['The lake froze half a century ago.', 'half a century ago', '1974'],
    ['He called moments ago.', 'moments ago', 'PAST_REF'],
    ['He called the other day.', 'the other day', 'PAST_REF'],
    ['Previously, the mill belonged to a guild.', 'Previously', 'PAST_REF'],
    ['Several days later the lights went out.', 'Several days later', 'PXD'],
    ['A year-long strike ended.', 'year-long', 'P1Y'],
    ['A monthlong strike ended.', 'monthlong', 'P1M'],
    ['It rained for a few short weeks.', 'a few short weeks', 'PXW'],
    ['The mill was closed for two quarters.', 'two quarters', 'P2Q'],
    ['Mills closed despite years of growth.', 'years', 'PXY'],
    ['The mill was shut the night before.', 'the night before', '2024-03-12TNI'],
    ['The talks ended by late afternoon.', 'late afternoon', '2024-03-13TAF'],
    ['The winter of 1996-97 was mild.', 'The winter of 1996-97', '1996-WI'],
    ['Sales fell from the same month last year.', 'the same month last year', '2023-03'],
    ['It was the week’s calmest market.', 'the week', '2024-W11'],
    ['The road will be paved by the end of the decade.', 'the end of the decade', '202'],
    ['He won the seat last April.', 'last April', '2023-04'],
    ['He won the seat last March.', 'last March', '2023-03'],
    ['He will run again next February.', 'next February', '2025-02'],
    ['He has held the seat since April.', 'April', '2023-04'],
    ['He has held the seat since March.', 'March', '2024-03'],
    ['Sales fell in the last quarter of 2022.', 'the last quarter of 2022', '2022-Q4'],
    ['Sales fell in the previous fiscal year.', 'the previous fiscal year', '2023'],
    ['The siren went off at 4 a.m. local time (0100 GMT).', '4 a.m. local time (0100 GMT)', '2024-03-13T04:00'],
  ])('%s', async (sentence, words, value) => {
    const found = (await timesOf(sentence)).map((time) => [sentence.slice(time.start, time.end), time.value]);
    expect(found).toEqual([[words, value]]);
  });

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
  ])('%s has none', async (sentence) => {
    expect(await timesOf(sentence)).toEqual([]);
  });
});

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
    // What a clause leaves open is the day that the story has told.
    ['The court ruled on Saturday. The union set Saturday as the deadline.', ['2024-03-09', '2024-03-09']],
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

describe('a time is never more precise than its words', () => {
  test.each<[sentence: string, edtf: string | null, earliest: string | null, latest: string | null]>([
    ['Wages fell last week.', '2024-03-04/2024-03-10', '2024-03-04', '2024-03-10'],
    ['Wages fell last month.', '2024-02', '2024-02-01', '2024-02-29'],
    ['Wages fell in 2019.', '2019', '2019-01-01', '2019-12-31'],
    ['Wages fell in the 1980s.', '198X', '1980-01-01', '1989-12-31'],
    ['Wages fell in the winter of 2018.', '2018-24', '2018-12-01', '2019-02-28'],
    ['Wages fell for six weeks.', null, null, null],
  ])('%s', async (sentence, edtf, earliest, latest) => {
    expect((await timesOf(sentence)).map((time) => [time.edtf, time.earliest, time.latest])).toEqual([
      [edtf, earliest, latest],
    ]);
  });

  test('what comes later is counted from the day that the story is at', async () => {
    const times = await timesOf('The ferry sank on 4 May 1987. Three days later the owner fled.');
    expect(times.map(({ value, basis, anchor }) => [value, basis, anchor])).toEqual([
      ['1987-05-04', 'explicit', null],
      ['1987-05-07', 'narrative', 0],
    ]);
  });

  test.each<[text: string, value: string]>([
    ['The ferry sank on 4 May 1987. The next morning the owner fled.', '1987-05-05TMO'],
    ['The ferry sank on 4 May 1987. That night the owner fled.', '1987-05-04TNI'],
    ['The ferry sank in May 1987. That summer the owner fled.', '1987-SU'],
    ['The ferry sank in 1987. The owner fled the next year.', '1988'],
    ['The ferry sank in 1987. The owner fled in August of that year.', '1987-08'],
    ['The ferry sank on Monday. The owner fled in the morning.', '2024-03-11TMO'],
    ['Orders rose in January. For the month, exports fell.', '2024-01'],
  ])('%s', async (text, value) => {
    expect((await timesOf(text))[1]).toMatchObject({ value, basis: 'narrative', anchor: 0 });
  });
});

describe('what a business report counts from', () => {
  test.each<[text: string, values: string[]]>([
    ['Profit fell in the quarter ended Dec. 31.', ['2023-Q4', '2023-12-31']],
    ['Profit fell in the quarter ended Nov. 12.', ['P1Q', '2023-11-12']],
    ['Profit rose in the fourth quarter. A year earlier it fell.', ['2023-Q4', '2022-Q4']],
    ['Profit fell in the second and third quarters.', ['2023-Q2', '2023-Q3']],
    ['Profit fell in the fiscal year ended June 30.', ['P1Y', '2023-06-30']],
    ['Profit fell from October to March 2019.', ['2018-10', '2019-03']],
    // Neither the quarter that it is compared with nor the one that is expected.
    [
      'Profit rose in the fourth quarter from the 2022 quarter. A year earlier it fell.',
      ['2023-Q4', '2022-Q4', '2022-Q4'],
    ],
    [
      'Profit rose in the fourth quarter. It will fall in the first quarter. A year ago it fell.',
      ['2023-Q4', '2024-Q1', '2022-Q4'],
    ],
    ['Profit rose in the fourth quarter. For the nine months it fell from a year earlier.', ['2023-Q4', 'P9M', '2022']],
    ['Profit rose in the fourth quarter. It had fallen in the previous quarter.', ['2023-Q4', '2023-Q3']],
  ])('%s', async (text, values) => {
    expect((await timesOf(text)).map(({ value }) => value)).toEqual(values);
  });
});
