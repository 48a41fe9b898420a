import { expect, test } from '@jest/globals';
import { drifted, emitTypes } from '../../scripts/emit-types.ts';

test('the record types are what the schemas say (npm run emit writes them)', async () => {
  expect(drifted(await emitTypes())).toEqual([]);
});
