import type { Gazetteer } from '../../vocabulary/gazetteer.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Found } from './mentions-in.ts';
import type { PlacesTold } from './places-told.ts';
import { type Words, wordAt } from './words.ts';

/** Bodies that are called after a person or place, which is then somebody or somewhere else. */
const CALLED_AFTER =
  /^(?:academy|administration|airport|award|campaign|cent(?:er|re)|college|family|foundation|government|hospital|institute|library|museum|organi[sz]ation|park|police|prize|school|stadium|university)$/i;
const SHORTEST = 4;

/**
 * The first words of bodies' names by which an article calls them for short: "[Halvard]" of "Halvard Chemicals", where nobody
 * has that name and no place is known by it. Each with the indices of the full names.
 */
export function shortNamesOfBodies(
  { givenNames }: Pick<Vocabulary, 'givenNames'>,
  gazetteer: Pick<Gazetteer, 'country' | 'countryOfDemonym' | 'cities'>,
) {
  const given = new Set(givenNames.flatMap(({ names }) => names));
  const isKnown = (word: string) =>
    given.has(word) ||
    gazetteer.country(word) !== null ||
    gazetteer.countryOfDemonym(word) !== null ||
    gazetteer.cities(word).length > 0;
  return (
    found: readonly Found[],
    words: Words,
    { isPlaced }: Pick<PlacesTold, 'isPlaced'>,
  ): ReadonlyMap<string, readonly number[]> => {
    // By word, the first person or place that has it as a name.
    const taken = new Map<string, number>();
    const take = (word: string, at: number) => taken.set(word, Math.min(at, taken.get(word) ?? at));
    // "at the [Halvard] refinery" may be the town's: a body does things by itself.
    const alone = new Set<string>();
    for (const [at, name] of found.entries()) {
      const isWhole = name.last - name.first === 1;
      if (isWhole && !/^(?:compound|amod|flat)/.test(words.reading.relations[name.first] ?? ''))
        alone.add(wordAt(words, name.first));
      if (isWhole && name.label === 'Location' && isPlaced(name)) take(wordAt(words, name.first), -1);
      if (isWhole || name.label !== 'Person') continue;
      for (let token = name.first; token < name.last; token++) take(wordAt(words, token), at);
    }
    const full = new Map<string, number[]>();
    for (const [at, { first, last, label }] of found.entries()) {
      const word = wordAt(words, first);
      // "Oduya's Bakery" is Oduya's.
      const isLonger =
        label === 'Organization' &&
        last - first > 1 &&
        word.length >= SHORTEST &&
        /^\p{Lu}\p{Ll}/u.test(word) &&
        !/^[’']s?$/.test(wordAt(words, first + 1));
      if (
        !isLonger ||
        !alone.has(word) ||
        CALLED_AFTER.test(wordAt(words, last - 1)) ||
        // Its founder may come after it: "Halvard was founded by Jon Halvard".
        (taken.get(word) ?? at) < at ||
        isKnown(word)
      )
        continue;
      full.set(word, [...(full.get(word) ?? []), at]);
    }
    return full;
  };
}
