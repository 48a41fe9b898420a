import { aboutFact, audienceFact, participantFact, placeFact, speakerFact } from '../../knowledge/facts.ts';
import type { Tables } from '../../knowledge/rows.ts';
import type { EventView, RelationView, StatementView } from '../../knowledge/views.ts';
import { LABELS } from './labels.ts';
import { orderingKey } from './ordering-key.ts';
import { cut } from './shown-properties.ts';

/** One end of an edge: a label, and the key of a node that has it. */
export interface End {
  readonly label: string;
  readonly k: string;
}

/** A relationship of DESIGN §4. */
export interface Edge {
  readonly type: string;
  readonly from: End;
  readonly to: End;
  readonly properties: Readonly<Record<string, string | number | boolean | readonly string[] | null>>;
}

/** The node that a signature is in; null where it is in none that is drawn. */
export type NodeOf = (signature: string) => End | null;

export function versionEnd(doc: string): End {
  return { label: LABELS.version, k: orderingKey([doc]) };
}

export function appearanceEdges({ id, signature }: Tables['appearance'], nodeOf: NodeOf): Edge[] {
  const from = { label: LABELS.appearance, k: orderingKey([id]) };
  return edgeTo('OF', from, nodeOf(signature));
}

export function eventEdges({ id, json }: Tables['event'], nodeOf: NodeOf): Edge[] {
  const { signatures, participants, place } = JSON.parse(json) as EventView;
  const self = { label: LABELS.event, k: orderingKey([id]) };
  const of = (name: (event: string) => string) => ({
    factId: cut(name(signatures[0] ?? id)),
    factIds: signatures.map((one) => cut(name(one))),
  });
  const taking = participants.flatMap(({ entity, roles, quantities }) => {
    const from = nodeOf(entity);
    const [counted] = quantities;
    const quantity = counted ? { least: counted.min, most: counted.max } : {};
    return from
      ? roles.map((role) =>
          edge('PARTICIPATES_IN', from, self, {
            role,
            ...quantity,
            ...of((event) => participantFact(event, role, entity)),
          }),
        )
      : [];
  });
  return [
    ...taking,
    ...(place
      ? edgeTo(
          'LOCATED_IN',
          self,
          nodeOf(place),
          of((event) => placeFact(event, place)),
        )
      : []),
  ];
}

export function statementEdges({ id, json }: Tables['statement'], nodeOf: NodeOf): Edge[] {
  const { speaker, audience, about, events, within } = JSON.parse(json) as StatementView;
  const self = { label: LABELS.statement, k: orderingKey([id]) };
  return [
    ...(speaker ? edgeTo('SAID_BY', self, nodeOf(speaker), { factId: cut(speakerFact(id, speaker)) }) : []),
    ...audience.flatMap((to) => edgeTo('ADDRESSED_TO', self, nodeOf(to), { factId: cut(audienceFact(id, to)) })),
    ...about.flatMap(({ target, stance, denied }) =>
      edgeTo('ABOUT', self, nodeOf(target), { stance, denied, factId: cut(aboutFact(id, target)) }),
    ),
    ...events.flatMap(({ event, modality }) =>
      edgeTo('ASSERTS', self, nodeOf(event), { modality, factId: cut(event) }),
    ),
    ...(within ? [edge('WITHIN', self, { label: LABELS.statement, k: orderingKey([within]) })] : []),
  ];
}

/** The relation itself, and how its row is found from its ends. */
export function relationEdges({ id, json }: Tables['relation'], nodeOf: NodeOf): Edge[] {
  const { type, from, to, label, validFrom, validTo, negated } = JSON.parse(json) as RelationView;
  const [a, b] = [nodeOf(from), to === null ? null : nodeOf(to)];
  if (!a || !b) return [];
  const self = { label: LABELS.relation, k: orderingKey([id]) };
  const properties = { name: label, validFrom, validTo, negated, factId: cut(id) };
  return [edge(relationshipType(type), a, b, properties), edge('FROM', self, a), edge('TO', self, b)];
}

/** A type as it may stand in a query: what is no plain word is never put there. */
export function relationshipType(type: string): string {
  return /^[A-Z][A-Z0-9_]{0,63}$/.test(type) ? type : 'RELATED_TO';
}

function edge(type: string, from: End, to: End, properties: Edge['properties'] = {}): Edge {
  return { type, from, to, properties };
}

function edgeTo(type: string, from: End, to: End | null, properties: Edge['properties'] = {}): Edge[] {
  return to ? [edge(type, from, to, properties)] : [];
}
