import type { TableName } from '../../knowledge/rows.ts';
import type { ListName, Sift, Sifted, Wanted } from '../../knowledge/sift.ts';
import { keptOf, rowOf } from './kept-row.ts';
import { LABELS } from './labels.ts';
import { END, orderingKey } from './ordering-key.ts';
import { ALONE, type Along, firstOf, type Run, taken } from './row-queries.ts';

/** What rows of a list lead to: a table, and where its key stands in theirs. */
const LEADS: { readonly [Name in ListName]: { readonly to: TableName; readonly place: number } } = {
  timeline: { to: 'event', place: -2 },
  said: { to: 'statement', place: -2 },
};

const VERSION = {
  timeline: '(to)<-[:OF]-(:Appearance)-[:IN]->(v:ArticleVersion)',
  said: '(to)-[:IN]->(v:ArticleVersion)',
};
/** Rows that are looked at before the others: they are enough where most are wanted. */
const FIRST = 500;
/** A statement is found under so many words at most: one that is longer may hold others. */
const LENGTH_OF_FOUND = 600;

/** How each condition is checked of what is drawn and shown beside the rows; `rest` is a row's place behind its prefix. */
const CONDITIONS: { readonly [Name in keyof Wanted]-?: (list: ListName) => string } = {
  standing: () => 'to.standing IN $wanted.standing',
  modes: () => 'to.mode IN $wanted.modes',
  contexts: () => 'any(one IN to.contexts WHERE one IN $wanted.contexts)',
  minSources: () => 'to.sourceCount >= $wanted.minSources',
  minConfidence: () => 'to.confidence >= $wanted.minConfidence',
  together: () => 'all(k IN $wanted.together WHERE EXISTS { (to)<-[:PARTICIPATES_IN]-(:Entity {k: k}) })',
  speaker: () => 'EXISTS { (to)<-[:ASSERTS]-(:Statement)-[:SAID_BY]->(:Entity {k: $wanted.speaker}) }',
  source: (list) => `EXISTS { ${VERSION[list]} WHERE v.source = $wanted.source }`,
  asOf: (list) =>
    `EXISTS { ${VERSION[list]} WHERE v.fromMs <= $wanted.asOf AND (v.untilMs IS NULL OR v.untilMs > $wanted.asOf) }`,
  stance: () => '$wanted.stance IN to.stances',
  kinds: () => 'to.kind IN $wanted.kinds',
  classes: () => 'to.class IN $wanted.classes',
  words: () =>
    `(size(to.words) > ${LENGTH_OF_FOUND} OR all(word IN $wanted.words WHERE EXISTS { (:${LABELS.said} {k: word + rest}) }))`,
};

/**
 * Rows of lists whose events or statements may be wanted, found in the database: the first `most` rows are looked at, those
 * wanted come up to the limit, and with them what they lead to.
 */
export async function siftRows<Name extends ListName>(
  run: Run,
  { ranges, wanted, most }: Sift<Name>,
  along: Along = ALONE,
): Promise<Sifted<Name>> {
  const [{ table, limit, descending }] = ranges as readonly [Sift<Name>['ranges'][number]];
  const { to, place } = LEADS[table as ListName];
  const parts = ranges.map((range, at) => firstOf({ ...range, limit: most }, `list${at}`));
  const side = descending ? 'DESC' : '';
  const conditions = Object.keys(wanted).map((name) => CONDITIONS[name as keyof Wanted](table as ListName));
  const wantedOf = (places: string) => `UNWIND ${places} AS at WITH at, looked[at] AS c, rests[at] AS rest
      MATCH (to:${LABELS[to]} {k: split(c.k, $end)[${place}] + $end})
      ${conditions.length ? `WHERE ${conditions.join(' AND ')}` : ''}
      WITH at ORDER BY at LIMIT $limit RETURN collect(at)`;
  const text = `CALL () { ${parts.map((one) => `${one.text} RETURN n AS c, rest`).join(' UNION ALL ')} }
    WITH c, rest ORDER BY rest ${side} LIMIT $most
    WITH collect(c) AS looked, collect(rest) AS rests
    CALL (looked, rests) { ${wantedOf(`range(0, size(looked[..${FIRST}]) - 1)`)} AS soon }
    CALL (looked, rests, soon) {
      ${wantedOf(`CASE WHEN size(soon) < $limit THEN range(${FIRST}, size(looked) - 1) ELSE [] END`)} AS later
    }
    WITH looked, (soon + later)[..$limit] AS found
    WITH looked, found, [at IN found | looked[at]] AS n`;
  const parameters = Object.assign(
    { most, limit, end: END, wanted: sent(wanted) },
    ...parts.map((one) => one.parameters),
  );
  const told = ['size(looked)', keptOf('looked[-1]'), 'found[-1]'];
  const { rows, more } = await taken(run, table, { text, told }, parameters, along);
  const [looked, end, last] = more as [number, string | null, number | null];
  if (rows.length === limit) return { rows, looked: (last as number) + 1, until: rows.at(-1) ?? null };
  return { rows, looked, until: looked < most ? null : end === null ? null : rowOf(table, end) };
}

/** Ids and words as they stand in the database. */
function sent({ together, speaker, words, ...rest }: Wanted): object {
  const keys = (ids: readonly string[]) => ids.map((id) => orderingKey([id]));
  return {
    ...rest,
    ...(together && { together: keys(together) }),
    ...(speaker !== undefined && { speaker: orderingKey([speaker]) }),
    ...(words && { words: keys(words.map((word) => `word ${word}`)) }),
  };
}
