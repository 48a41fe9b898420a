import { setImmediate } from 'node:timers/promises';
import { piecesOf } from '../../knowledge/pieces-of.ts';
import type { Range, RowReads, Step, TableName, Tables, Value } from '../../knowledge/rows.ts';
import { isForMany, mergeRanges } from '../merge-ranges.ts';

/** Rows that are read before others have a turn. */
const ROWS = 150;
/** Keys and ranges that are asked for at once; rows that may come of one such question. */
const [KEYS, RANGES, MOST] = [100, 100, 250];

/**
 * The same reads in steps, between which others have a turn and an aborted signal is seen: SQLite answers at once, and
 * nothing else runs while it does.
 */
export function inSteps(rows: RowReads, signal: AbortSignal, next: Step = setImmediate): RowReads {
  let read = 0;
  const step = async <Row>(asked: number, work: () => Promise<Row[]>): Promise<Row[]> => {
    if (read >= ROWS) {
      read = 0;
      await next();
    }
    signal.throwIfAborted();
    const found = await work();
    read += asked + found.length;
    return found;
  };
  return {
    async get<Name extends TableName>(table: Name, keys: readonly (readonly Value[])[]) {
      const found: Tables[Name][][] = [];
      for (const some of piecesOf(keys, KEYS)) found.push(await step(some.length, () => rows.get(table, some)));
      return found.flat();
    },
    async range<Name extends TableName>(range: Range<Name>) {
      const found: Tables[Name][][] = [];
      for (const prefixes of piecesOf(range.prefixes, atOnce(range))) {
        found.push(await step(prefixes.length, () => rows.range({ ...range, prefixes })));
      }
      return found.length === 1 ? found[0]! : mergeRanges(range, found.flat());
    },
    count: (table, where) => rows.count(table, where),
  };
}

function atOnce<Name extends TableName>(range: Range<Name>): number {
  return isForMany(range) ? RANGES : Math.max(1, Math.min(RANGES, Math.floor(MOST / range.limit)));
}
