import type { TimeExpression } from '../../document/layers.ts';
import { type Day, nowhere, type Stretch } from './day.ts';
import type { Words } from './words.ts';

/** A day of the story, and the index of its words in the layer. */
export interface Told {
  readonly day: Day;
  readonly at: number;
}

/** What a rule may look at besides the words it matched. */
export interface Setting {
  /** Publication day; null where it is not known. */
  readonly today: Day | null;
  /** The last day that the story named before. */
  readonly narrative: Told | null;
  /** The same where it is named in the same sentence. */
  readonly near: Told | null;
  /** The same where it is named in the same sentence or in the one before. */
  readonly lately: Told | null;
  /** The beginning of the last stretch of the calendar that the story named before: a day, a month, a year. */
  readonly era: Told | null;
  /** A day of the quarter that the sentences just before speak of; null where they speak of none. */
  readonly quarter: Day | null;
  /** The month that the sentence speaks of; null where it speaks of none. */
  readonly month: Day | null;
  /** The month that the story named after the last day: some day of it is what it speaks of. */
  readonly monthSince: Told | null;
  /** Whether a longer time that such a report gives, as its nine months, was named since. */
  readonly isLonger: boolean;
  /** What the clause speaks of. */
  readonly tense: Tense;
  /** Whether its verb says so by its form. */
  readonly isSure: boolean;
  /** The form of the verb that the time is of: "will [open] in two years"; null for a noun's, "the first [loss] in two years". */
  readonly verb: 'past' | 'ahead' | 'other' | null;
  /** Whether it is the time of a figure that another is compared with. */
  readonly isCompared: boolean;
  /** Whether "a week" here is how often: "four flights a week". */
  readonly isRate: boolean;
  /** The day that a weekday of this number was, where the clause does not surely say which one and the story told it before. */
  again(weekday: number): Day | null;
  /** The word before in lower case; empty at the start of a sentence. */
  readonly previous: string;
}

export type Tense = 'past' | 'future';

/** What a clause speaks of, and whether its verb says so by its form. */
export interface Side {
  readonly tense: Tense;
  readonly isSure: boolean;
}

/** What the words around a place tell, each when it is asked. */
export interface Around {
  readonly side: () => Side;
  readonly verb: () => Setting['verb'];
  readonly isCompared: () => boolean;
  readonly isRate: () => boolean;
}

/** What a rule makes of its words. */
export interface Resolved extends Stretch {
  readonly type: TimeExpression['type'];
  readonly basis: TimeExpression['basis'];
  readonly anchor?: number;
}

/** By name, the words that a pattern's groups matched; absent ones are not there. */
export type Groups = Readonly<Partial<Record<string, string>>>;

/** A way to write times: a pattern of words, and what they come to; null where they are no time here. */
export interface Rule {
  readonly name: string;
  readonly form: RegExp;
  /** Whether its words are a time only where the language model sees a date: "March" is also one through the streets. */
  readonly isSeen?: boolean;
  resolve(groups: Groups, setting: Setting): Resolved | null;
}

export function onCalendar(stretch: Stretch, basis: TimeExpression['basis'] = 'relative'): Resolved {
  return { ...stretch, type: 'DATE', basis };
}

/** A stretch counted from what the story told. */
export function told(stretch: Stretch, from: Told): Resolved {
  return { ...stretch, type: 'DATE', basis: 'narrative', anchor: from.at };
}

/** A day, or the part of it that a word names: "morning". */
export function withPart(day: Resolved, part: string | undefined, { parts }: Words): Resolved {
  return part ? { ...day, value: `${day.value}T${parts.get(part.toLowerCase())}`, type: 'TIME' } : day;
}

export function duration(value: string): Resolved {
  return { ...nowhere(value), type: 'DURATION', basis: 'explicit' };
}

export function vague(value: string): Resolved {
  return { ...nowhere(value), type: 'DATE', basis: value === 'PRESENT_REF' ? 'publication' : 'relative' };
}

export function recurring(value: string): Resolved {
  return { ...nowhere(value), type: 'SET', basis: 'explicit' };
}
