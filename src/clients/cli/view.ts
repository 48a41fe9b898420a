import { styleText } from 'node:util';
import { type Extraction, wordsOf } from '../../app.ts';

const WIDTH = 88;

/** An extraction for reading: what the article is, then its parts with their first words. */
export function viewOf({ article }: Extraction): string {
  const facts = [
    ['published', article.publishedAt],
    ['modified', article.modifiedAt],
    ['source', article.source],
    ['author', article.author],
    ['url', article.url],
    ['id', article.id],
    ...article.notes.map((note) => ['note', note] as const),
  ];
  return [
    styleText('bold', article.title ?? '(no headline)'),
    ...facts.filter(([, value]) => value !== null).map(([name, value]) => `  ${String(name).padEnd(12)} ${value}`),
    ...article.segments.map((segment) => {
      const words = wordsOf(article.text, segment).replace(/\s+/g, ' ');
      return `  ${styleText('dim', segment.kind.padEnd(13))}${words.length > WIDTH ? `${words.slice(0, WIDTH - 1)}…` : words}`;
    }),
    '',
  ].join('\n');
}
