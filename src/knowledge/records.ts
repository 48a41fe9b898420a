import type { Decision } from './decision.ts';
import type { Extraction } from './extraction.ts';
import type { EntityView, EventView, RelationView, StatementView } from './views.ts';

/** One line of an exported graph. Versions and decisions are the graph; the facts of the view follow from them. */
export type GraphRecord =
  | { readonly record: 'version'; readonly ingestedAt: string; readonly extraction: Extraction }
  | { readonly record: 'decision'; readonly undoneBy: string | null; readonly decision: Decision }
  | { readonly record: 'entity'; readonly entity: Omit<EntityView, 'signatures'> }
  | { readonly record: 'event'; readonly event: Omit<EventView, 'signatures'> }
  | { readonly record: 'statement'; readonly statement: StatementView }
  | { readonly record: 'relation'; readonly relation: Omit<RelationView, 'id'> };
