import { isSpace } from '../../document/span.ts';
import { isDigit, isLetter, isLower, isUpper } from './chars.ts';

/** What the tokenizer reads of an entry of `schema/lexicon/en/abbreviations.yaml`. */
export interface Abbreviation {
  /** As written, with its dots: "Jan.", "U.S.". */
  readonly form: string;
  readonly kind: string;
  /** What usually follows it. Without a number after it "No." is a word and a full stop. */
  readonly before?: string;
  readonly ends: string;
}

/** Whether the period at `dot`, after the word that began at `start`, is part of that word. */
export type KeepsPeriod = (text: string, start: number, dot: number) => boolean;

/** Names of days and months are abbreviated before a number as well as without one. */
const CALENDAR: ReadonlySet<string> = new Set(['month', 'weekday']);
/** Headlines in capitals abbreviate these; "EST." and "CO." are as likely words. */
const SHOUTED: ReadonlySet<string> = new Set(['month', 'weekday', 'title', 'military']);
/** Words when no number follows, whatever their entry says. */
const AMBIGUOUS: ReadonlySet<string> = new Set(['no', 'mar', 'sat', 'sun', 'wed', 'may', 'in', 'art', 'fig']);

/**
 * The forms of the list, and what needs no list: initialisms ("U.S.", "p.m."), single capitals ("J. Doe") and titles
 * without a vowel ("Mr.", "Dr.", "Ltd.").
 */
export function keepsPeriod(list: readonly Abbreviation[]): KeepsPeriod {
  const forms = new Map<string, string>();
  for (const { form, kind, before = 'any' } of list) {
    if (!form.endsWith('.')) continue;
    const stem = form.slice(0, -1);
    const ambiguous = AMBIGUOUS.has(stem.toLowerCase());
    const follows = ambiguous ? 'number' : CALENDAR.has(kind) ? 'any' : before;
    const shouted = SHOUTED.has(kind) ? stem.toUpperCase() : stem;
    for (const variant of [shouted, capitalized(stem), stem]) {
      if (variant === stem || !forms.has(variant)) forms.set(variant, follows);
    }
  }
  return (text, start, dot) => {
    const length = dot - start;
    if (length === 1 && isUpper(text.charCodeAt(start))) return !ON_X.test(text.slice(Math.max(0, start - 10), dot));
    if (length > 8) return false;
    if (isInitialism(text, start, dot)) return true;
    const word = text.slice(start, dot);
    const follows = forms.get(word);
    if (follows === 'number') return isDigit(following(text, dot + 1));
    if (follows !== undefined) return true;
    if (length === 1) return isLower(text.charCodeAt(start)) && isDigit(following(text, dot + 1));
    return length <= 4 && VOWELLESS.test(word);
  };
}

/** "wrote on [X]. She …": the network, and no initial. */
const ON_X = /\b(?:on|platform|network|site|via) X$/;

/** "Mr", "Mrs", "Dr", "St", "Jr", "Ltd", "Sgt", "vs"; not "Hmm", not "TV". */
const VOWELLESS = /^(?:[B-DF-HJ-NP-TV-XZ](?!m)[b-df-gj-np-tv-xz]{1,3}|vs|pp)$/;

/** Dots inside, and no part longer than three letters: "U.S", "Ph.D", "e.g". */
export function isInitialism(text: string, start: number, end: number): boolean {
  let run = 0;
  let dots = 0;
  let single = false;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x2e) {
      if (run === 0) return false;
      if (run === 1) single = true;
      dots++;
      run = 0;
    } else if (!isLetter(unit) || ++run > 3) return false;
  }
  if (dots === 0 || run === 0) return false;
  return single || run === 1;
}

/** First character after white space, as a UTF-16 code unit; NaN at the end. */
function following(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return text.charCodeAt(at);
}

function capitalized(stem: string): string {
  return stem.charAt(0).toUpperCase() + stem.slice(1);
}
