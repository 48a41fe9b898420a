/** What may be written against its number and is a word of its own: "5|km", "7:30|pm", "10|m". */
const UNITS: ReadonlySet<string> = new Set(
  (
    'am pm AM PM Am Pm mm cm dm m km mi ft yd kg mg lb lbs oz ml cl kl ha sqft mph kph kmh kmph hp bhp kHz MHz GHz Hz ' +
    'khz mhz ghz hz kB MB GB TB KB Mb Gb kb mb gb kW MW GW TW kWh MWh GWh kV mW bn tn mn k K mln bln tn trn min mins ' +
    'hr hrs sec secs hh x percent pct pc ppm tonnes km²'
  ).split(' '),
);

/** After a currency sign any of these scales is a word, single letters among them: "$|10|m", "£|3|B". */
const SCALES: ReadonlySet<string> = new Set([
  'm',
  'M',
  'b',
  'B',
  'k',
  'K',
  'bn',
  'mm',
  'mn',
  'tn',
  't',
  'T',
  'billion',
  'million',
]);

/** Whether the letters after a number are a word of their own. "20th", "1970s", "4G" and "3D" are one. */
export function isUnit(text: string, start: number, end: number, priced: boolean): boolean {
  if (end - start > 7) return false;
  const word = text.slice(start, end);
  return UNITS.has(word) || (priced && SCALES.has(word));
}
