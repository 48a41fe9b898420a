import type { Layers, TimeExpression, TimeLayer } from '../../document/layers.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Sureness } from '../runtime/sureness.ts';
import { step } from '../step.ts';
import { isCompared } from './compared.ts';
import { dayOf } from './day.ts';
import { isRate } from './rate.ts';
import { rulesOf } from './rules.ts';
import type { Resolved, Rule, Setting } from './setting.ts';
import { mayBegin, startOf, startsOf } from './starts.ts';
import { Story } from './story.ts';
import { tenseAt, verbOf } from './tense.ts';
import { titled } from './titled.ts';
import { wordsOf } from './words.ts';

/** The longest time expression, in characters: what is matched is cut off after it. */
const LONGEST = 80;

/** Starts whose rules are remembered; English has some two thousand. */
const MOST_STARTS = 20_000;

type Given = Pick<Layers, 'tokens' | 'reading' | 'syntax'>;

/** When things are said to be: time expressions as TIMEX3 values, counted from the publication day and the story's own days. */
export function times({ calendar, times: data }: Pick<Vocabulary, 'calendar' | 'times'>, sureness: Sureness) {
  const rulesAt = byStart(rulesOf(wordsOf(calendar, data)));
  const isTitled = titled(data);
  return step({
    name: 'times',
    needs: ['tokens', 'reading', 'syntax'],
    gives: 'times',
    run({ text, publishedAt, segments }, layers): TimeLayer {
      const flat = text.replace(/\s/g, ' ');
      const today = dayOf(publishedAt);
      const first = new Story(today);
      const found = told(first);
      // What a later sentence tells surely, an earlier one may have left open: "after Wednesday's ruling".
      return { times: first.settled ? told(new Story(today, first.settled)) : found };

      function told(story: Story): TimeExpression[] {
        const found: TimeExpression[] = [];
        // A time may run on where a sentence was cut after "a.m." or "Oct.".
        for (const [at, sentence] of layers.tokens.sentences.entries())
          for (let token = Math.max(sentence.first, found.at(-1)?.last ?? 0); token < sentence.last; token++) {
            const end = segments[sentence.segment]!.end;
            const { start } = layers.tokens.tokens[token]!;
            const rules = rulesAt(flat, start, end);
            if (rules.length === 0 || isTitled(text, layers.tokens.tokens, token, sentence)) continue;
            const setting = story.at(at, wordBefore(text, layers, sentence.first, token), {
              side: () => tenseAt(layers, token, data, segments[sentence.segment]!.kind === 'caption'),
              verb: () => verbOf(layers, token, data),
              isCompared: () => isCompared(layers, sentence.first, token),
              isRate: () => isRate(layers, sentence.first, token),
            });
            const words = timeAt(rules, flat, layers, end, token, setting);
            if (!words) continue;
            const time = { ...words, confidence: sureness(words.rule, words.type) };
            story.tell(time, found.length, at, setting);
            found.push(time);
            token = time.last - 1;
          }
        return found;
      }
    },
  });
}

/** The rules that may match where a text begins so: hardly any at most words. */
function byStart(rules: readonly Rule[]): (text: string, from: number, end: number) => readonly Rule[] {
  const starts = new Map(rules.map((rule) => [rule, startsOf(rule.form.source)]));
  const known = new Map<string, readonly Rule[]>();
  return (text, from, end) => {
    const start = startOf(text, from, end);
    const found = known.get(start) ?? rules.filter((rule) => mayBegin(starts.get(rule)!, start));
    if (known.size < MOST_STARTS) known.set(start, found);
    return found;
  };
}

function wordBefore(text: string, { tokens: { tokens } }: Given, first: number, token: number): string {
  const before = token > first ? tokens[token - 1] : undefined;
  return before ? text.slice(before.start, before.end).toLowerCase() : '';
}

/** The longest time that starts at a token and ends with one. */
function timeAt(
  rules: readonly Rule[],
  flat: string,
  { tokens: { tokens }, reading }: Given,
  end: number,
  first: number,
  setting: Setting,
): Omit<TimeExpression, 'confidence'> | null {
  const { start } = tokens[first]!;
  // "USA Today", "Jan Oduya"
  if (/-(?:Person|Organization)$/.test(reading.names[first]!)) return null;
  const words = flat.slice(start, Math.min(end, start + LONGEST));
  let best: { readonly rule: Rule; readonly length: number; readonly resolved: Resolved } | null = null;
  for (const rule of rules) {
    rule.form.lastIndex = 0;
    const match = rule.form.exec(words);
    if (!match || match[0].length <= (best?.length ?? 0)) continue;
    const resolved = rule.resolve(match.groups ?? {}, setting);
    if (resolved && !(rule.isSeen && !isDate(start + match[0].length)))
      best = { rule, length: match[0].length, resolved };
  }
  if (!best) return null;
  const last = lastBefore(start + best.length);
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
  };

  function lastBefore(stop: number): number {
    let last = first;
    while (last < tokens.length && tokens[last]!.start < stop) last++;
    return last;
  }

  function isDate(stop: number): boolean {
    return reading.names.slice(first, lastBefore(stop)).some((name) => name.endsWith('-Date'));
  }
}
