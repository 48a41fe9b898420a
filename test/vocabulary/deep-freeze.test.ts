import { expect, test } from '@jest/globals';
import { deepFreeze } from '../../src/vocabulary/deep-freeze.ts';

test('nothing that hangs on the value can be changed', () => {
  const inner = { list: [{ word: 'ferry' }] };
  const value = deepFreeze({ map: new Map([['a', inner]]), none: null });
  expect(() => inner.list.push({ word: 'port' })).toThrow(TypeError);
  expect(() => Object.assign(inner.list[0] as object, { word: 'port' })).toThrow(TypeError);
  expect(() => value.map.set('b', inner)).toThrow('the vocabulary cannot be changed');
  expect(() => value.map.delete('a')).toThrow(TypeError);
  expect(() => value.map.clear()).toThrow(TypeError);
  expect(value.map.get('a')).toBe(inner);
});
