import { type Day, stretchOf } from '../day.ts';
import { ruleMaker } from '../rule-maker.ts';
import { onCalendar, type Resolved, type Rule, type Setting, type Told, told, withPart } from '../setting.ts';
import type { Words } from '../words.ts';

/** Prepositions after which "the morning" is that of the day that the story is at. */
const WITHIN = new Set([
  'in',
  'during',
  'by',
  'until',
  'till',
  'through',
  'throughout',
  'into',
  'since',
  'before',
  'for',
]);

/** Mornings, afternoons, evenings and nights: "this morning", "that night", "the next morning", "in the evening". */
export function parts(words: Words): Rule[] {
  const rule = ruleMaker(words);
  const partOf = (day: Day, part: string, from: Told | null = null): Resolved => {
    const found = stretchOf(day, 'day');
    return withPart(from ? told(found, from) : onCalendar(found), part, words);
  };
  const ofStory = (shift: number, part: string, { narrative, today }: Setting) => {
    const day = narrative?.day ?? today;
    return day && partOf(day.plus({ days: shift }) as Day, part, narrative);
  };
  const edge = '(?:{=edge}[- ](?:in )?)?';
  return [
    rule(
      'part-of-day',
      `${edge}(?:(?<which>this|last) {part}|tonight|overnight)`,
      ({ which, part = 'night' }, { today }) =>
        // "those last nights"
        today && !/s$/i.test(part)
          ? partOf(today.minus({ days: /last/i.test(which ?? '') ? 1 : 0 }) as Day, part)
          : null,
    ),
    rule(
      'part-of-story',
      `${edge}(?:that(?: same)?|the (?<which>same|next|following|previous|preceding)) {part}`,
      ({ which = '', part }, setting) => {
        const shift = /next|following/i.test(which) ? 1 : /pre/i.test(which) ? -1 : 0;
        return ofStory(shift, part!, setting);
      },
    ),
    rule('part-beside', 'the {part} (?<side>before|after)(?= *(?:[,.;:)]|$))', ({ part, side }, setting) =>
      ofStory(/after/i.test(side!) ? 1 : -1, part!, setting),
    ),
    rule(
      'the-part',
      '(?:the (?:(?:early|late|mid)[- ])?|(?:early|late|mid)[- ]){part}(?: hours)?',
      ({ part }, setting) => {
        if (/s$/i.test(part!) || !WITHIN.has(setting.previous)) return null;
        if (setting.lately) return partOf(setting.lately.day, part!, setting.lately);
        return setting.today && partOf(setting.today, part!);
      },
    ),
  ];
}
