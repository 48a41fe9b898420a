import type { Ahead } from '../../knowledge/ahead.ts';
import type { Answer, AskedNext, EventFilter, Page } from '../../knowledge/questions.ts';
import type { Range, RowReads, Tables, Value } from '../../knowledge/rows.ts';
import { type EventView, SHOWN } from '../../knowledge/views.ts';
import { LONG_DAYS, longOf } from '../remember/event-views.ts';
import { entities } from './nodes.ts';
import { partsOf } from './parts.ts';
import { isRetold, retold, tellingsAhead } from './retold.ts';
import { firstLimit, isWithin, mergedByDay, type Piece, pieceOf, scan } from './scan.ts';
import { eventsWanted, isSelectiveOfEvents, isShown } from './wanted.ts';

interface Line {
  readonly day: string;
  readonly id: string;
  readonly isShown: boolean;
}

/** Events in the order of their days, then ids; those that only may be of a day stand at the first day they can be. */
export async function timeline(rows: RowReads, filter: EventFilter, page: Page): Promise<Answer<EventView>> {
  const involved = await entities(rows, filter.of);
  const groups = filter.of.map((id) => new Set(involved.get(id)?.signatures));
  const where = await whereOf(rows, filter.place);
  const owners = ownersOf(groups[0], where);
  if (owners.length === 0) return { items: [], hasNext: false, end: null };
  const reading = readingOf(rows, filter);
  const sift = reading.isSelective ? rows.sift : undefined;
  return scan(
    page,
    reading,
    async (after, limit, most) => {
      const ranges = rangesOf(filter, owners, page.descending, after, limit);
      if (!sift) {
        const lists = await Promise.all(ranges.map((range) => rows.range(range)));
        const piece = merged(lists, page.descending, limit);
        return { ...piece, rows: piece.rows.filter((line) => canStand(line, filter)) };
      }
      const found = await sift({ ranges, wanted: eventsWanted(filter), most });
      return { rows: found.rows.map(lineOf), looked: found.looked, until: found.until && lineOf(found.until) };
    },
    async (found) => {
      const views = await retold(
        rows,
        found.map(({ id }) => id),
        filter,
      );
      return new Map(
        [...views].filter(
          ([, view]) =>
            isAsked(view, filter) &&
            groups.every((group) => view.participants.some(({ entity }) => group.has(entity))) &&
            isAt(view, where),
        ),
      );
    },
  );
}

/** Whether a row may be of an event that stands as is asked, by whether timelines show it as a rule: sparing to read what may not. */
function canStand({ isShown }: Line, filter: EventFilter): boolean {
  return isRetold(filter) || filter.standing.some((standing) => SHOWN.includes(standing) === isShown);
}

/** What is asked next of somebody whose timeline will be: its first rows, where one range has them. */
export function timelineAhead(rows: RowReads, next: AskedNext | undefined): Ahead | undefined {
  if (typeof next !== 'object') return undefined;
  const { timeline: filter, page } = next;
  const reading = readingOf(rows, filter);
  if (reading.isSelective) return undefined;
  const [range, ...more] = rangesOf(filter, [], page.descending, page.after, firstLimit(page, reading));
  if (!range || more.length > 0) return undefined;
  const { prefixes: _, ...bounds } = range;
  const types = filter.types.length ? filter.types.map((type) => [type]) : [[]];
  return { bounds, prefixes: types.map((rest) => (signature) => [ofOwner(signature), ...rest]) };
}

function readingOf(rows: RowReads, filter: EventFilter) {
  return {
    isSelective: isSelectiveOfEvents(filter),
    isSifted: rows.sift !== undefined,
    isCoarse: isRetold(filter),
  };
}

/** A place with its parts, as events have them. */
interface Where {
  readonly signatures: ReadonlySet<string>;
  /** Code of the country that it is, if it is one: events of its towns are its own. */
  readonly country: string | null;
}

