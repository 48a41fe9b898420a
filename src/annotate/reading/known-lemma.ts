import wink from 'wink-lemmatizer';

/**
 * The lemma of a noun or verb as WordNet has it, where the model's script made a word that WordNet does not know: "stru" of
 * "struck" is "strike", "polic" "police", "refinerie" "refinery". What neither knows stays as the script has it. Lower case
 * but the form.
 */
export function knownLemma(form: string, upos: string, lemma: string): string {
  // "DUI" is no plural of "duo".
  const isAcronym = upos === 'NOUN' && form.length > 1 && form === form.toUpperCase();
  if (isAcronym || (upos !== 'NOUN' && upos !== 'VERB')) return lemma;
  const lemmaIn = upos === 'NOUN' ? wink.noun : wink.verb;
  // The library tells whether it knows a word only by finding its way back to it.
  const isKnown = (word: string) => lemmaIn(`${word}s`) === word;
  const whole = form.toLowerCase();
  // Of "-men" it has but a list, and neither "gunmen" nor "policemen" are on it.
  const likely = [lemma, whole, upos === 'NOUN' ? whole.replace(/men$/, 'man') : whole];
  const found = lemmaIn(whole);
  return likely.find(isKnown) ?? (found === whole ? lemma : found);
}
