import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { createApp } from '../../src/app.ts';

/** A real wire story lies beside the project, never in it. */
const FOLDER = new URL('../../../shared/seeds/', import.meta.url);
const file = existsSync(FOLDER) ? readdirSync(FOLDER).find((name) => name.endsWith('.txt')) : undefined;
if (!file) console.warn('SKIPPED: no real article in ../shared/seeds');

(file ? describe : describe.skip)('a real wire story', () => {
  const text = file ? readFileSync(new URL(file, FOLDER), 'utf8') : '';

  test('has all its parts, its day and its dateline', async () => {
    const kit = (await createApp()).readingKit();
    const { article } = kit.extract(await kit.annotate(kit.read({ place: 'story', text })));
    const kinds = article.segments.map(({ kind }) => kind);
    const words = (span: { start: number; end: number } | null) => span && text.slice(span.start, span.end);
    expect(article.text).toBe(text);
    expect(kinds.filter((kind) => kind === 'headline')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'caption')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'paragraph').length).toBeGreaterThanOrEqual(8);
    expect(kinds.filter((kind) => kind === 'credit')).toHaveLength(2);
    expect(article.publishedAt).toBe('2022-01-10');
    expect([
      words(article.dateline?.place ?? null),
      words(article.dateline?.day ?? null),
      article.dateline?.agency?.name,
    ]).toEqual(['NUR-SULTAN', 'Jan 10', 'Reuters']);
    const boilerplate = article.segments.filter(({ kind }) => kind === 'boilerplate').map(words);
    expect(boilerplate).toEqual(['read more', expect.stringMatching(/^Our Standards/)]);
    for (const segment of article.segments) {
      if (segment.kind !== 'boilerplate') expect(words(segment)).not.toContain('read more');
    }
  });
});
