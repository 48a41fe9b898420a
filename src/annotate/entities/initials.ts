import type { Gazetteer } from '../../vocabulary/gazetteer.ts';
import type { Found } from './mentions-in.ts';
import { type Words, wordAt } from './words.ts';

/** "in the [DMZ]", "Albany, [N.Y.]": what stands there is a place, whatever it is short for. */
const PLACED = /^(?:across|at|in|inside|into|near|to|,|\()$/i;
const PLACES = /^(?:D\.?C\.?|L\.?A\.?|N\.?Y\.?C?\.?)$/;

/** "[U.N.] estimates": letters that are no country's and no town's, and that nothing stands in, are a body's. */
export function initials(gazetteer: Pick<Gazetteer, 'country' | 'cities'>) {
  return (found: readonly Found[], words: Words): readonly Found[] =>
    found.map((name) => {
      const { first, last, label } = name;
      if (label !== 'Location' || last - first !== 1) return name;
      const word = wordAt(words, first);
      if (!/^(?:\p{Lu}\.?){2,6}$/u.test(word) || PLACES.test(word)) return name;
      if (gazetteer.country(word) || gazetteer.cities(word).length > 0) return name;
      const before = /^the$/i.test(wordAt(words, first - 1)) ? first - 2 : first - 1;
      const isPart = /^(?:compound|nmod:poss)/.test(words.reading.relations[first] ?? '');
      return PLACED.test(wordAt(words, before)) && !isPart ? name : { ...name, label: 'Organization' };
    });
}
