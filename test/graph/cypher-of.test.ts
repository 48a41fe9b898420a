import { describe, expect, test } from '@jest/globals';
import { cypherOf } from '../../src/graph/files/cypher-of.ts';
import type { GraphRecord } from '../../src/knowledge/records.ts';

const relation = (more: object): GraphRecord => ({
  record: 'relation',
  relation: {
    ...{ type: 'LEADS', from: 'a', to: 'b', label: null, validFrom: null, validTo: null, negated: false },
    ...more,
  },
});

describe('a record as Cypher', () => {
  test.each([
    ['is one statement a line', {}, /^MATCH .* MERGE \(a\)-\[:LEADS \{negated: false\}\]->\(b\);$/],
    [
      'keeps a name within its quotation marks',
      { from: '"}) DETACH DELETE n //' },
      /\{id: "\\"\}\) DETACH DELETE n \/\/"\}/,
    ],
    ['keeps lines and control characters out of the way', { label: 'a\nb\u0001' }, /"a\\nb\\u0001"/],
    ['takes no type for a query', { type: 'X]->() DELETE' }, /-\[:RELATED_TO /],
  ])('%s', (_what, more, expected) => {
    const lines = cypherOf(relation(more));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(expected);
    expect(lines[0]).not.toContain('\n');
  });

  test('draws no relation without an end, and neither versions nor decisions', () => {
    expect(cypherOf(relation({ to: null }))).toEqual([]);
    expect(cypherOf({ record: 'decision', undoneBy: null, decision: {} as never })).toEqual([]);
  });
});
