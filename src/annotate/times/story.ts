import type { TimeExpression } from '../../document/layers.ts';
import { type Day, dayOf, iso } from './day.ts';
import type { Around, Setting, Told } from './setting.ts';

/** Sentences after which a quarter is no longer what "a year earlier" is counted from. */
const QUARTER_REACH = 20;

/** Values of what is reported beside a quarter: six, nine or twelve months, a half. */
const SPANS = /^P(?:6|9|12)M$|-H[12]$/;

/** What a story told of a weekday: the last day that it was, those that its clauses surely say, and those that they leave open. */
interface Named {
  readonly last: Day;
  readonly sure: Day[];
  readonly open: Day[];
}

/** The running time of a story: what it has named so far and what later words are counted from. */
export class Story {
  readonly #today: Day | null;
  #narrative: Told | null = null;
  #narrativeSentence = -1;
  #era: Told | null = null;
  #month: (Told & { readonly sentence: number }) | null = null;
  readonly #weekdays = new Map<number, Named>();
  readonly #settled: ReadonlyMap<number, Day>;
  #quarter: { readonly day: Day; readonly sentence: number } | null = null;
  #isLonger = false;

  /** `settled` are weekdays that the story surely tells somewhere: earlier words may leave open which one they are. */
  constructor(today: Day | null, settled: ReadonlyMap<number, Day> = new Map()) {
    this.#today = today;
    this.#settled = settled;
  }

  /** Past weekdays that the story surely tells, each always as the same day; null where all of its words were read so. */
  get settled(): ReadonlyMap<number, Day> | null {
    const settled = new Map<number, Day>();
    for (const [weekday, { sure }] of this.#weekdays) {
      const day = sure[0];
      if (day && this.#today && day <= this.#today && sure.every((each) => +each === +day)) settled.set(weekday, day);
    }
    const isOther = (day: Day) => +(settled.get(day.weekday) ?? day) !== +day;
    return [...this.#weekdays.values()].some(({ open }) => open.some(isOther)) ? settled : null;
  }

  /** What a rule may know of a place in a sentence; the tree is only asked by rules that match. */
  at(sentence: number, previous: string, words: Around): Setting {
    const quarter = this.#quarter;
    return {
      today: this.#today,
      narrative: this.#narrative,
      near: this.#narrativeSentence === sentence ? this.#narrative : null,
      lately: this.#narrativeSentence >= sentence - 1 ? this.#narrative : null,
      era: this.#era,
      isLonger: this.#isLonger,
      month: this.#month && this.#month.sentence === sentence ? this.#month.day : null,
      monthSince: this.#month && this.#narrative && this.#month.at > this.#narrative.at ? this.#month : null,
      quarter: quarter && sentence - quarter.sentence <= QUARTER_REACH ? quarter.day : null,
      get tense() {
        return words.side().tense;
      },
      get isSure() {
        return words.side().isSure;
      },
      get verb() {
        return words.verb();
      },
      get isCompared() {
        return words.isCompared();
      },
      get isRate() {
        return words.isRate();
      },
      again: (weekday) =>
        words.side().isSure ? null : (this.#settled.get(weekday) ?? this.#weekdays.get(weekday)?.last ?? null),
      previous,
    };
  }

  /** Goes on to a time that the story names. */
  tell({ type, value, earliest, latest, rule }: TimeExpression, at: number, sentence: number, setting: Setting): void {
    // "For the nine months …, compared with … a year earlier" is no longer of the quarter.
    if (SPANS.test(value) && rule !== 'length-before-noun') this.#isLonger = true;
    const day = dayOf(earliest);
    if (!day || (type !== 'DATE' && type !== 'TIME')) return;
    if (/^(?:the-)?quarter/.test(rule)) this.#report(day, latest!, rule, sentence, setting);
    else this.#era = { day, at };
    if (/^\d{4}-\d\d$/.test(value)) this.#month = { day, at, sentence };
    if (rule === 'weekday') this.#weekday(day, setting.isSure);
    if (earliest === latest) {
      this.#narrative = { day, at };
      this.#narrativeSentence = sentence;
    }
  }

  #weekday(day: Day, isSure: boolean): void {
    const named = this.#weekdays.get(day.weekday) ?? { last: day, sure: [], open: [] };
    this.#weekdays.set(day.weekday, { ...named, last: day });
    if (isSure) named.sure.push(day);
    else named.open.push(day);
  }

  /** A quarter that is reported, not one that it is compared with ("up from the 1988 quarter") or that is yet to come. */
  #report(day: Day, latest: string, rule: string, sentence: number, { today, tense }: Setting): void {
    const known = this.#quarter && sentence - this.#quarter.sentence <= QUARTER_REACH ? this.#quarter.day : null;
    const isOn = today && latest >= iso(today);
    // Beside one that is over, that which is still on is what is to come; alone it is that of a company's own year.
    const isAhead = isOn && (tense === 'future' || (known && known.endOf('quarter') < today));
    if (rule === 'quarter-or-period' || isAhead) return;
    this.#isLonger = false;
    if (!known || day >= known) this.#quarter = { day, sentence };
  }
}
