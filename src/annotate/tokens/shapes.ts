import { FLAGS, isDigit, isLetter, isLower, isUpper, LETTER } from './chars.ts';

/** What a token looks like, as the sentence splitter sees it. Numbers are stored in the model: append only. */
export const SHAPE = {
  none: 0,
  lower: 1,
  title: 2,
  upper: 3,
  capital: 4,
  mixed: 5,
  number: 6,
  numbered: 7,
  abbreviation: 8,
  initial: 9,
  initialism: 10,
  stop: 11,
  exclamation: 12,
  question: 13,
  ellipsis: 14,
  comma: 15,
  colon: 16,
  semicolon: 17,
  dash: 18,
  opening: 19,
  closing: 20,
  quote: 21,
  single: 22,
  opens: 23,
  closes: 24,
  bullet: 25,
  symbol: 26,
  face: 27,
  address: 28,
  rule: 29,
  other: 30,
} as const;

/** Shapes after which a sentence often ends. */
export function isTerminal(shape: number): boolean {
  return shape >= SHAPE.stop && shape <= SHAPE.ellipsis;
}

/** A quotation mark or bracket that closes: it belongs to what it closes. */
export function isCloser(shape: number): boolean {
  return shape === SHAPE.closing || shape === SHAPE.closes || shape === SHAPE.quote || shape === SHAPE.single;
}

export function isWordShape(shape: number): boolean {
  return shape >= SHAPE.lower && shape <= SHAPE.initialism;
}

const MARKS: ReadonlyMap<number, number> = new Map(
  Object.entries({
    '.': SHAPE.stop,
    '!': SHAPE.exclamation,
    '?': SHAPE.question,
    '…': SHAPE.ellipsis,
    ',': SHAPE.comma,
    ':': SHAPE.colon,
    ';': SHAPE.semicolon,
    '-': SHAPE.dash,
    '–': SHAPE.dash,
    '—': SHAPE.dash,
    '“': SHAPE.opening,
    '«': SHAPE.opening,
    '„': SHAPE.opening,
    '”': SHAPE.closing,
    '»': SHAPE.closing,
    '"': SHAPE.quote,
    "'": SHAPE.single,
    '‘': SHAPE.opening,
    '’': SHAPE.single,
    '`': SHAPE.opening,
    '(': SHAPE.opens,
    '[': SHAPE.opens,
    '{': SHAPE.opens,
    ')': SHAPE.closes,
    ']': SHAPE.closes,
    '}': SHAPE.closes,
    '•': SHAPE.bullet,
    '·': SHAPE.bullet,
    '●': SHAPE.bullet,
    '▪': SHAPE.bullet,
    '◦': SHAPE.bullet,
    '‣': SHAPE.bullet,
    '*': SHAPE.bullet,
    '>': SHAPE.bullet,
    '=': SHAPE.rule,
    '|': SHAPE.rule,
    '~': SHAPE.rule,
  }).map(([mark, shape]) => [mark.charCodeAt(0), shape]),
);

export function shapeOf(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  const flag = FLAGS[first]!;
  if (flag === LETTER) return wordShape(text, start, end, first);
  if (isDigit(first)) return isDigit(text.charCodeAt(end - 1)) ? SHAPE.number : SHAPE.numbered;
  return markShape(text, start, end, first);
}

function wordShape(text: string, start: number, end: number, first: number): number {
  const length = end - start;
  const last = text.charCodeAt(end - 1);
  if (last === 0x2e) {
    if (length === 2) return SHAPE.initial;
    return text.slice(start, end - 1).includes('.') ? SHAPE.initialism : SHAPE.abbreviation;
  }
  const raised = isRaised(first);
  if (length === 1) return raised ? SHAPE.capital : SHAPE.lower;
  let uppers = 0;
  let lowers = 0;
  for (let at = start + 1; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (isUpper(unit)) uppers++;
    else if (isLower(unit)) lowers++;
    else if (unit === 0x40 || (unit === 0x2f && text.charCodeAt(at + 1) === 0x2f)) return SHAPE.address;
  }
  if (uppers === 0) return raised ? SHAPE.title : SHAPE.lower;
  return raised && lowers === 0 ? SHAPE.upper : SHAPE.mixed;
}

/** Upper case in any script that has it. */
function isRaised(unit: number): boolean {
  if (unit < 128) return isUpper(unit);
  const character = String.fromCharCode(unit);
  return character !== character.toLowerCase();
}

function markShape(text: string, start: number, end: number, first: number): number {
  const length = end - start;
  if (length === 1) return MARKS.get(first) ?? (first > 0x2000 ? SHAPE.symbol : SHAPE.other);
  const second = text.charCodeAt(start + 1);
  if (first === 0x2e || first === 0x2026) return isDigit(second) ? SHAPE.number : SHAPE.ellipsis;
  if (first === 0x21 || first === 0x3f) {
    return text.slice(start, end).includes('?') ? SHAPE.question : SHAPE.exclamation;
  }
  if (first === 0x27 && second === 0x27) return SHAPE.quote;
  if (first === 0x2019 && second === 0x2019) return SHAPE.closing;
  if ((first === 0x60 || first === 0x2018) && second === first) return SHAPE.opening;
  if (first === second) return length < 4 ? (MARKS.get(first) ?? SHAPE.other) : SHAPE.rule;
  if (first === 0x27 || first === 0x2019) return isLetter(second) ? SHAPE.lower : SHAPE.number;
  if (first === 0x23 || first === 0x40) return SHAPE.address;
  if (first === 0x2b) return SHAPE.number;
  return first < 128 ? SHAPE.face : SHAPE.symbol;
}
