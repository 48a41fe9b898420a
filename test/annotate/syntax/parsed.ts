import { syntax } from '../../../src/annotate/syntax/syntax.ts';
import type { Document } from '../../../src/document/document.ts';
import type { ReadingLayer, SyntaxLayer } from '../../../src/document/layers.ts';

/** A sentence whose tree is written by hand, and its words. */
export interface Parsed {
  readonly tree: SyntaxLayer;
  readonly words: readonly string[];
  /** Index of the only token with this form. */
  at(form: string): number;
  /** Forms of a token or a stretch; null for null. */
  formsOf(what: number | { readonly first: number; readonly last: number } | null): string | null;
}

/**
 * A tree from words written "form|lemma UPOS head relation Feature=Value", one a line; head counts from 1, 0 is the
 * root, and the lemma is the form in lower case where it is left out.
 */
export async function parsed(source: string): Promise<Parsed> {
  const rows = source
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/) as [string, string, string, string, string?]);
  const words = rows.map(([form]) => form.split('|')[0]!);
  const reading: ReadingLayer = {
    upos: rows.map(([, upos]) => upos),
    xpos: rows.map(() => '_'),
    lemmas: rows.map(([form]) => form.split('|')[1] ?? form.toLowerCase()),
    feats: rows.map(([, , , , feats]) => feats ?? null),
    heads: rows.map(([, , head]) => Number(head) - 1),
    relations: rows.map(([, , , relation]) => relation),
    names: rows.map(() => 'O'),
    vectors: new Float32Array(),
    width: 0,
  };
  return {
    tree: await syntax.run({} as Document, { reading }),
    words,
    at: (form) => {
      if (words.indexOf(form) < 0 || words.indexOf(form) !== words.lastIndexOf(form))
        throw new Error(`not once: ${form}`);
      return words.indexOf(form);
    },
    formsOf: (what) => {
      if (what === null) return null;
      return typeof what === 'number' ? words[what]! : words.slice(what.first, what.last).join(' ');
    },
  };
}
