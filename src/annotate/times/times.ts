import type { Layers, TimeExpression, TimeLayer } from '../../document/layers.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { step } from '../step.ts';
import { type Day, dayOf } from './day.ts';
import { RULES, type Rule } from './rules.ts';
import { formsOf, type Resolved, type Setting } from './setting.ts';
import { isFuture } from './tense.ts';

/** The longest time expression, in characters: what is matched is cut off after it. */
const LONGEST = 60;
/** Sentences after which a quarter is no longer what "a year earlier" is counted from. */
const QUARTER_REACH = 8;

/** When things are said to be: time expressions as TIMEX3 values, counted from the publication day and the story's own days. */
export function times({ calendar }: Pick<Vocabulary, 'calendar'>) {
  const forms = { months: formsOf(calendar.months), weekdays: formsOf(calendar.weekdays) };
  return step({
    name: 'times',
    needs: ['tokens', 'reading', 'syntax'],
    gives: 'times',
    run({ text, publishedAt, segments }, layers): TimeLayer {
      const found: TimeExpression[] = [];
      const today = dayOf(publishedAt);
      let narrative: Setting['narrative'] = null;
      let quarter: { readonly day: Day; readonly sentence: number } | null = null;
      // A time may run on where a sentence was cut after "a.m." or "Oct.".
      for (const [at, sentence] of layers.tokens.sentences.entries())
        for (let token = Math.max(sentence.first, found.at(-1)?.last ?? 0); token < sentence.last; ) {
          const setting = {
            today,
            narrative,
            quarter: quarter && at - quarter.sentence <= QUARTER_REACH ? quarter.day : null,
            isFuture: isFuture(layers, token),
            ...forms,
          };
          const time = timeAt(text, layers, segments[sentence.segment]!.end, token, setting);
          if (!time) {
            token++;
            continue;
          }
          if (time.type === 'DATE' && time.earliest !== null && time.earliest === time.latest)
            narrative = { day: dayOf(time.earliest)!, at: found.length };
          if (/-Q\d$/.test(time.value) && time.rule === 'quarter')
            quarter = { day: dayOf(time.earliest)!, sentence: at };
          found.push(time);
          token = time.last;
        }
      return { times: found };
    },
  });
}

/** The longest time that starts at a token and ends with one. */
function timeAt(
  text: string,
  { tokens: { tokens } }: Pick<Layers, 'tokens'>,
  end: number,
  first: number,
  setting: Setting,
): TimeExpression | null {
  const { start } = tokens[first]!;
  const words = text.slice(start, Math.min(end, start + LONGEST)).replace(/\s/g, ' ');
  let best: { rule: Rule; length: number; resolved: Resolved } | null = null;
  for (const rule of RULES) {
    rule.form.lastIndex = 0;
    const match = rule.form.exec(words);
    if (!match || match[0].length <= (best?.length ?? 0)) continue;
    const resolved = rule.resolve(match.groups ?? {}, setting);
    if (resolved) best = { rule, length: match[0].length, resolved };
  }
  if (!best) return null;
  let last = first;
  while (last < tokens.length && tokens[last]!.start < start + best.length) last++;
  const { type, value, edtf, earliest, latest, basis, anchor } = best.resolved;
  return {
    start,
    end: tokens[last - 1]!.end,
    first,
    last,
    type,
    value,
    edtf,
    earliest,
    latest,
    basis,
    anchor: anchor ?? null,
    rule: best.rule.name,
    confidence: earliest === null ? 0.7 : 0.9,
  };
}
