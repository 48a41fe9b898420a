import { versionOf } from '../../src/document/identity.ts';
import type { Article, Extraction } from '../../src/knowledge/extraction.ts';

/** A valid extraction of a small article; what does not matter to a test is left out. */
export function anExtraction(given: Partial<Article> & { id: string }): Extraction {
  const text = given.text ?? 'Harbour reopens\n\nThe harbour reopened on Monday.';
  const title = given.title ?? null;
  const source = given.source ?? null;
  const publishedAt = given.publishedAt ?? '2024-02-15';
  const modifiedAt = given.modifiedAt ?? null;
  return {
    release: '0.0.1',
    article: {
      id: given.id,
      version: versionOf({ text, title, source, publishedAt, modifiedAt }),
      title,
      url: null,
      source,
      author: null,
      publishedAt,
      modifiedAt,
      language: 'en',
      text,
      segments: [{ kind: 'paragraph', start: 0, end: text.length }],
      dateline: null,
      notes: [],
    },
    entities: [],
    times: [],
    statements: [],
    events: [],
    links: [],
    relations: [],
  };
}
