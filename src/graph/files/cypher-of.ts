import type { GraphRecord } from '../../knowledge/records.ts';
import type { EventView, StatementView } from '../../knowledge/views.ts';

type Properties = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** What comes before all records: with these, ten thousand of them are drawn in seconds. */
export const CYPHER_INDEXES: readonly string[] = ['Entity', 'Event', 'Statement'].map(
  (label) => `CREATE INDEX IF NOT EXISTS FOR (n:${label}) ON (n.id);`,
);

/**
 * Statements that draw a record in any database that speaks Cypher, a line each: the entities, events, statements and
 * relations of DESIGN §4 with their properties. To be run in the order of the records, as often as one likes.
 */
export function cypherOf(record: GraphRecord): string[] {
  switch (record.record) {
    case 'entity': {
      const { id, type, name, names, country, gazetteer, articleCount } = record.entity;
      return [node(`Entity:${word(type)}`, 'Entity', id, { name, names, country, gazetteer, articleCount })];
    }
    case 'event':
      return eventLines(record.event);
    case 'statement':
      return statementLines(record.statement);
    case 'relation': {
      const { type, from, to, label, validFrom, validTo, negated } = record.relation;
      return to === null
        ? []
        : [edge('Entity|Event', from, word(type), 'Entity|Event', to, { label, validFrom, validTo, negated })];
    }
    default:
      return [];
  }
}

function eventLines(event: Omit<EventView, 'signatures'>): string[] {
  const { id, type, lemma, mode, contexts, plover, standing, time, day, place, country, sourceCount, confidence } =
    event;
  const when = { edtf: time?.edtf ?? null, earliest: time?.earliest ?? null, latest: time?.latest ?? null };
  const name = `${type} ${day === '~' ? '' : day}`.trim();
  const said = { name, type, lemma, mode, contexts, plover, standing, ...when, country, sourceCount, confidence };
  return [
    node('Event', 'Event', id, said),
    ...event.participants.flatMap(({ entity, roles }) =>
      roles.map((role) => edge('Entity', entity, 'PARTICIPATES_IN', 'Event', id, { role })),
    ),
    ...(place ? [edge('Event', id, 'LOCATED_IN', 'Entity', place)] : []),
  ];
}

function statementLines(statement: StatementView): string[] {
  const { id, kind, speaker, cue, words, audience, setting, about, saidAt, events, article, confidence } = statement;
  const said = {
    name: words.slice(0, 80),
    kind,
    cue: cue?.lemma ?? null,
    words,
    setting,
    saidAt: saidAt?.edtf ?? null,
  };
  return [
    node('Statement', 'Statement', id, { ...said, article, confidence }),
    ...(speaker ? [edge('Statement', id, 'SAID_BY', 'Entity', speaker)] : []),
    ...audience.map((to) => edge('Statement', id, 'ADDRESSED_TO', 'Entity', to)),
    ...about.map(({ target, ...how }) => edge('Statement', id, 'ABOUT', 'Entity|Event', target, how)),
    ...events.map(({ event, modality }) => edge('Statement', id, 'ASSERTS', 'Event', event, { modality })),
  ];
}

function node(labels: string, label: string, id: string, properties: Properties): string {
  return `MERGE (n:${label} {id: ${literal(id)}}) SET n:${labels}, n += ${map(properties)};`;
}

function edge(a: string, from: string, type: string, b: string, to: string, properties: Properties = {}): string {
  const told = Object.values(properties).some((value) => value !== null) ? ` ${map(properties)}` : '';
  return `MATCH (a:${a} {id: ${literal(from)}}) MATCH (b:${b} {id: ${literal(to)}}) MERGE (a)-[:${type}${told}]->(b);`;
}

function map(properties: Properties): string {
  const told = Object.entries(properties).filter(([, value]) => value !== null);
  return `{${told.map(([name, value]) => `${name}: ${literal(value)}`).join(', ')}}`;
}

/** JSON's texts, numbers and lists are literals of Cypher too. */
function literal(value: Properties[string]): string {
  return JSON.stringify(value);
}

/** A label or type as it may stand in a query; what is no plain word is never put there. */
function word(name: string): string {
  return /^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(name) ? name : 'RELATED_TO';
}
