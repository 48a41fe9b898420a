import type { Found } from './mentions-in.ts';
import { type Words, wordAt } from './words.ts';

const STORM = /^(?:storm|hurricane|typhoon|cyclone)$/i;

/** "Storm [Ilka] … [Ilka]": the name of a storm is nobody's and no place's. */
export function storms(found: readonly Found[], words: Words): Found[] {
  const isSingle = ({ first, last }: Found) => last - first === 1;
  const names = new Set(
    found
      .filter((name) => isSingle(name) && STORM.test(wordAt(words, name.first - 1)))
      .map(({ first }) => wordAt(words, first)),
  );
  return found.map((name) => {
    const isStorm = isSingle(name)
      ? names.has(wordAt(words, name.first))
      : name.last - name.first === 2 && STORM.test(wordAt(words, name.first));
    return isStorm ? { ...name, label: 'Misc' } : name;
  });
}
