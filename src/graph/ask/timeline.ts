import type { Answer, EventFilter, Page } from '../../knowledge/questions.ts';
import type { RowReads, Value } from '../../knowledge/rows.ts';
import { type EventView, SHOWN } from '../../knowledge/views.ts';
import { LONG_DAYS } from '../remember/event-views.ts';
import { entities } from './nodes.ts';
import { partsOf } from './parts.ts';
import { isRetold, retold, tellingsAhead } from './retold.ts';
import { isWithin, mergedByDay, scan } from './scan.ts';

interface Line {
  readonly day: string;
  readonly id: string;
}

/** Events in the order of their days, then ids; those that only may be of a day stand at the first day they can be. */
export async function timeline(rows: RowReads, filter: EventFilter, page: Page): Promise<Answer<EventView>> {
  const involved = await entities(rows, filter.of);
  const groups = filter.of.map((id) => new Set(involved.get(id)?.signatures));
  const where = await whereOf(rows, filter.place);
  const owners = ownersOf(groups[0], where);
  if (owners.length === 0) return { items: [], hasNext: false, end: null };
  return scan(
    page,
    isSelective(filter),
    (after, limit) => lines(rows, filter, owners, page.descending, after, limit),
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
  if (first) return [...first].map((signature) => `of ${signature}`);
  if (!where) return ['*'];
  const whole = where.country ? [`in ${where.country}`] : [];
  return [...[...where.signatures].map((signature) => `at ${signature}`), ...whole];
}

function isAt({ place, country }: EventView, where: Where | null): boolean {
  if (!where) return true;
  return (place !== null && where.signatures.has(place)) || (where.country !== null && country === where.country);
}

/** The next rows of the timeline; events that span long are looked for apart, so that a window is a range. */
async function lines(
  rows: RowReads,
  filter: EventFilter,
  owners: readonly string[],
  descending: boolean,
  after: readonly string[] | null,
  limit: number,
): Promise<Line[]> {
  const { types, days } = filter;
  const prefixes: Value[][] = types.length
    ? owners.flatMap((owner) => types.map((type) => [owner, type]))
    : owners.map((owner) => [owner]);
  const order = types.length ? 'type' : 'key';
  const only = {
    ...(filter.asOf === null && { live: 1 }),
    ...(!isRetold(filter) && isDefault(filter.standing) && { shown: 1 }),
  };
  const read = async (long: number | null, from: string | null): Promise<Line[]> => {
    const start = from === null ? null : [from];
    const end = days?.to || days?.from ? [`${days.to ?? '9999-12-31'}`, LAST] : null;
    const [lower, upper] = descending ? [start, after ?? end] : [after ?? start, end];
    const found = await rows.range({
      table: 'timeline',
      order,
      prefixes,
      ...(lower && { after: lower }),
      ...(upper && { before: upper }),
      descending,
      where: { ...only, ...(long === null ? {} : { long }) },
      limit,
      ...(isRetold(filter) && { ahead: tellingsAhead(filter.asOf) }),
    });
    return found.map(({ day, event }) => ({ day, id: event }));
  };
  if (!days?.from) return read(null, null);
  if (days.match === 'CERTAINLY') return read(null, before(days.from, 1));
  const lists = await Promise.all([read(0, before(days.from, LONG_DAYS + 1)), read(1, null)]);
  return mergedByDay(lists, descending, limit);
}

/** Stands behind every id. */
const LAST = '\u{10ffff}';

function before(day: string, count: number): string {
  return new Date(Date.parse(day) - count * 86_400_000).toISOString().slice(0, 10);
}

function isDefault(standing: readonly string[]): boolean {
  return standing.length === SHOWN.length && SHOWN.every((one) => standing.includes(one));
}

/** Whether it asks for something that no index tells. */
function isSelective(filter: EventFilter): boolean {
  const { of, modes, contexts, standing, minConfidence, minSources } = filter;
  const words = modes.length + contexts.length;
  return of.length > 1 || words > 0 || isRetold(filter) || !isDefault(standing) || minConfidence > 0 || minSources > 1;
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
