import type { TimeExpression } from '../../document/layers.ts';
import type { Calendar } from '../../vocabulary/records.ts';
import { type Day, nowhere, type Stretch } from './day.ts';

/** What a rule may look at besides the words it matched. */
export interface Setting {
  /** Publication day; null where it is not known. */
  readonly today: Day | null;
  /** The last day that the story named before, and its index in the layer. */
  readonly narrative: { readonly day: Day; readonly at: number } | null;
  /** A day of the quarter that the sentences just before speak of; null where they speak of none. */
  readonly quarter: Day | null;
  /** Whether the clause speaks of what is to come. */
  readonly isFuture: boolean;
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
}

/** What a rule makes of its words. */
export interface Resolved extends Stretch {
  readonly type: TimeExpression['type'];
  readonly basis: TimeExpression['basis'];
  readonly anchor?: number;
}

export function onCalendar(stretch: Stretch, basis: TimeExpression['basis'] = 'relative'): Resolved {
  return { ...stretch, type: 'DATE', basis };
}

export function duration(value: string): Resolved {
  return { ...nowhere(value), type: 'DURATION', basis: 'explicit' };
}

export function vague(value: string): Resolved {
  return { ...nowhere(value), type: 'DATE', basis: value === 'PRESENT_REF' ? 'publication' : 'relative' };
}

/** Forms of months and weekdays in lower case, each with its number. */
export function formsOf(entries: Calendar['months'] | Calendar['weekdays']): ReadonlyMap<string, number> {
  return new Map(
    entries.flatMap(({ number, name, forms }) => [name, ...forms].map((form) => [form.toLowerCase(), number] as const)),
  );
}
