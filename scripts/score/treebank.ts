import type { Document, Segment } from '../../src/document/document.ts';
import type { TokenLayer } from '../../src/document/layers.ts';
import { isSpace, trimmed } from '../../src/document/span.ts';

/**
 * The raw text of a treebank: its `# text` lines, joined by a line break at `# newpar` and `# newdoc`, by a space
 * otherwise. Of several documents only those whose id `keep` accepts.
 */
export function rawText(conllu: string, keep: (document: string) => boolean = () => true): string {
  let text = '';
  let kept = true;
  let breaks = false;
  for (const line of conllu.split('\n')) {
    if (line.startsWith('# newdoc')) kept = keep(line.slice(line.indexOf('=') + 1).trim());
    if (line.startsWith('# newdoc') || line.startsWith('# newpar')) breaks = true;
    if (kept && line.startsWith('# text = ')) {
      text += (text === '' ? '' : breaks ? '\n' : ' ') + line.slice('# text = '.length);
      breaks = false;
    }
  }
  return text;
}

/** The sentences of those documents of a CoNLL-U file whose id `keep` accepts. */
export function documentsOf(conllu: string, keep: (document: string) => boolean): string {
  let kept = true;
  const lines = conllu.split('\n').filter((line) => {
    if (line.startsWith('# newdoc')) kept = keep(line.slice(line.indexOf('=') + 1).trim());
    return kept;
  });
  return lines.join('\n');
}

/** A document that has each line of a text as a paragraph, as the segmenter treats text without blank lines. */
export function documentOf(text: string): Document {
  const segments: Segment[] = [];
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const span = trimmed(text, { start, end });
    if (span.start < span.end) segments.push({ kind: 'paragraph', ...span });
    start = end + 1;
  }
  return {
    id: 'treebank',
    version: '',
    title: null,
    url: null,
    source: null,
    author: null,
    publishedAt: '2000-01-01',
    modifiedAt: null,
    language: 'en',
    text,
    segments,
    dateline: null,
    notes: [],
  };
}

/** Words and sentences as CoNLL-U with flat trees, for a scorer that looks no further. */
export function conlluOf(text: string, { tokens, sentences }: TokenLayer): string {
  const lines: string[] = [];
  for (const { first, last } of sentences) {
    for (let at = first; at < last; at++) {
      const id = at - first + 1;
      if (!tokens[at]!.joined) {
        let end = at + 1;
        while (end < last && tokens[end]!.joined) end++;
        if (end > at + 1) {
          const form = text.slice(tokens[at]!.start, tokens[end - 1]!.end);
          lines.push(`${id}-${end - first}\t${form}\t_\t_\t_\t_\t_\t_\t_\t_`);
        }
      }
      const { start, end } = tokens[at]!;
      const spaced = end >= text.length || isSpace(text.charCodeAt(end));
      const tree = id === 1 ? '0\troot' : '1\tdep';
      lines.push(`${id}\t${text.slice(start, end)}\t_\t_\t_\t_\t${tree}\t_\t${spaced ? '_' : 'SpaceAfter=No'}`);
    }
    lines.push('');
  }
  return `${lines.join('\n')}\n`;
}
