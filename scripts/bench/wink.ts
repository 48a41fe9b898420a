import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Document } from '../../src/document/document.ts';

/** The yardstick: words, sentences and parts of speech by wink-nlp, without its names and sentiment. */
export function winkWords(): (document: Document) => number {
  const nlp = winkNLP(model, ['sbd', 'pos']);
  return ({ text }) => nlp.readDoc(text).tokens().out(nlp.its.pos).length;
}
