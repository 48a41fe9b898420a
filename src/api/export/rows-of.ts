import type { EventFilter } from '../../knowledge/questions.ts';
import type { EventView } from '../../knowledge/views.ts';
import type { Context } from '../context.ts';
import { stretchOfEvent } from '../graph/drawing.ts';
import { summaryOf } from '../summary-of.ts';

const PAGE = 100;
/** A file is no way around the limits of a query. */
const MOST_PAGES = 500;

/** An event as a line of a file. */
export interface Row {
  readonly id: string;
  readonly type: string;
  readonly mode: string | null;
  readonly summary: string;
  readonly edtf: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly place: string | null;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly standing: string;
  readonly sources: number;
  readonly confidence: number;
  readonly exact: string | null;
  readonly prefix: string | null;
  readonly suffix: string | null;
  readonly article: string | null;
  readonly title: string | null;
  readonly source: string | null;
  readonly url: string | null;
}

/** The events of a filter in the order of time, page by page, up to 50,000. */
export async function* rowsOf(filter: EventFilter, context: Context): AsyncGenerator<Row> {
  let after: readonly string[] | null = null;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const { items, hasNext, end } = await context.store.timeline(filter, { first: PAGE, after, descending: false });
    yield* await Promise.all(items.map(({ item }) => rowOf(item, filter.asOf, context)));
    if (!hasNext) return;
    after = end;
  }
}

async function rowOf(view: EventView, asOf: number | null, context: Context): Promise<Row> {
  const { load } = context;
  const nameOf = async (signature: string) => (await load.entitiesOfSignatures.load(signature))?.name ?? null;
  const named = async (role: 'actor' | 'recipient') => {
    const all = view.participants.filter(({ roles }) => roles.includes(role));
    return [...new Set(await Promise.all(all.map(({ entity }) => nameOf(entity))))].filter((name) => name !== null);
  };
  const [words] = await load.evidence(view.signatures, 1, asOf);
  const version = words?.told ?? null;
  return {
    id: view.id,
    type: view.type,
    mode: view.mode,
    summary: await summaryOf(view, context),
    edtf: view.time?.edtf ?? null,
    ...stretchOfEvent(view),
    place: view.place === null ? null : await nameOf(view.place),
    actors: await named('actor'),
    recipients: await named('recipient'),
    standing: view.standing,
    sources: view.sourceCount,
    confidence: view.confidence,
    exact: words?.exact ?? null,
    prefix: words?.prefix ?? null,
    suffix: words?.suffix ?? null,
    article: words?.article ?? null,
    title: version?.article.title ?? null,
    source: version?.article.source ?? null,
    url: version?.article.url ?? null,
  };
}
