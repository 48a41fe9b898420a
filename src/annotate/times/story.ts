import type { TimeExpression } from '../../document/layers.ts';
import { type Day, dayOf } from './day.ts';
import type { Setting, Tense, Told } from './setting.ts';

/** Sentences after which a quarter is no longer what "a year earlier" is counted from. */
const QUARTER_REACH = 20;

/** The running time of a story: what it has named so far and what later words are counted from. */
export class Story {
  readonly #today: Day | null;
  #narrative: Told | null = null;
  #narrativeSentence = -1;
  #era: Told | null = null;
  #quarter: { readonly day: Day; readonly sentence: number } | null = null;

  constructor(today: Day | null) {
    this.#today = today;
  }

  /** What a rule may know of a place in a sentence; the tense is only asked for by rules that match. */
  at(sentence: number, previous: string, tenseOf: () => Tense): Setting {
    const quarter = this.#quarter;
    return {
      today: this.#today,
      narrative: this.#narrative,
      near: this.#narrativeSentence === sentence ? this.#narrative : null,
      era: this.#era,
      quarter: quarter && sentence - quarter.sentence <= QUARTER_REACH ? quarter.day : null,
      get tense() {
        return tenseOf();
      },
      previous,
    };
  }

  /** Goes on to a time that the story names. */
  tell({ type, earliest, latest, rule }: TimeExpression, at: number, sentence: number): void {
    const day = dayOf(earliest);
    if (!day || (type !== 'DATE' && type !== 'TIME')) return;
    if (rule.startsWith('quarter')) this.#quarter = { day, sentence };
    else this.#era = { day, at };
    if (earliest === latest) {
      this.#narrative = { day, at };
      this.#narrativeSentence = sentence;
    }
  }
}
