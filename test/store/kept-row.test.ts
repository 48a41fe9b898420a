import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { TABLES, type TableName, type Tables, type Value } from '../../src/knowledge/rows.ts';
import { keyOf, restOf, rowOf } from '../../src/store/neo4j/kept-row.ts';
import { orderingKey } from '../../src/store/neo4j/ordering-key.ts';

const NAMES = Object.keys(TABLES) as TableName[];
const MARKS = ['\u0000', '\u0001', '\u0002', '\u0003', '\u0004', 'a', 'b'];
/** Texts of every kind: of marks that divide columns, too, and longer than an index takes. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...MARKS), maxLength: 5 }),
  fc.string({ unit: 'grapheme', minLength: 590, maxLength: 700 }),
);
const whole = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -12, max: 12 }));
const VALUES = { text, integer: whole, real: fc.double({ noNaN: true, noDefaultInfinity: true }) };

/** A row of a table. In keys there is no null. */
const aRow = (table: TableName) => {
  const { columns, key } = TABLES[table] as { columns: Record<string, keyof typeof VALUES>; key: readonly string[] };
  const values = Object.entries(columns).map(([name, type]) => {
    const value: fc.Arbitrary<Value> = VALUES[type].map((one) => (Object.is(one, -0) ? 0 : one));
    return [name, key.includes(name) ? value : fc.option(value)] as const;
  });
  return fc.record(Object.fromEntries(values)) as unknown as fc.Arbitrary<Tables[TableName]>;
};

describe('a row in Neo4j', () => {
  test.each(NAMES)('of table %s is made again from its key and what is kept beside it', (table) => {
    fc.assert(
      fc.property(aRow(table), (row) => {
        expect(rowOf(table, keyOf(table, row) + (restOf(table, row) ?? ''))).toEqual(row);
      }),
    );
  });

  test('is kept without what its key tells', () => {
    expect(restOf('key', { key: 'mara oduya', anchor: 1, signature: 'x' })).toBeNull();
    expect(restOf('said', { owner: 'by x', day: '2024-01-01', statement: 's1', live: 1 })).toBe('1\u0001');
  });
});

describe('the text of a key', () => {
  const sideOf = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const byCodePoint = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

  test('sorts as its whole numbers do', () => {
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        expect(sideOf(orderingKey([a]), orderingKey([b]))).toBe(Math.sign(a - b));
      }),
    );
  });

  test('sorts column by column', () => {
    const column = fc.string({ unit: fc.constantFrom(...MARKS), maxLength: 3 });
    fc.assert(
      fc.property(fc.tuple(column, column), fc.tuple(column, column), (a, b) => {
        const expected = byCodePoint(a[0], b[0]) || byCodePoint(a[1], b[1]);
        expect(Math.sign(byCodePoint(orderingKey(a), orderingKey(b)))).toBe(Math.sign(expected));
      }),
    );
  });
});
