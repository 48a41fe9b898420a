/** What the letters of a word look like, by its index in `shapes.classes` of models/reader.json. */
export const SHAPE = {
  /** Not a word: the marks around a sentence, and padding. */
  special: 0,
  lower: 1,
  /** "Ardakov" */
  title: 2,
  /** "NATO" */
  upper: 3,
  /** "J" */
  initial: 4,
  /** "iPhone" */
  mixed: 5,
  /** "1,000" */
  number: 6,
  /** "G7" */
  alphanumeric: 7,
  /** Neither letters nor digits. */
  symbol: 8,
} as const;

/** The names of the classes in their order, to be held against the model's. */
export const SHAPE_NAMES: readonly string[] = Object.keys(SHAPE);

const LETTER = /\p{L}/u;
const CAPITAL = /[\p{Lu}\p{Lt}]/u;
const DIGIT = /\p{Nd}/u;

/** Brings back the case that the uncased vocabulary loses. The same as `shape_of` in scripts/train/wordpiece.py. */
export function shapeOf(word: string): number {
  let letters = 0;
  let digits = 0;
  let capitals = 0;
  let startsWithCapital = false;
  for (const char of word) {
    if (LETTER.test(char)) {
      const isCapital = CAPITAL.test(char);
      if (letters === 0) startsWithCapital = isCapital;
      if (isCapital) capitals++;
      letters++;
    } else if (DIGIT.test(char)) digits++;
  }
  if (digits > 0) return letters > 0 ? SHAPE.alphanumeric : SHAPE.number;
  if (letters === 0) return SHAPE.symbol;
  if (capitals === 0) return SHAPE.lower;
  if (letters === 1) return SHAPE.initial;
  if (capitals === letters) return SHAPE.upper;
  return startsWithCapital && capitals === 1 ? SHAPE.title : SHAPE.mixed;
}
