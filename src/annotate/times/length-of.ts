import type { TimeUnit } from '../../vocabulary/records.ts';
import type { Words } from './words.ts';

/** Halves of units that have smaller ones. */
const HALVES: Readonly<Record<string, string>> = {
  minute: 'PT30S',
  hour: 'PT30M',
  year: 'P6M',
};

/** "2.5" years are two years and six months, as TimeML writes them, and two decades are twenty years. */
export function lengthOf(count: string, unit: TimeUnit['unit'], { codes, data }: Words): string {
  const years = data.units.find((each) => each.unit === unit)?.years;
  if (years) return `P${Number.isNaN(Number(count)) ? count : years * Number(count)}Y`;
  if (count === '0.5' && HALVES[unit]) return HALVES[unit];
  const prefix = /^(?:second|minute|hour)$/.test(unit) ? 'PT' : 'P';
  const code = unit === 'night' ? 'D' : codes.get(unit)!;
  const [, whole, half] = /^(\d+)\.(5)$/.exec(count) ?? [];
  const smaller = { year: '6M', hour: '30M' }[unit as string];
  if (half && whole && whole !== '0' && smaller) return `${prefix}${whole}${code}${smaller}`;
  return `${prefix}${count}${code}`;
}
