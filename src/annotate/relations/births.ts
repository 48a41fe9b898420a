import { DateTime } from 'luxon';
import type { View } from '../events/view.ts';
import type { Fact } from './relations.ts';

/** "Melk, 57,", "57-year-old Sana Melk", "Sana Melk (57)": where the age stands, after or before the name. */
const AFTER = /^,? ?\(?(\d{1,3})(?=[,.;)])/;
const BEFORE = /(?<![\d.])(\d{1,3})-year-old (?:[\p{L}-]+ ){0,3}$/u;
const REACH = 60;

/** A person's age on the day of publication gives the year of days in which they were born. */
export function births({ text, coreference: { entities } }: View, publishedAt: string): Fact[] {
  const today = DateTime.fromISO(publishedAt.slice(0, 10), { zone: 'utc' });
  if (!today.isValid) return [];
  return entities.flatMap(({ type, aliases }, from): Fact[] => {
    if (type !== 'Person') return [];
    for (const { start, end } of aliases) {
      const before = BEFORE.exec(text.slice(Math.max(0, start - REACH), start));
      const after = AFTER.exec(text.slice(end, end + 8));
      const age = Number((before ?? after)?.[1] ?? 0);
      if (age < 5 || age > 115) continue;
      const validFrom = `${today
        .minus({ years: age + 1 })
        .plus({ days: 1 })
        .toISODate()}/${today.minus({ years: age }).toISODate()}`;
      const span = before ? { start: start - before[0].length, end } : { start, end: end + after![0].length };
      return [{ type: 'BORN', from, to: null, label: null, validFrom, validTo: null, ...span, rule: 'age' }];
    }
    return [];
  });
}
