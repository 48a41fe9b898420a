import { CALENDAR } from '../base-of.ts';
import { counted } from '../counted.ts';
import { type Day, stretchOf, type Unit } from '../day.ts';
import { lengthOf } from '../length-of.ts';
import { countOf } from '../numbers.ts';
import { ruleMaker } from '../rule-maker.ts';
import { duration, onCalendar, type Rule, vague } from '../setting.ts';
import type { Words } from '../words.ts';

/** So far before or after: "two years ago", "three days later", "the year before". */
export function distances(words: Words): Rule[] {
  const rule = ruleMaker(words);
  const unitOf = (said: string) => words.units.get(said.toLowerCase())!;
  return [
    rule(
      'distance',
      // "Two days before the vote" is a length.
      '(?:{=hedge} |(?:more|less|fewer|just) (?:than|over|under) |just |about |some |around |over |roughly )?(?:(?:\\d+|{=number}) (?:to|or) )?{count}[- ]{unit}(?: or (?:so|two|more))? {distance}(?:(?<!before|back)|(?= *(?:[,.;:)”"]|$)))',
      ({ count, unit, distance }, setting) => {
        const way = words.distances.get(distance!.toLowerCase().replace(/ +/g, ' '))!;
        return counted(countOf(count!, words.data), unitOf(unit!), way, setting, words);
      },
    ),
    // "will open in [two weeks]", "may open in [a year or two]"; "built in two weeks" and "the first in two weeks" are lengths.
    rule(
      'distance-ahead',
      '(?:(?<least>\\d+|{=number})(?:-? to |-? or ))?(?!one |recent ){count} {unit}(?: or (?:so|(?<more>two|more)))?(?! (?:of|or|{=distance}|from)\\b)',
      ({ least, count, unit, more }, setting) => {
        if (setting.previous !== 'in' || setting.tense !== 'future' || !setting.verb) return null;
        const kind = unitOf(unit!);
        if (!CALENDAR.has(kind)) return null;
        const said = least || more ? 'X' : countOf(count!, words.data);
        return counted(said, kind, { word: '', shift: 1, from: 'publication' }, setting, words);
      },
    ),
    // "a year and a half ago", "two-and-a-half years later"
    rule(
      'distance-and-a-half',
      '(?:{=hedge} |about |some |around |over |just )?(?:{count} years?|(?<whole>{=number}|\\d+)) ?(?:-| )and[- ](?:a|one)[- ]half(?<years> years)? {distance}(?:(?<!before|back)|(?= *(?:[,.;:)”"]|$)))',
      ({ count, whole, years, distance }, setting) => {
        const said = countOf((count ?? whole)!, words.data);
        const way = words.distances.get(distance!.toLowerCase().replace(/ +/g, ' '))!;
        return said && /^\d+$/.test(said) && Boolean(count) !== Boolean(years)
          ? counted(`${said}.5`, 'year', way, setting, words)
          : null;
      },
    ),
    rule(
      'side-of-story',
      '(?:the|that) {unit} (?<side>before|earlier|after)(?= *(?:[,.;:)]|$))',
      ({ unit, side }, setting) => {
        const shift = /after/i.test(side!) ? 1 : -1;
        return isPlural(unit!)
          ? null
          : counted('1', unitOf(unit!), { word: '', shift, from: 'narrative' }, setting, words);
      },
    ),
    rule(
      'units-away',
      '(?:some |many )?{unit} {distance}(?:(?<!before|back)|(?= *(?:[,.;:)”"]|$)))|(?:(?:some|a long|a short|a little) (?:time|while)|a while|(?:a few )?moments|a moment) (?<away>ago|later|earlier)',
      ({ unit, distance, away }, { tense }) => {
        if (unit && !isPlural(unit)) return null;
        // "Minutes later she fled": so much later than what was told, not in the future.
        if (
          unit &&
          tense === 'past' &&
          words.distances.get(distance!.toLowerCase().replace(/ +/g, ' '))!.from === 'narrative'
        )
          return duration(lengthOf('X', unitOf(unit), words));
        return vague(/ago|back|earlier|before|previously/i.test(away ?? distance!) ? 'PAST_REF' : 'FUTURE_REF');
      },
    ),
    rule(
      'ago-exactly',
      '{count} {unit} ago (?<exact>today|this week|this month)',
      ({ count, unit, exact }, { today }) => {
        const size = Number(countOf(count!, words.data));
        const kind = unitOf(unit!);
        if (!today || !Number.isInteger(size) || size > 1000 || !CALENDAR.has(kind)) return null;
        const name = /week|month/.exec(exact!.toLowerCase())?.[0] ?? 'day';
        return onCalendar(stretchOf(today.minus({ [kind]: size }) as Day, name as Unit));
      },
    ),
    rule('quarter-century-ago', '(?:{=hedge} |about |more than )?a quarter[- ](?:of a )?century ago', (_, setting) =>
      counted('25', 'year', words.distances.get('ago')!, setting, words),
    ),
    // "from [month-earlier] levels"
    rule('unit-beside', '(?<unit>day|week|month|quarter)-(?<side>ago|earlier)', ({ unit, side }, setting) =>
      counted('1', unitOf(unit!), words.distances.get(side!.toLowerCase())!, setting, words),
    ),
    rule('from-today', '{count} {unit} from (?:today|tomorrow)', ({ count, unit }, setting) =>
      counted(countOf(count!, words.data), unitOf(unit!), { word: '', shift: 1, from: 'publication' }, setting, words),
    ),
  ];
}

function isPlural(unit: string): boolean {
  return unit.toLowerCase().endsWith('s');
}
