const ENDING = /^(?:n|an|ian|i|ish|ese|ic|er)$/;

/** Whether a word is the people of a place: "Drevian" of Drevia. */
export function isOfPeople(words: string, place: string): boolean {
  if (place.length < 4) return false;
  return [place, place.replace(/[ae]$/, '')].some(
    (stem) => words.startsWith(stem) && ENDING.test(words.slice(stem.length)),
  );
}
