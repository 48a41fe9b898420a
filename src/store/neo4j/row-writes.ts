import type { TableName, Tables, Value } from '../../knowledge/rows.ts';
import { eraseRelations } from './draw-edges.ts';
import { versionEnd } from './edges-of.ts';
import { keptProperties, LABELS } from './labels.ts';
import { keyText, type Run } from './row-queries.ts';
import { SHOWN } from './shown-properties.ts';

const TYPES = ['Person', 'Organization', 'Place', 'Group'];
/** Rows sent at a time. */
const BATCH = 2000;

/** Adds rows as nodes, or replaces their properties. */
export async function putRows<Name extends TableName>(
  run: Run,
  table: Name,
  rows: readonly Tables[Name][],
): Promise<void> {
  // Of two rows with one key the last holds, as in any store.
  const kept = new Map(
    rows.map((row) => {
      const properties = { ...SHOWN[table](row), ...keptProperties(table, row) };
      return [
        properties.k,
        { properties, type: 'type' in row ? row.type : null, doc: 'doc' in row ? row.doc : null },
      ] as const;
    }),
  );
  const all = [...kept.values()];
  if (STANDS_IN.has(table)) return mergeWithin(run, LABELS[table], all);
  if (table !== 'entity') return merge(run, LABELS[table], '', all, table === 'signature');
  for (const type of TYPES) {
    await merge(
      run,
      LABELS.entity,
      type,
      all.filter((one) => one.type === type),
      false,
    );
  }
}

/** Tables whose rows stand in one article version for good: they are tied to it as they are made. */
const STANDS_IN: ReadonlySet<TableName> = new Set(['claim', 'appearance', 'statement']);

async function mergeWithin(
  run: Run,
  label: string,
  rows: readonly { readonly properties: object; readonly doc: string | null }[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) {
    const groups = new Map<string, object[]>();
    for (const { properties, doc } of rows.slice(at, at + BATCH)) {
      const { k } = versionEnd(doc as string);
      const known = groups.get(k);
      if (known) known.push(properties);
      else groups.set(k, [properties]);
    }
    await run(
      `UNWIND $groups AS g MATCH (v:${LABELS.version} {k: g.version})
       UNWIND g.rows AS r MERGE (n:${label} {k: r.k}) SET n = r MERGE (n)-[:IN]->(v)`,
      { groups: [...groups].map(([version, own]) => ({ version, rows: own })) },
    );
  }
}

async function merge(
  run: Run,
  label: string,
  type: string,
  rows: readonly { readonly properties: object }[],
  /** Whether the node has properties that no row has. */
  adds: boolean,
): Promise<void> {
  const typed = type ? `REMOVE n:${TYPES.join(':')} SET n:${type}` : '';
  for (let at = 0; at < rows.length; at += BATCH) {
    await run(`UNWIND $rows AS r MERGE (n:${label} {k: r.k}) SET n ${adds ? '+' : ''}= r ${typed}`, {
      rows: rows.slice(at, at + BATCH).map(({ properties }) => properties),
    });
  }
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
