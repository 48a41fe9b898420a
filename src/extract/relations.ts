import type { RelationLayer } from '../document/layers.ts';
import type { Relation } from '../knowledge/extraction.ts';
import { entityId } from './entities.ts';
import { statementId } from './statements.ts';

/** The relations of the contract, by position of their words. */
export function relations({ relations: found }: RelationLayer): Relation[] {
  return found.map(
    ({ type, from, to, label, validFrom, validTo, negated, start, end, statement, rule, confidence }) => ({
      type,
      from: entityId(from),
      to: to === null ? null : entityId(to),
      label,
      validFrom,
      validTo,
      negated,
      start,
      end,
      statement: statement === null ? null : statementId(statement),
      rule,
      confidence,
    }),
  );
}
