import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp, drafts, type Extraction, readAll } from '../../src/app.ts';

const FOLDER = fileURLToPath(new URL('../golden/', import.meta.url));
const app = await createApp();

/** Names of the golden articles. */
export const slugs = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/** Where a golden article's expected extraction lies. */
export const expectedPath = (slug: string) => join(FOLDER, slug, 'expected.json');

/**
 * Today's extraction of a golden article, as `expected.json` holds it: every span carries its words, `release` and the
 * version's hash are left out (they change with every release and say nothing of the extraction).
 */
export async function extractGolden(slug: string): Promise<unknown> {
  const folder = join(FOLDER, slug);
  const file = readdirSync(folder).find((name) => name.startsWith('article.')) as string;
  for await (const read of readAll(drafts([join(folder, file)], {}), app.readingKit())) {
    if ('error' in read) throw read.error;
    const { release: _release, ...extraction } = read.extraction;
    const { version: _version, ...article } = extraction.article;
    return withWords({ ...extraction, article }, article.text);
  }
  throw new Error(`${slug}: no article`);
}

/** A copy in which every object with `start` and `end` also has `words`. */
function withWords(value: unknown, text: string): unknown {
  if (Array.isArray(value)) return value.map((item) => withWords(item, text));
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withWords(child, text)]));
  const { start, end } = value as { start?: unknown; end?: unknown };
  return typeof start === 'number' && typeof end === 'number' ? { ...copy, words: text.slice(start, end) } : copy;
}

/** Spans of an expected extraction whose words are not what the text has there. */
export function wrongWords(expected: { article: Pick<Extraction['article'], 'text'> }): string[] {
  const wrong: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { start, end, words } = value as { start?: number; end?: number; words?: string };
    if (words !== undefined && expected.article.text.slice(start, end) !== words)
      wrong.push(`[${start}, ${end}) ${words}`);
    for (const child of Object.values(value)) visit(child);
  };
  visit(expected);
  return wrong;
}
