import type { Found } from './mentions-in.ts';
import { type Words, wordAt } from './words.ts';

/** Labels of names that a noun with a capital may be taken for. */
const OF_NOUN = /^(?:Person|Location|Facility|Organization)$/;

/** "[Baker] jailed for life", and below it "a baker": what begins a headline and is a noun in the text is no name. */
export function headlineNouns(found: readonly Found[], words: Words): readonly Found[] {
  const [headline] = words.sentences;
  const at = found.findIndex(({ first, label }) => first === headline?.first && OF_NOUN.test(label));
  const name = found[at];
  if (!name || !headline) return found;
  const rest = Array.from({ length: name.last - name.first - 1 }, (_, step) => wordAt(words, name.first + 1 + step));
  const word = wordAt(words, name.first).toLowerCase();
  if (rest.some((other) => /^\p{Lu}/u.test(other)) || !isNounBelow(words, word, headline.last)) return found;
  return found.filter((other) => other !== name);
}

/** Whether the text has the word as a noun, with a small letter and an article. */
function isNounBelow(words: Words, word: string, from: number): boolean {
  const { upos } = words.reading;
  for (let token = from + 1; token < upos.length; token++)
    if (upos[token] === 'NOUN' && wordAt(words, token) === word && upos[token - 1] === 'DET') return true;
  return false;
}
