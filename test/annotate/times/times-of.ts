import { documentOf } from '../../../scripts/score/treebank.ts';
import { english } from '../../../src/annotate/english.ts';
import { pipeline, stepsFor } from '../../../src/annotate/pipeline.ts';
import { ROOT } from '../../../src/config.ts';
import type { TimeExpression } from '../../../src/document/layers.ts';
import { vocabulary } from '../../support/vocabulary.ts';

export const annotate = pipeline(stepsFor('times', english(vocabulary, new URL('models/', ROOT), { threads: 1 })));

/** The times of a story published on Wednesday, 13 March 2024, or on another day. */
export async function timesOf(text: string, publishedAt = '2024-03-13'): Promise<readonly TimeExpression[]> {
  return (await annotate({ ...documentOf(text), publishedAt })).layers.times.times;
}
