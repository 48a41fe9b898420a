import type { StatementLayer, TargetLayer } from '../document/layers.ts';
import type { Span } from '../document/span.ts';
import type { Statement } from '../knowledge/extraction.ts';
import { entityId } from './entities.ts';
import { eventId } from './events.ts';
import { timeId } from './times.ts';

/** The statements of the contract: s1, s2, … by position of their content, as the layer has them. */
export function statements({ statements: found }: StatementLayer, { targets }: TargetLayer): Statement[] {
  return found.map((one, at) => ({
    id: statementId(at),
    kind: one.kind,
    speaker: one.speaker === null ? null : entityId(one.speaker),
    source: one.source && span(one.source),
    cue: one.cue && { ...span(one.cue), lemma: one.cue.lemma, class: one.cue.class },
    content: one.content.map(span),
    audience: one.audience.map(({ entity, ...words }) => ({ entity: entityId(entity), ...words })),
    setting: one.setting && span(one.setting),
    within: one.within === null ? null : statementId(one.within),
    about: [
      ...one.about.map(({ entity, ...words }) => ({ target: entityId(entity), ...words })),
      ...targets
        .filter(({ statement }) => statement === at)
        .map(({ event, stance, denied, ...words }) => ({ target: eventId(event), stance, denied, ...span(words) })),
    ],
    saidAt: one.saidAt === null ? null : timeId(one.saidAt),
    rule: one.rule,
    confidence: one.confidence,
  }));
}

/** The id of a statement by its index in the layer: s1, s2, … */
export function statementId(index: number): string {
  return `s${index + 1}`;
}

function span({ start, end }: Span): Span {
  return { start, end };
}
