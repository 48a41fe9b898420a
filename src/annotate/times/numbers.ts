const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SOME = new Set(['several', 'some', 'few', 'many', 'recent', 'dozens of', 'a few', 'a number of', 'the', '']);

/** A count as durations write it: "3", "three", "a", "twenty-one"; "X" for "several"; null for no count. */
export function countOf(words: string): string | null {
  const said = words.toLowerCase().trim();
  if (/^\d+(?:\.\d+)?$/.test(said)) return said;
  if (said === 'a' || said === 'an') return '1';
  if (said === 'a couple of' || said === 'couple of') return '2';
  if (said === 'half a' || said === 'half-') return '0.5';
  if (SOME.has(said)) return 'X';
  const one = ONES.indexOf(said);
  if (one >= 0) return String(one);
  const [tens = '', ones = 'zero'] = said.split('-');
  const at = TENS.indexOf(tens);
  return at < 0 || ONES.indexOf(ones) < 0 ? null : String(20 + 10 * at + ONES.indexOf(ones));
}
