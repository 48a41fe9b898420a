import { ROOT } from '../../src/config.ts';
import { loadVocabulary } from '../../src/vocabulary/load.ts';

/** The shipped vocabulary, loaded once for a test file. */
export const vocabulary = loadVocabulary(ROOT);
