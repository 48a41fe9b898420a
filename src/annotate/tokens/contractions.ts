/**
 * Words written without an apostrophe that are two words: "cannot", "gonna", "dont". The value is the length of the
 * first one. Left out are forms that are far oftener one word: "its", "were", "well", "ill", "id".
 */
const RUN_TOGETHER: ReadonlyMap<string, number> = new Map(
  (
    'can|not gon|na wan|na got|ta out|ta sor|ta du|nno do|nt wo|nt ca|nt did|nt does|nt could|nt would|nt should|nt ' +
    'ar|nt are|nt ai|nt is|nt was|nt were|nt has|nt have|nt had|nt must|nt need|nt i|m i|ve you|ve we|ve they|ve ' +
    'you|re they|re you|ll they|ll it|ll that|s there|s what|s he|s let|s else|s who|s here|s wit|s she|s'
  )
    .split(' ')
    .map((entry) => [entry.replace('|', ''), entry.indexOf('|')]),
);

/** For each last letter, the lengths at which a run-together form exists, as bits: a look-up without a slice. */
const LENGTHS: Uint32Array = lengths();

/**
 * Where the second word begins in `text.slice(start, end)`, letters only: "can|not". Zero where it is one word.
 */
export function runTogether(text: string, start: number, end: number): number {
  const length = end - start;
  const last = text.charCodeAt(end - 1) | 32;
  if (length > 8 || last > 127 || (LENGTHS[last]! & (1 << length)) === 0) return 0;
  const cut = RUN_TOGETHER.get(text.slice(start, end).toLowerCase());
  return cut === undefined ? 0 : start + cut;
}

/** Whether `text.slice(start, end)`, what follows an apostrophe, is a clitic: "s", "m", "d", "re", "ve", "ll". */
export function isClitic(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start) | 32;
  if (end - start === 1) return first === 115 || first === 109 || first === 100;
  if (end - start !== 2) return false;
  const second = text.charCodeAt(start + 1) | 32;
  return ((first === 114 || first === 118) && second === 101) || (first === 108 && second === 108);
}

/** Words that begin with an apostrophe: "'em", "'cause". Anything else after an apostrophe stands in quotation marks. */
const CLIPPED: ReadonlySet<string> = new Set([
  'em', 'cause', 'cuz', 'coz', 'til', 'till', 'tis', 'twas', 'n', 'bout', 'round', 'nuff', 'neath', 'ere', 'im',
  's', 'm', 'd', 're', 've', 'll',
]); // biome-ignore format: a word list

/** Whether a word after an apostrophe, with nothing before it, keeps it: "'em", "'60s" and "'09". */
export function isClipped(text: string, start: number, end: number): boolean {
  const length = end - start;
  const first = text.charCodeAt(start);
  if (first >= 48 && first <= 57) {
    const second = text.charCodeAt(start + 1);
    if (!(second >= 48 && second <= 57)) return false;
    return length === 2 || (length === 3 && (text.charCodeAt(end - 1) | 32) === 115);
  }
  return length <= 5 && CLIPPED.has(text.slice(start, end).toLowerCase());
}

function lengths(): Uint32Array {
  const table = new Uint32Array(128);
  for (const form of RUN_TOGETHER.keys()) table[form.charCodeAt(form.length - 1)]! |= 1 << form.length;
  return table;
}
