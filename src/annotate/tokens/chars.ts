import { isSpace } from '../../document/span.ts';

/** A code unit that is white space has no flag at all. */
export const SPACE = 0;
export const LETTER = 1;
export const DIGIT = 2;
export const OTHER = 4;
/** Set beside OTHER: the chunk may hold an address. */
export const ADDRESS = 8;
/** Set beside OTHER: one half of a character outside the basic plane. */
export const SURROGATE = 16;

/**
 * Flags by UTF-16 code unit. Letters include combining marks, joiners and direction marks, which cling to the word
 * that they are written in, and number signs that are no digits ("½", "Ⅳ").
 */
export const FLAGS: Uint8Array = flags();

export function isLetter(unit: number): boolean {
  return FLAGS[unit] === LETTER;
}

/** A decimal digit of any script. */
export function isDigit(unit: number): boolean {
  return FLAGS[unit] === DIGIT;
}

export function isWordUnit(unit: number): boolean {
  return (FLAGS[unit]! & (LETTER | DIGIT)) !== 0;
}

/** Upper-case ASCII letter; what few rules ask of case concerns English words only. */
export function isUpper(unit: number): boolean {
  return unit >= 65 && unit <= 90;
}

export function isLower(unit: number): boolean {
  return unit >= 97 && unit <= 122;
}

/** "'" and the typographic apostrophe, with the marks that people type instead. */
export function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0x60 || unit === 0x2bc || unit === 0xb4;
}

/** A hyphen inside words; dashes are none. */
export function isHyphen(unit: number): boolean {
  return unit === 0x2d || unit === 0x2010 || unit === 0x2011;
}

function flags(): Uint8Array {
  const table = new Uint8Array(0x10000).fill(OTHER);
  const letter = /[\p{L}\p{M}\p{Nl}\p{No}\p{Cf}]/u;
  const digit = /\p{Nd}/u;
  for (let unit = 0; unit < 0x10000; unit++) {
    if (isSpace(unit)) table[unit] = SPACE;
    else if ((unit >= 0x3400 && unit < 0xa000) || (unit >= 0xac00 && unit < 0xd7a4)) table[unit] = LETTER;
    else if (unit >= 0xd800 && unit < 0xe000) table[unit] = OTHER | SURROGATE;
    else if (unit < 0xe000 || unit >= 0xf900) {
      const character = String.fromCharCode(unit);
      if (letter.test(character)) table[unit] = LETTER;
      else if (digit.test(character)) table[unit] = DIGIT;
    }
  }
  table['_'.charCodeAt(0)] = LETTER;
  table['@'.charCodeAt(0)] = OTHER | ADDRESS;
  table[':'.charCodeAt(0)] = OTHER | ADDRESS;
  return table;
}
