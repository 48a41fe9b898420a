import { describe, expect, test } from '@jest/globals';
import { timesOf } from './times-of.ts';

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
    ['Profit fell in its second fiscal quarter.', ['2023-Q2']],
    ['Profit fell in the December quarter.', ['2023-Q4']],
    ['Profit fell from January to March.', ['2024-01', '2024-03']],
    ['Profit rose in fiscal ’22.', ['2022']],
    ['Profit rose in the fourth quarter. In the same quarter of 2021 it fell.', ['2023-Q4', '2021-Q4']],
    // Beside a quarter that is over, the one that is on is what is to come.
    [
      'Profit rose in the fourth quarter. Floods weigh on first-quarter results. Sales fell in the latest quarter.',
      ['2023-Q4', '2024-Q1', '2023-Q4'],
    ],
    ['In the fourth quarter it earned $2 million, down from $3 million last year.', ['2023-Q4', '2022-Q4']],
    ['In the fourth quarter it earned $2 million, down from last year’s $3 million.', ['2023-Q4', '2022-Q4']],
    ['Profit fell in the fourth quarter. The mill was sold last year.', ['2023-Q4', '2023']],
    ['Sales rose in the quarter, up 3% from a year earlier.', ['2023-Q4', '2022-Q4']],
    ['In January exports rose 5% from a year earlier.', ['2024-01', '2023-01']],
    ['Profit fell in the ’60s and ’70s.', ['196', '197']],
  ])('%s', async (text, values) => {
    expect((await timesOf(text)).map(({ value }) => value)).toEqual(values);
  });
});
