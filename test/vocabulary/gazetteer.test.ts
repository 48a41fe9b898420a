import { expect, test } from '@jest/globals';
import { ROOT } from '../../src/config.ts';
import { gazetteer } from '../../src/vocabulary/gazetteer.ts';

const { cities } = gazetteer(ROOT);

test.each([
  ['Geneva', 'CHE'],
  ['Zurich', 'CHE'],
  ['Zürich', 'CHE'],
  ['Lodz', 'POL'],
  ['Sao Paulo', 'BRA'],
  ['New York', 'USA'],
  ['Washington', 'USA'],
  ['Kiev', 'UKR'],
  ['St. Petersburg', 'RUS'],
])('%s is in %s, the best known of that name', (name, country) => {
  const [first] = cities(name);
  expect(first).toMatchObject({ country, wellKnown: true });
});

test('a small town is not known by its name alone', () => {
  expect(cities('Kandana')).toMatchObject([{ country: 'LKA', wellKnown: false }]);
});
