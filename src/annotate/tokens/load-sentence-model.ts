import { readFileSync } from 'node:fs';
import { ConfigError } from '../../errors.ts';
import { type SentenceModel, unsealed } from './sentence-model.ts';

/** Reads `models/sentences.json`. Throws a ConfigError: MODEL_MISSING, MODEL_DAMAGED. */
export function loadSentenceModel(url: URL): SentenceModel {
  let file: string;
  try {
    file = readFileSync(url, 'utf8');
  } catch (cause) {
    throw new ConfigError('MODEL_MISSING', 'the sentence model cannot be read', {
      place: url.pathname,
      hint: 'reinstall Dateline, or in a checkout run `git checkout models`',
      cause,
    });
  }
  const model = unsealed(file);
  if (model !== null) return model;
  throw new ConfigError('MODEL_DAMAGED', 'the sentence model is not what its seal says', {
    place: url.pathname,
    hint: 'reinstall Dateline, or train it again with `npx tsx scripts/train/sentences.ts`',
  });
}
