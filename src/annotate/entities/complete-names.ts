import type { Found } from './mentions-in.ts';
import { type Words, wordAt } from './words.ts';

/** What ends a company's name. */
const LEGAL = /^(?:inc|ltd|llc|llp|plc|corp|co|gmbh|pvt|pty|limited|incorporated|corporation)\.?$/i;
/** Nouns that a body's name ends in, where they have its capital letter. */
const BODY = /^(?:Alliance|Bloc|Coalition|Front|League|Movement|Party)$/;
const QUOTE = /^["“”'‘’]+$/u;

/** "Halvard Lines[, Inc.]" and "Civic [Bloc]" have their ending, and “[Oduya, Mara]” in quotation marks, as letter heads have it, is one person. */
export function completeNames(found: readonly Found[], words: Words): Found[] {
  const done: Found[] = [];
  for (const [at, name] of found.entries()) {
    const before = done.at(-1);
    if (before && isTurned(before, name, words)) {
      done[done.length - 1] = { ...before, last: name.last };
      continue;
    }
    const until = found[at + 1]?.first ?? words.tokens.length;
    done.push(name.label === 'Organization' ? { ...name, last: withEnding(name.last, until, words) } : name);
  }
  return done;
}

function withEnding(last: number, until: number, words: Words): number {
  let end = last < until && BODY.test(wordAt(words, last)) ? last + 1 : last;
  for (let at = wordAt(words, end) === ',' ? end + 1 : end; at < until && LEGAL.test(wordAt(words, at)); at++)
    end = at + 1;
  return end;
}

function isTurned(surname: Found, given: Found, words: Words): boolean {
  return (
    surname.label === 'Person' &&
    given.label === 'Person' &&
    surname.last - surname.first === 1 &&
    given.first === surname.last + 1 &&
    wordAt(words, surname.last) === ',' &&
    QUOTE.test(wordAt(words, surname.first - 1)) &&
    QUOTE.test(wordAt(words, given.last))
  );
}