async function whereOf(rows: RowReads, place: string | null): Promise<Where | null> {
  if (place === null) return null;
  const known = (await entities(rows, [place])).get(place);
  if (!known) return { signatures: new Set(), country: null };
  const isCountry = known.gazetteer === `country:${known.country}`;
  const signatures = new Set([...known.signatures, ...(await partsOf(rows, place))]);
  return { signatures, country: isCountry ? known.country : null };
}

/** In whose timelines to look: those of the first of those who take part, else the place's, else everybody's. */
function ownersOf(first: ReadonlySet<string> | undefined, where: Where | null): string[] {
  if (first) return [...first].map(ofOwner);
  if (!where) return ['*'];
  const whole = where.country ? [`in ${where.country}`] : [];
  return [...[...where.signatures].map((signature) => `at ${signature}`), ...whole];
}

function ofOwner(signature: string): string {
  return `of ${signature}`;
}

function isAt({ place, country }: EventView, where: Where | null): boolean {
  if (!where) return true;
  return (place !== null && where.signatures.has(place)) || (where.country !== null && country === where.country);
}

/** The next rows of the timeline; events that span long are looked for apart, so that a window is a range. */
function rangesOf(
  filter: EventFilter,
  owners: readonly string[],
  descending: boolean,
  after: readonly string[] | null,
  limit: number,
): Range<'timeline'>[] {
  const { types, days } = filter;
  const only = {
    ...(filter.asOf === null && { live: 1 }),
    ...(!isRetold(filter) && isShown(filter.standing) && { shown: 1 }),
  };
  const rangeOf = (whose: readonly string[], from: string | null, where: Range<'timeline'>['where']) => {
    const start = from === null ? null : [from];
    const end = days?.to || days?.from ? [`${days.to ?? '9999-12-31'}`, LAST] : null;
    const [lower, upper] = descending ? [start, after ?? end] : [after ?? start, end];
    const prefixes: Value[][] = types.length
      ? whose.flatMap((owner) => types.map((type) => [owner, type]))
      : whose.map((owner) => [owner]);
    return {
      table: 'timeline' as const,
      order: types.length ? 'type' : 'key',
      prefixes,
      ...(lower && { after: lower }),
      ...(upper && { before: upper }),
      descending,
      where: { ...only, ...where },
      limit,
      ...(isRetold(filter) && { ahead: tellingsAhead(filter.asOf) }),
    };
  };
  if (!days?.from) return [rangeOf(owners, null, {})];
  if (days.match === 'CERTAINLY') return [rangeOf(owners, before(days.from, 1), {})];
  return [rangeOf(owners, before(days.from, LONG_DAYS + 1), { long: 0 }), rangeOf(owners.map(longOf), null, {})];
}

function merged(lists: readonly (readonly Tables['timeline'][])[], descending: boolean, limit: number): Piece<Line> {
  const all = lists.map((list) => list.map(lineOf));
  return pieceOf(all.length === 1 ? all[0]! : mergedByDay(all, descending, limit), limit);
}

function lineOf({ day, event, shown }: Tables['timeline']): Line {
  return { day, id: event, isShown: shown === 1 };
}

/** Stands behind every id. */
const LAST = '\u{10ffff}';

function before(day: string, count: number): string {
  return new Date(Date.parse(day) - count * 86_400_000).toISOString().slice(0, 10);
}

function isAsked(view: EventView, filter: EventFilter): boolean {
  const { types, modes, contexts, days, standing, minConfidence, minSources } = filter;
  const [earliest, latest] = view.time ? [view.time.earliest, view.time.latest] : [placed(view), placed(view)];
  return (
    standing.includes(view.standing) &&
    isWithin(days, earliest, latest) &&
    (types.length === 0 || types.includes(view.type)) &&
    (modes.length === 0 || (view.mode !== null && modes.includes(view.mode))) &&
    (contexts.length === 0 || contexts.some((context) => view.contexts.includes(context))) &&
    view.confidence >= minConfidence &&
    view.sourceCount >= minSources
  );
}

function placed({ day }: EventView): string | null {
  return day === '~' ? null : day;
}
