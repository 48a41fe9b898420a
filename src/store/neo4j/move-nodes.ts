import { keptOf, rowOf } from './kept-row.ts';
import type { Run } from './row-queries.ts';

/**
 * Finds out which of these signatures are in another node than their edges are. Where a node only got another id, and
 * that is most of the cases, its edges go with it, however many there are.
 * @returns signatures whose edges have to be drawn anew: their node was parted, or joined with another that had edges.
 */
export async function moveNodes(run: Run, signatures: readonly string[]): Promise<string[]> {
  if (signatures.length === 0) return [];
  const moved = await run(
    `UNWIND $keys AS k MATCH (s:SignatureRow {k: k}) WHERE s.drawnAt <> s.node
     RETURN ${keptOf('s')}, s.drawnAt, s.node`,
    { keys: signatures },
  );
  const renamed = new Set<string>();
  const seen = new Set<unknown>();
  for (const [, from, to] of moved) {
    const pair = `${from}\n${to}`;
    if (renamed.has(pair) || seen.has(from) || seen.has(to)) continue;
    // The new node has no edges yet, the old one is leaving: the old takes the place of the new.
    const [done] = await run(
      `MATCH (old:Leaving {was: $from})
       MATCH (new) WHERE (new:Entity OR new:Event) AND new.k = $to AND NOT (new)--()
       WITH old, new, properties(new) AS properties, labels(new) AS labels
       DELETE new
       WITH old, properties, labels
       SET old = properties REMOVE old:Leaving
       FOREACH (x IN CASE WHEN 'Entity' IN labels THEN [1] ELSE [] END | SET old:Entity)
       FOREACH (x IN CASE WHEN 'Event' IN labels THEN [1] ELSE [] END | SET old:Event)
       FOREACH (x IN CASE WHEN 'Person' IN labels THEN [1] ELSE [] END | SET old:Person)
       FOREACH (x IN CASE WHEN 'Organization' IN labels THEN [1] ELSE [] END | SET old:Organization)
       FOREACH (x IN CASE WHEN 'Place' IN labels THEN [1] ELSE [] END | SET old:Place)
       FOREACH (x IN CASE WHEN 'Group' IN labels THEN [1] ELSE [] END | SET old:Group)
       RETURN count(old)`,
      { from, to },
    );
    if (done?.[0] !== 1) continue;
    renamed.add(pair);
    seen.add(from).add(to);
  }
  return moved
    .filter(([, from, to]) => !renamed.has(`${from}\n${to}`))
    .map(([row]) => rowOf('signature', row as string).id);
}
