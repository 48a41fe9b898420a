import type { Annotated } from '../document/layers.ts';
import type { Extraction } from '../knowledge/extraction.ts';
import { entities } from './entities.ts';
import { events } from './events.ts';
import { links } from './links.ts';
import { relations } from './relations.ts';
import { statements } from './statements.ts';
import { times } from './times.ts';

/** What one annotated article says, as plain JSON: the contract of `schema/extraction.schema.json`. */
export type Extract = (annotated: Annotated) => Extraction;

export function extractor(release: string): Extract {
  return ({ document, layers }) => ({
    release,
    article: { ...document, segments: [...document.segments], notes: [...document.notes] },
    entities: entities(layers.coreference, layers.events),
    times: times(layers.times),
    statements: statements(layers.statements, layers.targets),
    events: events(layers.events),
    links: links(layers.links),
    relations: relations(layers.relations),
  });
}
