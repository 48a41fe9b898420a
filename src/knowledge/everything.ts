import type { EventFilter, StatementFilter } from './questions.ts';
import { SHOWN } from './views.ts';

/** Asks nothing of events but what timelines show anyway. */
export const ALL_EVENTS: EventFilter = {
  of: [],
  place: null,
  types: [],
  modes: [],
  contexts: [],
  days: null,
  standing: SHOWN,
  vouchedBy: null,
  source: null,
  asOf: null,
  minConfidence: 0,
  minSources: 0,
};

/** Asks nothing of statements. */
export const ALL_STATEMENTS: StatementFilter = {
  by: null,
  about: null,
  to: null,
  stance: null,
  kinds: [],
  classes: [],
  days: null,
  asOf: null,
  search: null,
  source: null,
  minConfidence: 0,
};
