import { lengthOf } from '../length-of.ts';
import { countOf, ordinalOf } from '../numbers.ts';
import { ruleMaker } from '../rule-maker.ts';
import { type Rule, recurring } from '../setting.ts';
import type { Words } from '../words.ts';

/** What comes round: "every Friday", "daily", "on Mondays", "twice a week". */
export function sets(words: Words): Rule[] {
  const rule = ruleMaker(words);
  const unitOf = (said: string) => words.units.get(said.toLowerCase())!;
  const every = (count: string, said: string) =>
    recurring(unitOf(said) === 'night' ? 'TNI' : lengthOf(count, unitOf(said), words));
  const weekday = (said: string, part: string | undefined) =>
    recurring(
      `XXXX-WXX-${words.weekdays.get(said.toLowerCase())}${part ? `T${words.parts.get(part.toLowerCase())}` : ''}`,
    );
  return [
    rule('every-weekday', '{each} (?:other )?{weekday}(?: {part})?', (groups) => weekday(groups.weekday!, groups.part)),
    rule('weekdays', '{weekdays}(?: {part})?', (groups) => weekday(groups.weekdays!, groups.part)),
    rule('weekday-nights', '{weekday} (?<part>mornings|afternoons|evenings|nights)', (groups) =>
      weekday(groups.weekday!, groups.part),
    ),
    // "on [Mondays]", "on [Monday] and Tuesday nights"
    rule(
      'weekday-nights',
      '{weekday}(?=(?:, {=weekday})*,? (?:and|or) {=weekday} (?<part>mornings|afternoons|evenings|nights)\\b)',
      (groups) => weekday(groups.weekday!, groups.part),
    ),
    rule('weekends', 'weekends', (_, { previous }) =>
      /^(?:on|at|during)$/.test(previous) ? recurring('XXXX-WXX-WE') : null,
    ),
    rule('every-month', '{each} {monthname}', ({ monthname }) =>
      recurring(`XXXX-${String(words.months.get(monthname!.toLowerCase())).padStart(2, '0')}`),
    ),
    rule('every-season', '{each} {season}', ({ season }) =>
      recurring(`XXXX-${words.seasons.get(season!.toLowerCase())!.code}`),
    ),
    rule('every-part', '{each} {part}', ({ part }) => recurring(`T${words.parts.get(part!.toLowerCase())}`)),
    rule('every-unit', '{each} (?:(?<other>other) |single |business |working |trading )?{unit}', ({ other, unit }) =>
      every(other ? '2' : '1', unit!),
    ),
    rule('every-count', '{each} {count} {unit}', ({ count, unit }) => {
      const said = countOf(count!, words.data);
      return said === null ? null : every(said, unit!);
    }),
    rule('every-nth', '{each} {ordinal} {unit}', ({ ordinal, unit }) =>
      every(String(ordinalOf(ordinal!, words.data) ?? 1), unit!),
    ),
    // "five days a week"
    rule(
      'length-a-unit',
      '{count} (?<many>hours|days|nights|weeks|months) (?:an?|{=each}|per) (?<a>{=unit})',
      ({ count, many }) => {
        const said = countOf(count!, words.data);
        return said === null || said === 'X' ? null : every(said, many!);
      },
    ),
    rule('times-a-unit', '(?:once|twice|(?:{=number}|\\d+) times) (?:an?|every|each|per) {unit}', ({ unit }) =>
      every('1', unit!),
    ),
    rule('frequency', '{frequency}', ({ frequency }) =>
      recurring(words.data.frequencies.find(({ word }) => word === frequency!.toLowerCase())!.value),
    ),
  ];
}
