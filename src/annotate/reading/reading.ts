import type { ReadingLayer } from '../../document/layers.ts';
import { wordsOf } from '../../document/span.ts';
import type { Run } from '../runtime/lanes.ts';
import { step } from '../step.ts';
import { type Batch, batchesOf } from './batches.ts';
import { decodeNames } from './decode-names.ts';
import { decodeTree } from './decode-tree.ts';
import { joinWindows } from './join-windows.ts';
import { lemmaOf } from './lemmas.ts';
import type { Reader } from './load-reader.ts';
import type { Outputs } from './outputs.ts';
import { windowsOf } from './windows.ts';

/** The layer while it is being filled, by token index. */
type Draft = {
  -readonly [Key in keyof ReadingLayer]: ReadingLayer[Key] extends readonly (infer T)[] ? T[] : ReadingLayer[Key];
};

/** What the language model says of every word that is read, sentence by sentence. */
export function reading(reader: Reader, run: Run<Outputs>) {
  return step({
    name: 'reading',
    needs: ['tokens'],
    gives: 'reading',
    async run({ text }, { tokens: { tokens, sentences } }) {
      const forms = tokens.map((token) => wordsOf(text, token));
      const pieces = forms.map(reader.cut);
      const windows = sentences.map((sentence) => windowsOf(sentence, pieces));
      const batches = batchesOf(windows.flat(), pieces, reader.marks);
      const draft = unread(tokens.length);
      // Each batch is dropped as soon as it is read: no two fill the same token, so their order means nothing.
      await Promise.all(batches.map(async (batch) => fill(draft, forms, batch, await run(batch), reader)));
      for (const parts of windows) if (parts.length > 1) join(draft, parts[0]!.sentence);
      return draft;
    },
  });
}

/** A layer that says nothing of any token, as it stays for those in no sentence. */
function unread(count: number): Draft {
  const each = <T>(value: T) => new Array<T>(count).fill(value);
  return {
    upos: each('_'),
    xpos: each('_'),
    lemmas: each('_'),
    feats: each<string | null>(null),
    heads: each(-1),
    relations: each('_'),
    names: each('O'),
    vectors: new Float32Array(),
    width: 0,
  };
}

function fill(draft: Draft, forms: readonly string[], batch: Batch, outputs: Outputs, reader: Reader): void {
  const { labels } = reader;
  if (draft.width === 0) {
    draft.width = outputs.vectors.length / outputs.upos.length;
    draft.vectors = new Float32Array(forms.length * draft.width);
  }
  for (const [row, { first, last, from, to }] of batch.windows.entries()) {
    const count = last - first;
    const word = row * batch.width;
    const heads = decodeTree(outputs.arcs.subarray(word * (batch.width + 1)), count, batch.width + 1);
    const names = decodeNames(outputs.ner.subarray(word * reader.names.labels.length), count, reader.names);
    for (let token = from; token < to; token++) {
      const at = token - first;
      const upos = labels.upos[outputs.upos[word + at]!]!;
      const head = heads[at]!;
      draft.upos[token] = upos;
      draft.xpos[token] = labels.xpos[outputs.xpos[word + at]!]!;
      draft.feats[token] = labels.feats[outputs.feats[word + at]!]!;
      draft.lemmas[token] = lemmaOf(
        forms[token]!,
        upos,
        labels.lemmas[outputs.lemma[word + at]!]!,
        reader.lemmaExceptions,
      );
      draft.heads[token] = head === 0 ? -1 : first + head - 1;
      draft.relations[token] =
        head === 0 ? 'root' : belowRoot(labels.relations[outputs.rels[(word + at) * (batch.width + 1) + head]!]!);
      draft.names[token] = names[at]!;
    }
    const { width } = draft;
    draft.vectors.set(
      outputs.vectors.subarray((word + from - first) * width, (word + to - first) * width),
      from * width,
    );
  }
}

/** Only the root is `root`; the model may think otherwise of a word whose head the tree had to change. */
function belowRoot(relation: string): string {
  return relation === 'root' ? 'dep' : relation;
}

/** One tree and legal names out of a sentence's windows. */
function join(draft: Draft, { first, last }: { readonly first: number; readonly last: number }): void {
  const heads = draft.heads.slice(first, last).map((head) => (head < 0 ? -1 : head - first));
  const relations = draft.relations.slice(first, last);
  joinWindows(heads, relations);
  for (let at = first; at < last; at++) {
    const head = heads[at - first]!;
    draft.heads[at] = head < 0 ? -1 : head + first;
    draft.relations[at] = relations[at - first]!;
    const name = draft.names[at]!;
    const continues = at > first && draft.names[at - 1]!.slice(2) === name.slice(2);
    if (name.startsWith('I-') && !continues) draft.names[at] = `B-${name.slice(2)}`;
  }
}
