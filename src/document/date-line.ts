import type { FindDays, WrittenDay } from './full-dates.ts';
import type { DocumentLexicon } from './lexicon.ts';

const LONGEST = 80;
const AROUND_A_DATE =
  /^(?:published|updated|posted|last|first|on|at|a\.?m\.?|p\.?m\.?|[A-Z]{2,5}|\d{1,2}(?:[:.]\d{2}){0,2}(?:[ap]m)?)$/i;

/** The day of a paragraph that is nothing but a date ("Published: Monday, January 10, 2022 4:03 PM EST"), else null. */
export type ReadDateLine = (paragraph: string) => WrittenDay | null;

export function dateLineReader({ calendar }: Pick<DocumentLexicon, 'calendar'>, findDays: FindDays): ReadDateLine {
  const weekdays = new Set(
    calendar.weekdays
      .flatMap(({ name, forms }) => [name, ...forms])
      .map((form) => form.toLowerCase().replace(/\.$/, '')),
  );
  return (paragraph) => {
    if (paragraph.length > LONGEST) return null;
    const [day, ...others] = findDays(paragraph);
    if (!day || day.year === null || others.length > 0) return null;
    const rest = `${paragraph.slice(0, day.start)} ${paragraph.slice(day.end)}`;
    const words = rest.split(/[\s,|()/:–—-]+/).filter(Boolean);
    const isDate = words.every(
      (word) => AROUND_A_DATE.test(word) || weekdays.has(word.toLowerCase().replace(/\.$/, '')),
    );
    return isDate ? day : null;
  };
}
