import type { LinkLayer } from '../document/layers.ts';
import type { Link } from '../knowledge/extraction.ts';
import { eventId } from './events.ts';
import { statementId } from './statements.ts';

/** The links of the contract, by position of their words. */
export function links({ links: found }: LinkLayer): Link[] {
  return found.map(({ type, from, to, negated, statement, start, end, rule, confidence }) => ({
    type: type as Link['type'],
    from: eventId(from),
    to: eventId(to),
    negated,
    statement: statement === null ? null : statementId(statement),
    start,
    end,
    rule,
    confidence,
  }));
}
