import { francAll } from 'franc-min';

/** Trigram statistics need some text: below this many letters a text is taken at its word. */
const ENOUGH_LETTERS = 80;
const SAMPLE = 8000;
/** English with many foreign names may come second by a little. */
const CLOSE = 0.93;

/** Whether a text is English, by letter trigrams; `declared` (BCP 47) decides where there is too little text. */
export function isEnglish(text: string, declared: string | null): boolean {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin < letters / 2) return false;
  if (letters < ENOUGH_LETTERS) return declared === null || /^en\b/i.test(declared);
  const english = francAll(sample).find(([language]) => language === 'eng');
  return english !== undefined && english[1] >= CLOSE;
}
