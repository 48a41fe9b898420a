import { describe, expect, test } from '@jest/globals';
import { type AnyStep, pipeline, stepsFor } from '../../src/annotate/pipeline.ts';
import type { Document } from '../../src/document/document.ts';
import type { LayerName } from '../../src/document/layers.ts';

const document = { text: 'One.' } as Document;

/** A step of an invented layer, so that the runner is tested apart from the steps that exist. */
const fake = (gives: string, needs: string[], run: AnyStep['run']) =>
  ({ name: `make ${gives}`, gives: gives as LayerName, needs: needs as LayerName[], run }) as AnyStep;

const give = (value: unknown) => (() => value) as unknown as AnyStep['run'];

describe('the pipeline', () => {
  test('hands each step the layers it needs, and no others', async () => {
    const seen: unknown[] = [];
    const note = ((_document: Document, layers: object) => {
      seen.push(layers);
      return { c: 3 };
    }) as unknown as AnyStep['run'];
    const annotate = pipeline([fake('a', [], give({ a: 1 })), fake('b', [], give({ b: 2 })), fake('c', ['b'], note)]);
    const { layers } = await annotate(document);
    expect(seen).toEqual([{ b: { b: 2 } }]);
    expect(layers).toEqual({ a: { a: 1 }, b: { b: 2 }, c: { c: 3 } });
  });

  test('a layer that is given already is kept', async () => {
    const annotate = pipeline([fake('tokens', [], give({ made: true }))]);
    const tokens = { tokens: [], sentences: [] };
    expect((await annotate(document, { tokens })).layers.tokens).toBe(tokens);
  });

  test('layers are frozen', async () => {
    const { layers } = await pipeline([fake('a', [], give({ a: 1 }))])(document);
    expect(Object.isFrozen((layers as unknown as { a: object }).a)).toBe(true);
  });

  test.each([
    [
      'a need that comes too late',
      [fake('b', ['a'], give({})), fake('a', [], give({}))],
      'step "make b" needs a, which no step before it gives',
    ],
    [
      'a layer given twice',
      [fake('a', [], give({})), fake('a', [], give({}))],
      'step "make a" gives "a", which is given already',
    ],
  ])('%s is refused before any article', (_what, steps, message) => {
    expect(() => pipeline(steps)).toThrow(message);
  });

  test('knows the steps that a layer rests on', () => {
    const steps = [
      fake('a', [], give({})),
      fake('b', [], give({})),
      fake('c', ['a'], give({})),
      fake('d', ['c'], give({})),
    ];
    expect(stepsFor('d' as LayerName, steps).map(({ gives }) => gives)).toEqual(['a', 'c', 'd']);
    expect(stepsFor('b' as LayerName, steps).map(({ gives }) => gives)).toEqual(['b']);
  });
});
