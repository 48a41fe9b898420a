import type { Bounds } from '../../knowledge/ahead.ts';
import { TEXT } from '../../knowledge/node-id.ts';
import type { TableName } from '../../knowledge/rows.ts';
import { LABELS } from './labels.ts';

/** A way from sets of rows to rows of another table. */
export interface Hop {
  /** The sets that it starts from; `n` is what a query asks for. */
  readonly from: readonly string[];
  readonly to: TableName;
  /** What the set that it comes to is called. */
  readonly name: string;
  /** The way in Cypher, from `at` to `to`; where it leads nowhere, nothing comes. */
  readonly way: string;
  /** Whether it comes to what only is in events that others come to. */
  readonly isAside?: boolean;
}

/** At most so many come along for the sake of what speaks of them. */
const MOST_SPOKEN_OF = 1000;

/** To the row of a table whose key stands in a list, at a place of it. */
function keyed(from: string, to: TableName, list: string, ...places: readonly number[]): Hop {
  const ids =
    places.length === 1
      ? `WITH DISTINCT split(at.${list}, $end)[${places[0]}] AS id`
      : `UNWIND [${places.join(', ')}] AS place WITH DISTINCT split(at.${list}, $end)[place] AS id`;
  const way = `${ids}
    MATCH (to:${LABELS[to]} {k: id + $end})`;
  return { from: [from], to, name: `${from}_${to}`, way };
}

/** To the node that a signature is in. */
function nodeOf(from: string): Hop[] {
  return [ofKind(from, 'entity'), ofKind(from, 'event')];
}

/** To the nodes of signatures that are of a kind: what is of another is not looked for in vain. */
function ofKind(from: string, kind: 'entity' | 'event'): Hop {
  const hop = keyed(from, kind, 'k_node', 0);
  return { ...hop, way: `WITH at WHERE at.kind = '${kind}' ${hop.way}` };
}

/**
 * To whom and what rows speak of, as it is drawn beside them: an edge's fact is told of the row first and of the other end
 * last, by signature.
 */
function spokenOf(from: string, edges: string, role: string): Hop {
  const way = `MATCH (at)-[x:${edges}]-() WITH DISTINCT split(x.factId, ' ' + ${role} + ' ')[-1] AS id LIMIT ${MOST_SPOKEN_OF}
    MATCH (to:${LABELS.signature} {k: id + $end})`;
  return { from: [from], to: 'signature', name: `${from}_of`, way };
}

/** To those who take part in events, and places. */
function peopleOf(from: string): Hop[] {
  const people = spokenOf(from, 'PARTICIPATES_IN|LOCATED_IN', "coalesce(x.role, 'at')");
  return [people, { ...keyed(people.name, 'entity', 'k_node', 0), isAside: true }];
}

/** To the nodes that signatures are in; of events, to those in them too. */
function nodesAndPeople(from: string): Hop[] {
  return [...nodeOf(from), ...peopleOf(`${from}_event`)];
}

/** To those who say something, to whom, and about whom or what. */
function speakersOf(from: string): Hop[] {
  const role = "CASE type(x) WHEN 'SAID_BY' THEN 'by' WHEN 'ABOUT' THEN 'about' ELSE 'to' END";
  const named = spokenOf(from, 'SAID_BY|ABOUT|ADDRESSED_TO', role);
  return [named, ...nodesAndPeople(named.name)];
}

function versionOf(from: string): Hop {
  return { from: [from], to: 'version', name: `${from}_version`, way: `MATCH (at)-[:IN]->(to:${LABELS.version})` };
}

/** To the versions that rows of a table, or what they lead to, stand in. */
function versionsOf(table: TableName, from: string): Hop[] {
  return table === 'said' ? [versionOf(`${from}_statement`)] : table === 'appearance' ? [versionOf(from)] : [];
}

/** To the texts of the articles that appearances stand in. */
function textsOf(from: string): Hop[] {
  const name = `${from}_text`;
  const way = `WITH DISTINCT left(at.k, size(at.k) - size(split(at.k, '.')[-1])) + '${TEXT}' + $end AS k
    MATCH (to:${LABELS.appearance} {k: k})`;
  return [{ from: [from], to: 'appearance', name, way }, keyed(name, 'signature', 'k_signature', 0)];
}

type Ways = { readonly [Name in TableName]?: (from: string) => readonly Hop[] };

/** From rows asked for by key, the way to what is asked for next. */
export const FROM_KEYS: Ways = {
  appearance: (from) => [keyed(from, 'signature', 'k_signature', 0), ...nodesAndPeople(`${from}_signature`)],
  signature: nodesAndPeople,
  statement: speakersOf,
};

/** Events that are shown with who takes part in them come with these; of longer lists they are asked for with other things. */
const FEW = 120;

/** From the rows of a range, the way to what they are there to find, and what that is shown with. */
export function fromRange({ table, limit, versions, texts }: Bounds, from: string): readonly Hop[] {
  return [
    ...(FROM_RANGE[table]?.(from) ?? []),
    ...(table === 'timeline' && limit <= FEW ? peopleOf(`${from}_event`) : []),
    ...(versions ? versionsOf(table, from) : []),
    ...(texts ? textsOf(from) : []),
  ];
}

/** From rows that are only there to find others by, the way to those others. */
const FROM_RANGE: Ways = {
  gram: (from) => [keyed(from, 'entity', 'k', 1)],
  signature: nodeOf,
  timeline: (from) => [keyed(from, 'event', 'k', -2)],
  said: (from) => [keyed(from, 'statement', 'k', -2)],
  related: (from) => [
    keyed(from, 'relation', 'k', -2),
    keyed(from, 'signature', 'k', 0, 2),
    ...nodesAndPeople(`${from}_signature`),
  ],
  pair: (from) => [keyed(from, 'signature', 'k', 1), keyed(`${from}_signature`, 'entity', 'k_node', 0)],
  claim: (from) => [versionOf(from)],
  titled: (from) => [keyed(from, 'version', 'k', -2)],
};
