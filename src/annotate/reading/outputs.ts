/** What the model says of a batch, each a flat array: sentence by sentence, word by word. */
export interface Outputs {
  readonly upos: Int32Array;
  readonly xpos: Int32Array;
  readonly feats: Int32Array;
  readonly lemma: Int32Array;
  /** [sentences, words, 1 + words]: log-probability of every head, the root first. */
  readonly arcs: Float32Array;
  /** [sentences, words, 1 + words]: best relation for every head. */
  readonly rels: Int32Array;
  /** [sentences, words, labels]: log-probabilities. */
  readonly ner: Float32Array;
  /** [sentences, words, width] */
  readonly vectors: Float32Array;
}
