import { piecesOf } from '../../knowledge/pieces-of.ts';
import type { Tables, Value } from '../../knowledge/rows.ts';
import { type Edge, relationshipType, versionEnd } from './edges-of.ts';
import { LABELS } from './labels.ts';
import { orderingKey } from './ordering-key.ts';
import type { Run } from './row-queries.ts';
import { cut } from './shown-properties.ts';

/** Edges sent at a time. */
const BATCH = 4000;

/** Puts edges in; those of one type between the same labels in one query. */
export async function draw(run: Run, edges: readonly Edge[]): Promise<void> {
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) {
    const key = `${edge.type} ${edge.from.label} ${edge.to.label}`;
    const known = groups.get(key);
    if (known) known.push(edge);
    else groups.set(key, [edge]);
  }
  for (const group of groups.values()) {
    const { type, from, to } = group[0] as Edge;
    const columns = [...new Set(group.flatMap(({ properties }) => Object.keys(properties)))];
    const properties = columns.map((column, at) => `${column}: e[${at + 2}]`).join(', ');
    for (const some of piecesOf(group, BATCH)) {
      await run(
        `UNWIND $edges AS e MATCH (a:${from.label} {k: e[0]}) MATCH (b:${to.label} {k: e[1]})
         CREATE (a)-[:${type} {${properties}}]->(b)`,
        {
          edges: some.map((edge) => [
            edge.from.k,
            edge.to.k,
            ...columns.map((column) => edge.properties[column] ?? null),
          ]),
        },
      );
    }
  }
}

/** Takes out the edges of such a pattern that nodes have. */
export async function erase(run: Run, label: string, keys: readonly string[], pattern: string): Promise<void> {
  if (keys.length > 0) await run(`UNWIND $keys AS k MATCH (n:${label} {k: k})${pattern}() DELETE x`, { keys });
}

/** Takes out the relations that these rows stand for, and how the rows are found. */
export async function eraseRelations(run: Run, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  const found = await run(`UNWIND $keys AS k MATCH (r:${LABELS.relation} {k: k})-[:FROM]->() RETURN DISTINCT r.type`, {
    keys,
  });
  for (const [type] of found) {
    await run(
      `UNWIND $keys AS k MATCH (r:${LABELS.relation} {k: k, type: $type})-[:FROM]->(a) MATCH (r)-[:TO]->(b)
       MATCH (a)-[x:${relationshipType(type as string)} {factId: r.factId}]->(b) DELETE x`,
      { keys, type },
    );
  }
  await erase(run, LABELS.relation, keys, '-[x:FROM|TO]->');
}

/** Ids of the articles that these versions are of. */
export async function articlesOf(run: Run, keys: readonly (readonly Value[])[]): Promise<string[]> {
  const found = await run(`UNWIND $keys AS k MATCH (:${LABELS.version} {k: k})-[:VERSION_OF]->(a) RETURN a.id`, {
    keys: keys.map(orderingKey),
  });
  return found.map(([id]) => id as string);
}

/** Articles and outlets stand above their versions: there while a version is. */
export async function drawArticles(
  run: Run,
  versions: readonly Tables['version'][],
  left: readonly string[],
): Promise<void> {
  if (versions.length > 0) {
    await run(
      `UNWIND $rows AS r MATCH (v:${LABELS.version} {k: r.k}) MERGE (a:Article {id: r.article}) MERGE (v)-[:VERSION_OF]->(a)
       SET a.name = CASE WHEN r.current = 1 THEN v.name ELSE coalesce(a.name, v.name) END
       FOREACH (source IN CASE WHEN r.source IS NULL THEN [] ELSE [r.source] END |
         MERGE (s:Source {name: source}) MERGE (a)-[:PUBLISHED_BY]->(s))`,
      {
        rows: versions.map(({ doc, article, current, source }) => {
          return { k: versionEnd(doc).k, article: cut(article), current, source: source && cut(source) };
        }),
      },
    );
  }
  if (left.length > 0) {
    await run(
      `UNWIND $ids AS id MATCH (a:Article {id: id}) WHERE NOT (a)<-[:VERSION_OF]-()
       OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(s) DETACH DELETE a
       WITH DISTINCT s WHERE s IS NOT NULL AND NOT (s)<-[:PUBLISHED_BY]-() DELETE s`,
      { ids: left },
    );
  }
}
