import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { deadLetters, failedPlaces } from '../../../src/clients/cli/dead-letters.ts';

test('what failed is tried again by its file, once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-failed-'));
  const [file, articles] = [join(folder, 'failed.jsonl'), join(folder, 'articles.jsonl')];
  writeFileSync(articles, '');
  const failed = deadLetters(file);
  failed.add({ place: `${articles}:3`, error: { code: 'X' } });
  failed.add({ place: `${articles}:9`, error: { code: 'X' } });
  failed.add({ place: 'https://news.example/1', error: { code: 'X' } });
  failed.close();
  expect(await failedPlaces([file])).toEqual([articles, 'https://news.example/1']);
  writeFileSync(file, 'words');
  await expect(failedPlaces([file])).rejects.toMatchObject({ code: 'RETRY_NOT_JSON' });
  rmSync(folder, { recursive: true });
});
