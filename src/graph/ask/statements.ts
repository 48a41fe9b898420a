import type { Ahead, Bounds } from '../../knowledge/ahead.ts';
import type { Answer, Page, StatementFilter } from '../../knowledge/questions.ts';
import type { RowReads, Tables } from '../../knowledge/rows.ts';
import type { StatementView } from '../../knowledge/views.ts';
import { parsed } from '../parsed.ts';
import { stemsOf, wordsSought } from '../search-words.ts';
import { entitiesAndEvents } from './nodes.ts';
import { knownAt } from './retold.ts';
import { firstLimit, isWithin, pieceOf, scan } from './scan.ts';
import { isSelectiveOfStatements, statementsWanted } from './wanted.ts';

const LAST = '\u{10ffff}';

/** Statements in the order of the days on which they were made, then ids. */
export async function statements(rows: RowReads, filter: StatementFilter, page: Page): Promise<Answer<StatementView>> {
  const { by, about, to, asOf, days } = filter;
  const start = days?.from ? [before(days.from)] : null;
  const end = days?.to ? [days.to, LAST] : null;
  const boundsOf = (after: readonly string[] | null, limit: number): Bounds<'said'> => {
    const [lower, upper] = page.descending ? [start, after ?? end] : [after ?? start, end];
    return {
      table: 'said',
      order: 'key',
      ...(lower && { after: lower }),
      ...(upper && { before: upper }),
      descending: page.descending,
      ...(asOf === null && { where: { live: 1 } }),
      limit,
      versions: asOf !== null || filter.source !== null,
    };
  };
  const isSelective = isSelectiveOfStatements(filter);
  const reading = { isSelective, isSifted: rows.sift !== undefined };
  const next = boundsOf(page.after, firstLimit(page, reading));
  const signatures = await signaturesOf(rows, [by, about, to], pairAhead(filter, next));
  const words = wordsSought(filter.search ?? '');
  const owners = ownersOf(filter, signatures, words.under[0]);
  const audience = to === null ? null : new Set(signatures.get(to));
  const targets = about === null ? null : new Set(signatures.get(about));
  if (owners.length === 0) return { items: [], hasNext: false, end: null };
  const sift = isSelective ? rows.sift : undefined;
  return scan(
    page,
    reading,
    async (after, limit, most) => {
      const range = { ...boundsOf(after, limit), prefixes: owners.map((owner) => [owner]) };
      if (!sift) return pieceOf((await rows.range(range)).map(lineOf), limit);
      // Those that are looked through lie under one of the words already.
      const more = by === null && about === null && to === null ? words.under.slice(1) : words.under;
      const found = await sift({ ranges: [range], wanted: statementsWanted(filter, more), most });
      return { rows: found.rows.map(lineOf), looked: found.looked, until: found.until && lineOf(found.until) };
    },
    async (found) => {
      const stored = await rows.get(
        'statement',
        found.map(({ id }) => [id]),
      );
      const known = asOf === null ? stored : await knownAt(rows, stored, asOf);
      const kept = filter.source === null ? known : await printedBy(rows, known, filter.source);
      const views = kept.map((row) => ({ day: row.day, view: parsed<StatementView>(row) }));
      return new Map(
        views
          .filter(({ view, day }) => isAsked(view, day, filter, { targets, audience, words: words.all }))
          .map(({ view }) => [view.id, view]),
      );
    },
  );
}

function lineOf({ day, statement }: Tables['said']) {
  return { day, id: statement };
}

/** Those that stand in articles of an outlet. */
async function printedBy<Row extends { readonly doc: string }>(
  rows: RowReads,
  given: readonly Row[],
  source: string,
): Promise<Row[]> {
  const versions = await rows.get(
    'version',
    [...new Set(given.map(({ doc }) => doc))].map((doc) => [doc]),
  );
  const own = new Set(versions.filter((row) => row.source === source).map(({ doc }) => doc));
  return given.filter(({ doc }) => own.has(doc));
}

/** Statements by id. */
export async function statementsById(rows: RowReads, ids: readonly string[]): Promise<Map<string, StatementView>> {
  const found = await rows.get(
    'statement',
    [...new Set(ids)].map((id) => [id]),
  );
  return new Map(found.map((row) => [row.id, parsed<StatementView>(row)]));
}

/** Signatures of entities and events, by node id. */
async function signaturesOf(
  rows: RowReads,
  ids: readonly (string | null)[],
  ahead: Ahead | undefined,
): Promise<Map<string, readonly string[]>> {
  const asked = ids.filter((id) => id !== null);
  const views = await entitiesAndEvents(rows, asked, ahead);
  return new Map([...views].map(([id, { signatures }]) => [id, signatures]));
}

/** What is asked next where it is known who speaks about whom. */
function pairAhead({ by, about }: StatementFilter, bounds: Bounds<'said'>): Ahead | undefined {
  const prefix = (speaker: string, target: string) => [ownerOf(speaker, target)];
  return by !== null && about !== null ? { of: [by, about], bounds, prefixes: [prefix] } : undefined;
}

function ownerOf(speaker: string, target: string): string {
  return `by ${speaker} about ${target}`;
}

function ownersOf(
  { by, about, to }: StatementFilter,
  signatures: ReadonlyMap<string, readonly string[]>,
  word: string | undefined,
): string[] {
  const of = (id: string | null) => (id === null ? [] : (signatures.get(id) ?? []));
  if (by !== null && about !== null)
    return of(by).flatMap((speaker) => of(about).map((target) => ownerOf(speaker, target)));
  if (about !== null) return of(about).map((target) => `about ${target}`);
  if (by !== null) return of(by).map((speaker) => `by ${speaker}`);
  if (to !== null) return of(to).map((entity) => `to ${entity}`);
  return [word === undefined ? '*' : `word ${word}`];
}

/** What a filter means in this graph. */
interface Sought {
  /** Signatures of what it is about, and of those whom it is said to. */
  readonly targets: ReadonlySet<string> | null;
  readonly audience: ReadonlySet<string> | null;
  /** Words that it holds, in any of their forms. */
  readonly words: readonly string[];
}

function isAsked(
  view: StatementView,
  day: string,
  filter: StatementFilter,
  { targets, audience, words }: Sought,
): boolean {
  const { stance, kinds, classes, days, minConfidence } = filter;
  const about = view.about.filter(({ target }) => targets === null || targets.has(target));
  return (
    isWithin(days, view.saidAt?.earliest ?? day, view.saidAt?.latest ?? day) &&
    (targets === null || about.length > 0) &&
    (audience === null || view.audience.some((entity) => audience.has(entity))) &&
    (stance === null || about.some((one) => one.stance === stance)) &&
    (kinds.length === 0 || kinds.includes(view.kind)) &&
    (classes.length === 0 || (view.cue !== null && classes.includes(view.cue.class))) &&
    holdsAll(view.words, words) &&
    view.confidence >= minConfidence
  );
}

function before(day: string): string {
  return new Date(Date.parse(day) - 32 * 86_400_000).toISOString().slice(0, 10);
}

function holdsAll(text: string, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const held = new Set(stemsOf(text));
  return words.every((word) => held.has(word));
}
