import type { Ahead } from '../../knowledge/ahead.ts';
import { relationshipType } from './edges-of.ts';
import { fromRange, type Hop } from './hops.ts';
import { columnsOf, LABELS, orderProperty } from './labels.ts';
import { orderingKey, tailsOf } from './ordering-key.ts';

/** At most so many prefixes are looked under ahead, and so many nodes for the sake of others. */
const MOST_PREFIXES = 2000;
const MOST_OTHERS = 100;
/** Stands for a signature while the text of a prefix is made. */
const HOLE = '\u{f8ff}';

/** Lists that come along with a query: the rows of all as the set `name`, and as texts the prefixes that they begin with. */
export interface Lists {
  readonly name: string;
  readonly text: string;
  readonly parameters: object;
  /** The ways to what they are of, and from their rows on. */
  readonly before: readonly Hop[];
  readonly after: readonly Hop[];
}

/** How lists are asked for in Cypher, of the entities and events, or relations, of these sets. */
export function listsOf({ bounds, prefixes, of, by, from }: Ahead, nodes: readonly string[]): Lists {
  const { table, order, where = {}, limit, descending } = bounds;
  columnsOf(table, order);
  const [name, property] = ['list', `to.${orderProperty(order)}`];
  const others = from ? [othersOf(nodes, from)] : [];
  const sets = of ? [] : [...nodes, ...others.map((hop) => hop.name)];
  const conditions = [
    `${property} >= place + $ahead.low AND ${property} < place + $ahead.high`,
    ...Object.keys(where).map((column) => `to.${column} = $ahead.where.${column}`),
  ];
  const pieces = prefixes.map((prefix) => {
    const holes = Array<string>(of?.length ?? 1).fill(HOLE);
    return orderingKey(prefix(...holes)).split(HOLE);
  });
  return {
    name,
    before: others,
    after: fromRange(bounds, name),
    text: `CALL (${sets.join(', ')}) {
      ${of ? signaturesOfEach(of) : by === 'relation' ? relationsOf(sets) : signaturesOf(sets)}
      UNWIND $ahead.pieces AS p
      WITH DISTINCT reduce(place = p[0], at IN range(0, size(ids) - 1) | place + ids[at] + p[at + 1]) AS place
      LIMIT ${MOST_PREFIXES}
      CALL (place) {
        OPTIONAL MATCH (to:${LABELS[table]}) WHERE ${conditions.join(' AND ')}
        RETURN to ORDER BY ${property} ${descending ? 'DESC' : ''} LIMIT $ahead.limit
      }
      RETURN collect(to) AS ${name}, collect(DISTINCT place) AS places
    }`,
    parameters: {
      ahead: { pieces, ...tailsOf(bounds), where, limit, nodes: (of ?? []).map((id) => orderingKey([id])) },
    },
  };
}

function othersOf(nodes: readonly string[], type: string): Hop {
  const way = `MATCH (at)<-[:${relationshipType(type)} {negated: false}]-(to:${LABELS.entity})
    WITH DISTINCT to LIMIT ${MOST_OTHERS}`;
  return { from: nodes, to: 'entity', name: 'others', way };
}

function relationsOf(sets: readonly string[]): string {
  return `UNWIND ${sets.join(' + ')} AS at WITH [split(at.k, $end)[0]] AS ids LIMIT ${MOST_OTHERS}`;
}

function signaturesOf(sets: readonly string[]): string {
  return `UNWIND ${sets.join(' + ')} AS at MATCH (s:${LABELS.signature}) WHERE s.k_node STARTS WITH at.k
    WITH DISTINCT [split(s.k, $end)[0]] AS ids`;
}

/** Every choice of one signature of each node. */
function signaturesOfEach(nodes: readonly string[]): string {
  const matches = nodes.map(
    (_, at) => `MATCH (s${at}:${LABELS.signature}) WHERE s${at}.k_node STARTS WITH $ahead.nodes[${at}]`,
  );
  return `${matches.join(' ')} WITH [${nodes.map((_, at) => `split(s${at}.k, $end)[0]`).join(', ')}] AS ids`;
}
