import type { EventFilter, StatementFilter } from '../../knowledge/questions.ts';
import type { Wanted } from '../../knowledge/sift.ts';
import { type EventView, SHOWN } from '../../knowledge/views.ts';
import { isRetold } from './retold.ts';

/** Whether a filter of events asks for something that no index tells. */
export function isSelectiveOfEvents(filter: EventFilter): boolean {
  const { of, modes, contexts, standing, minConfidence, minSources } = filter;
  const words = modes.length + contexts.length;
  return of.length > 1 || words > 0 || isRetold(filter) || !isShown(standing) || minConfidence > 0 || minSources > 1;
}

/** What a filter of events asks that a store may know. As they are told anew, only the store's tellings are as they are. */
export function eventsWanted(filter: EventFilter): Wanted {
  const { of, modes, contexts, standing, vouchedBy, source, asOf, minConfidence, minSources } = filter;
  const together = of.length > 1 ? { together: of } : {};
  if (isRetold(filter)) {
    const outlet = source ?? (vouchedBy?.kind === 'source' ? vouchedBy.source : null);
    return {
      ...(outlet !== null && { source: outlet }),
      ...(asOf !== null && { asOf }),
      ...(vouchedBy?.kind === 'speaker' && { speaker: vouchedBy.entity }),
    };
  }
  return {
    ...together,
    ...(!isShown(standing) && { standing }),
    ...(modes.length && { modes }),
    ...(contexts.length && { contexts }),
    ...(minConfidence > 0 && { minConfidence }),
    ...(minSources > 1 && { minSources }),
  };
}

/** Whether a filter of statements asks for something that no index tells. */
export function isSelectiveOfStatements(filter: StatementFilter): boolean {
  const { stance, kinds, classes, source, search, asOf, minConfidence } = filter;
  const words = kinds.length + classes.length;
  return stance !== null || words > 0 || source !== null || search !== null || asOf !== null || minConfidence > 0;
}

/** What a filter of statements asks that a store may know; `words` are those that they are found under. */
export function statementsWanted(filter: StatementFilter, words: readonly string[]): Wanted {
  const { stance, kinds, classes, source, asOf, minConfidence } = filter;
  return {
    ...(stance !== null && { stance }),
    ...(kinds.length && { kinds }),
    ...(classes.length && { classes }),
    ...(source !== null && { source }),
    ...(asOf !== null && { asOf }),
    ...(minConfidence > 0 && { minConfidence }),
    ...(words.length && { words }),
  };
}

/** Whether it is what timelines show unless asked otherwise. */
export function isShown(standing: readonly EventView['standing'][]): boolean {
  return standing.length === SHOWN.length && SHOWN.every((one) => standing.includes(one));
}
