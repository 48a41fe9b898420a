import neo4j from 'neo4j-driver';

/** The questions of the bench as one would write them in Cypher, on what Neo4j Browser shows, over the bare driver. */
export interface ByHand {
  timeline(entity: string): Promise<unknown>;
  neighbourhood(entity: string): Promise<unknown>;
  statements(by: string, about: string): Promise<unknown>;
  close(): Promise<void>;
}

const TIMELINE = `MATCH (n:Entity {id: $id})-[:PARTICIPATES_IN]->(e:Event) WHERE e.standing IN ['NARRATED', 'CLAIMED', 'DISPUTED']
  WITH DISTINCT e ORDER BY e.earliest, e.id LIMIT 50
  OPTIONAL MATCH (e)-[:LOCATED_IN]->(p) OPTIONAL MATCH (a:Entity)-[r:PARTICIPATES_IN]->(e)
  RETURN e, p.name, collect([a.name, r.role]) ORDER BY e.earliest, e.id`;

const TWO_STEPS = `MATCH (n:Entity {id: $id})-[:PARTICIPATES_IN]->(:Event)<-[:PARTICIPATES_IN]-(m:Entity) WHERE m <> n
  WITH m, count(*) AS weight ORDER BY weight DESC, m.id LIMIT 20
  CALL (m) { MATCH (m)-[:PARTICIPATES_IN]->(:Event)<-[:PARTICIPATES_IN]-(o:Entity) WHERE o <> m
    WITH o, count(*) AS w ORDER BY w DESC, o.id LIMIT 20 RETURN collect([o.id, o.name, w]) AS next }
  RETURN m.id, m.name, weight, next`;

const STATEMENTS = `MATCH (s:Statement)-[:SAID_BY]->(:Entity {id: $by}) WHERE (s)-[:ABOUT]->(:Entity {id: $about})
  RETURN s ORDER BY s.day, s.id LIMIT 50`;

/** Opens a driver of its own. */
export async function byHand(address: string, password: string): Promise<ByHand> {
  const driver = neo4j.driver(address, neo4j.auth.basic('neo4j', password), { disableLosslessIntegers: true });
  const ask = (text: string, parameters: Record<string, string>) =>
    driver.executeQuery(text, parameters, { routing: neo4j.routing.READ });
  await driver.verifyConnectivity();
  return {
    timeline: (id) => ask(TIMELINE, { id }),
    neighbourhood: (id) => ask(TWO_STEPS, { id }),
    statements: (by, about) => ask(STATEMENTS, { by, about }),
    close: () => driver.close(),
  };
}
