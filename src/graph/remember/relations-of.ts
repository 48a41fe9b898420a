import type { Tables } from '../../knowledge/rows.ts';
import type { RelationView } from '../../knowledge/views.ts';
import type { Deriving } from './derive.ts';
import { factId } from './fact-id.ts';

/** Relations between entities and links between events, each found from both ends. */
export function relationsOf(deriving: Deriving): { relation: Tables['relation'][]; related: Tables['related'][] } {
  const { live } = deriving;
  const views = [...new Map(factsOf(deriving).map(({ view }) => [view.id, view])).values()];
  return {
    relation: views.map((view) => ({ id: view.id, type: view.type, live, json: JSON.stringify(view) })),
    related: views.flatMap(({ id, type, from, to }) => [
      { owner: from, type, other: to ?? '', relation: id, live },
      ...(to === null || to === from ? [] : [{ owner: to, type, other: from, relation: id, live }]),
    ]),
  };
}

/** Every relation and link of an article, with the place in it that says so. */
export function factsOf({ extraction, signatureOf }: Deriving) {
  const relations = extraction.relations.map((given) => {
    const { type, label, validFrom, validTo, negated } = given;
    const ends = { from: signatureOf(given.from), to: given.to && signatureOf(given.to) };
    return { given, view: identified({ type, ...ends, label, validFrom, validTo, negated }) };
  });
  const links = extraction.links.map((given) => {
    const ends = { from: signatureOf(given.from), to: signatureOf(given.to) };
    const view = { type: given.type, ...ends, label: null, validFrom: null, validTo: null, negated: given.negated };
    return { given, view: identified(view) };
  });
  return [...relations, ...links];
}

function identified(view: Omit<RelationView, 'id'>): RelationView {
  const { type, from, to, label, validFrom, validTo, negated } = view;
  return { id: factId([type, from, to, label, validFrom, validTo, negated]), ...view };
}
