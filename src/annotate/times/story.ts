import type { TimeExpression } from '../../document/layers.ts';
import { type Day, dayOf, iso } from './day.ts';
import type { Setting, Side, Told } from './setting.ts';

/** Sentences after which a quarter is no longer what "a year earlier" is counted from. */
const QUARTER_REACH = 20;

/** Values of what is reported beside a quarter: six, nine or twelve months, a half. */
const SPANS = /^P(?:6|9|12)M$|-H[12]$/;

/** The running time of a story: what it has named so far and what later words are counted from. */
export class Story {
  readonly #today: Day | null;
  #narrative: Told | null = null;
  #narrativeSentence = -1;
  #era: Told | null = null;
  readonly #weekdays = new Map<number, Day>();
  #quarter: { readonly day: Day; readonly sentence: number } | null = null;
  #isLonger = false;

  constructor(today: Day | null) {
    this.#today = today;
  }

  /** What a rule may know of a place in a sentence; the tree is only asked by rules that match. */
  at(sentence: number, previous: string, sideOf: () => Side, verbOf: () => Setting['verb']): Setting {
    const quarter = this.#quarter;
    return {
      today: this.#today,
      narrative: this.#narrative,
      near: this.#narrativeSentence === sentence ? this.#narrative : null,
      lately: this.#narrativeSentence >= sentence - 1 ? this.#narrative : null,
      era: this.#era,
      isLonger: this.#isLonger,
      quarter: quarter && sentence - quarter.sentence <= QUARTER_REACH ? quarter.day : null,
      get tense() {
        return sideOf().tense;
      },
      get verb() {
        return verbOf();
      },
      again: (weekday) => (sideOf().isSure ? null : (this.#weekdays.get(weekday) ?? null)),
      previous,
    };
  }

  /** Goes on to a time that the story names. */
  tell({ type, value, earliest, latest, rule }: TimeExpression, at: number, sentence: number, setting: Setting): void {
    // "For the nine months …, compared with … a year earlier" is no longer of the quarter.
    if (SPANS.test(value) && rule !== 'length-before-noun') this.#isLonger = true;
    const day = dayOf(earliest);
    if (!day || (type !== 'DATE' && type !== 'TIME')) return;
    if (rule.startsWith('quarter')) this.#report(day, latest!, rule, sentence, setting);
    else this.#era = { day, at };
    if (rule === 'weekday') this.#weekdays.set(day.weekday, day);
    if (earliest === latest) {
      this.#narrative = { day, at };
      this.#narrativeSentence = sentence;
    }
  }

  /** A quarter that is reported, not one that it is compared with ("up from the 1988 quarter") or that is yet to come. */
  #report(day: Day, latest: string, rule: string, sentence: number, { today, tense }: Setting): void {
    if (rule === 'quarter-or-period' || (today && latest >= iso(today) && tense === 'future')) return;
    this.#isLonger = false;
    const known = this.#quarter;
    if (!known || day >= known.day || sentence - known.sentence > QUARTER_REACH) this.#quarter = { day, sentence };
  }
}
