/** Nouns in -ie, whose plural looks like that of one in -y. */
const IN_IE =
  /^(?:aussie|birdie|brownie|budgie|cabbie|calorie|collie|cookie|coterie|die|foodie|freebie|genie|goalie|groupie|hippie|hoodie|indie|junkie|lie|magpie|movie|necktie|newbie|pie|pixie|prairie|reverie|rookie|selfie|smoothie|sortie|talkie|techie|tie|veggie|yuppie|zombie)$/;
/** Verbs that end like those that have lost an e. */
const WHOLE = /^(?:bias|boycott|canvas|combat|focus|format|mutt|purr|putt)$/;
/** No verb ends so: an e is missing ("endors", "evacuat", "recycl", "charg"). */
const VERB_CUT =
  /(?:[^eo]at|[^aeiou]ut|[uv]|[aeo]g|[^aeioun]g|(?:lle|ve|plu|lou|rra|cha|cri|fri)ng|[aeiou]s|[lnr]s|[iy]z|[bcdfgkptz]l|[^aeiou]c|[iu]c|(?:re|on|a)ced)$/;
/** The same of a plural: "forc", "curv", "nurs", "hous". */
const NOUN_CUT = /(?:[^aeiou]c|[aiou]c|v|[^n]g|[lnr]s|(?:ou|ea|ai|oi|au)s|iz|[^aeiou]u)$/;
/** No e stands behind these: "abducte", "offere". */
const VERB_OVER = /^(.*(?:ct|pt|nd|[^aeiou]er|en|ew|fy|w))e$/;
const DOUBLED = /^(.*[aeiou])([bdgmnprt])\2e?$/;

/**
 * A lemma as English spells it, where the model's script cut a letter too many or too few off the form: "polic" is
 * "police", "gunme" "gunman", "occupi" "occupy", "transmitt" "transmit". All in lower case but the form.
 */
export function mendedLemma(form: string, upos: string, lemma: string): string {
  const whole = form.toLowerCase();
  if (upos !== 'NOUN' && upos !== 'VERB') return lemma;
  if (whole === `${lemma}e`) return whole;
  return upos === 'NOUN' ? noun(whole, lemma) : verb(whole, lemma);
}

function noun(form: string, lemma: string): string {
  if (form.endsWith('ies') && form === `${lemma}s` && !IN_IE.test(lemma)) return form.replace(/ies$/, 'y');
  if (form.endsWith('men') && form === `${lemma}n`) return form.replace(/men$/, 'man');
  return form === `${lemma}es` && NOUN_CUT.test(lemma) ? `${lemma}e` : lemma;
}

function verb(form: string, lemma: string): string {
  // "dragged": what is doubled before its ending lost no e.
  const isDoubled = form.startsWith(`${lemma}${lemma.at(-1)}`);
  if (!/(?:ed|ing)$/.test(form) || isDoubled || WHOLE.test(lemma)) return lemma;
  if (VERB_CUT.test(lemma) && form.startsWith(lemma)) return `${lemma}e`;
  if (/[^aeiou]i$/.test(lemma)) return lemma.replace(/i$/, 'y');
  const over = /(?:ste|re|ne)$/.test(lemma) ? null : VERB_OVER.exec(lemma);
  if (over) return over[1]!;
  const doubled = lemma.length > 3 ? DOUBLED.exec(lemma) : null;
  return doubled ? `${doubled[1]}${doubled[2]}` : lemma;
}
