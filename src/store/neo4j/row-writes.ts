import { piecesOf } from '../../knowledge/pieces-of.ts';
import type { TableName, Tables, Value } from '../../knowledge/rows.ts';
import { eraseRelations } from './draw-edges.ts';
import { versionEnd } from './edges-of.ts';
import { keptProperties, LABELS } from './labels.ts';
import { keyText, type Run } from './row-queries.ts';
import { SHOWN } from './shown-properties.ts';

const TYPES = ['Person', 'Organization', 'Place', 'Group'];
/** Rows sent at a time. */
const BATCH = 2000;
/** Tables whose rows stand in one article version for good: they are tied to it as they are made. */
const STANDS_IN: ReadonlySet<TableName> = new Set(['claim', 'appearance', 'statement']);

/** `CREATE` makes nodes of rows that are known not to be there; `MERGE` looks whether they are, and replaces their properties. */
type Verb = 'CREATE' | 'MERGE';

interface Node {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly type: string | null;
  readonly doc: string | null;
}

/** Writes rows as nodes. */
export async function writeRows<Name extends TableName>(
  run: Run,
  verb: Verb,
  table: Name,
  rows: readonly Tables[Name][],
): Promise<void> {
  // Of two rows with one key the last holds, as in any store.
  const nodes = new Map<unknown, Node>();
  for (const row of rows) {
    const properties = { ...SHOWN[table](row), ...keptProperties(table, row) };
    const [type, doc] = ['type' in row ? row.type : null, 'doc' in row ? row.doc : null];
    nodes.set(properties.k, { properties, type, doc });
  }
  const all = [...nodes.values()];
  const [first] = all;
  if (!first) return;
  const columns = Object.keys(first.properties);
  const text = (type: string) => written(verb, LABELS[table], type, columns);
  const valuesOf = ({ properties }: Node) => columns.map((column) => properties[column]);
  if (STANDS_IN.has(table)) {
    await inBatches(all, (some) =>
      run(
        `UNWIND $groups AS g MATCH (v:${LABELS.version} {k: g[0]}) UNWIND g[1] AS r ${text('')} ${verb} (n)-[:IN]->(v)`,
        { groups: [...groupedByVersion(some)].map(([version, own]) => [version, own.map(valuesOf)]) },
      ),
    );
    return;
  }
  for (const type of table === 'entity' ? TYPES : ['']) {
    const own = type ? all.filter((node) => node.type === type) : all;
    await inBatches(own, (some) => run(`UNWIND $rows AS r ${text(type)}`, { rows: some.map(valuesOf) }));
  }
}

/** A row is sent as a list: its values in the order of the columns. */
function written(verb: Verb, label: string, type: string, columns: readonly string[]): string {
  const value = (column: string) => `r[${columns.indexOf(column)}]`;
  if (verb === 'CREATE') {
    const properties = columns.map((column) => `${column}: ${value(column)}`).join(', ');
    return `CREATE (n:${type ? `${label}:${type}` : label} {${properties}})`;
  }
  const others = columns.filter((column) => column !== 'k').map((column) => `n.${column} = ${value(column)}`);
  const typed = type ? `REMOVE n:${TYPES.join(':')} SET n:${type}` : '';
  return `MERGE (n:${label} {k: ${value('k')}}) SET ${others.join(', ')} ${typed}`;
}

async function inBatches(nodes: readonly Node[], send: (some: readonly Node[]) => Promise<unknown>): Promise<void> {
  for (const some of piecesOf(nodes, BATCH)) await send(some);
}

function groupedByVersion(nodes: readonly Node[]): Map<string, Node[]> {
  const groups = new Map<string, Node[]>();
  for (const node of nodes) {
    const { k } = versionEnd(node.doc as string);
    const known = groups.get(k);
    if (known) known.push(node);
    else groups.set(k, [node]);
  }
  return groups;
}

/** Takes rows out. An entity or event is first only taken out of sight: its edges may be another's in the end. */
export async function removeRows(run: Run, table: TableName, keys: readonly (readonly Value[])[]): Promise<void> {
  if (keys.length === 0) return;
  const texts = [...new Set(keys.map((key) => keyText(table, key)))];
  if (table === 'relation') await eraseRelations(run, texts);
  const label = LABELS[table];
  const stays = table === 'entity' || table === 'event';
  const end = stays ? `SET n = {was: k} SET n:Leaving REMOVE n:${[label, ...TYPES].join(':')}` : 'DETACH DELETE n';
  await run(`UNWIND $keys AS k MATCH (n:${label} {k: k}) ${end}`, { keys: texts });
}
