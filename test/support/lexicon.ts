import { vocabulary } from './vocabulary.ts';

/** The shipped words, as the document room sees them. */
export const lexicon = vocabulary;
