import { symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { InputError } from '../../src/errors.ts';
import { locate } from '../../src/sources/locate.ts';
import type { SourceOptions } from '../../src/sources/options.ts';
import { collected, folder, outcomes, streamOf } from './collected.ts';

/** "path kind size" or "path CODE", with paths relative to a folder. */
async function located(root: string, inputs: readonly string[], options: SourceOptions = {}): Promise<string[]> {
  const found: string[] = [];
  for await (const item of locate(inputs, options)) {
    const place = relative(root, item.place ?? '');
    found.push(item instanceof InputError ? `${place} ${item.code}` : `${place} ${item.kind} ${item.size}`);
  }
  return found;
}

describe('folders', () => {
  test('are read recursively in code point order, without hidden files and unknown extensions', async () => {
    const root = folder({
      'b.txt': 'bb',
      'a/z.html': 'x',
      'a/b/c.jsonl': '',
      'a-b.txt': 'x',
      'Z.txt': 'x',
      '.hidden.txt': 'x',
      '.git/a.txt': 'x',
      'picture.png': 'x',
      README: 'x',
      '\u{1f4f0}.txt': 'x',
      '\uff5e.txt': 'x',
    });
    expect(await located(root, [root])).toEqual([
      'Z.txt file 1',
      'a-b.txt file 1',
      'a/b/c.jsonl file 0',
      'a/z.html file 1',
      'b.txt file 2',
      // By UTF-16 code units the newspaper (U+1F4F0, surrogates) would come before the tilde (U+FF5E).
      '\uff5e.txt file 1',
      '\u{1f4f0}.txt file 1',
    ]);
  });

  test('a link that leads back is a loop at its place, and the rest goes on', async () => {
    const root = folder({ 'a/one.txt': 'x', 'z.txt': 'x' });
    symlinkSync(root, join(root, 'a', 'back'));
    symlinkSync('self.txt', join(root, 'self.txt'));
    expect(await located(root, [root])).toEqual([
      'a/back SOURCE_LOOP',
      'a/one.txt file 1',
      'self.txt SOURCE_LOOP',
      'z.txt file 1',
    ]);
  });

  test('a folder that two links lead to is read once', async () => {
    const root = folder({ 'in/a/one.txt': 'x', 'other/two.txt': 'x' });
    symlinkSync(join(root, 'other'), join(root, 'in', 'l1'));
    symlinkSync(join(root, 'other'), join(root, 'in', 'l2'));
    expect(await located(root, [join(root, 'in')])).toEqual(['in/a/one.txt file 1', 'in/l1/two.txt file 1']);
  });

  test('a broken link is an error at its place', async () => {
    const root = folder({ 'z.txt': 'x' });
    symlinkSync('nowhere.txt', join(root, 'broken.txt'));
    expect(await located(root, [root])).toEqual(['broken.txt SOURCE_NOT_FOUND', 'z.txt file 1']);
  });
});

describe('paths, globs and streams', () => {
  test('what does not exist is not found, and the rest goes on', async () => {
    const root = folder({ 'a.txt': 'x' });
    const inputs = [join(root, 'none.txt'), join(root, '*.html'), join(root, 'a.txt', 'b'), join(root, 'a.txt')];
    expect(await located(root, inputs)).toEqual([
      'none.txt SOURCE_NOT_FOUND',
      '*.html SOURCE_NOT_FOUND',
      'a.txt/b SOURCE_NOT_FOUND',
      'a.txt file 1',
    ]);
  });

  test('a glob gives its files in order; a file of that very name wins', async () => {
    const root = folder({ 'a1.txt': 'x', 'a2.txt': 'x', 'd/a3.txt': 'x', 'a[1].txt': 'yy' });
    expect(await located(root, [join(root, 'a[12].txt')])).toEqual(['a1.txt file 1', 'a2.txt file 1']);
    expect(await located(root, [join(root, 'a[1].txt')])).toEqual(['a[1].txt file 2']);
    expect(await located(root, [join(root, '**/a3.txt')])).toEqual(['d/a3.txt file 1']);
  });

  test('a file named outright is read whatever its extension', async () => {
    const root = folder({ 'story.draft': 'Rain fell on Orlin.' });
    expect(outcomes(await collected([join(root, 'story.draft')]))).toEqual([
      `${join(root, 'story.draft')} Rain fell on Orlin.`,
    ]);
  });

  test('- is stdin; without one it cannot be read', async () => {
    expect(await located('/', ['-'])).toEqual([`${relative('/', 'stdin')} stdin null`]);
    expect(outcomes(await collected(['-'], { stdin: streamOf('Rain.') }))).toEqual(['stdin Rain.']);
    expect(outcomes(await collected(['-']))).toEqual(['stdin SOURCE_NOT_READABLE']);
  });

  test('a file that fails while it is read is an error, and the rest goes on', async () => {
    // Linux answers reads of this file's first bytes with an input/output error.
    const found = await collected(['/proc/self/mem', '-'], { stdin: streamOf('Rain.') });
    expect(outcomes(found)).toEqual(['/proc/self/mem SOURCE_NOT_READABLE', 'stdin Rain.']);
  });

  test.each([
    ['ftp://orlin.example/a.txt', 'SOURCE_UNSUPPORTED'],
    ['file:///etc/hostname', 'SOURCE_UNSUPPORTED'],
    ['http://', 'SOURCE_UNSUPPORTED'],
    ['https://mara:secret@orlin.example/', 'SOURCE_CREDENTIALS'],
    ['https://secret@orlin.example/', 'SOURCE_CREDENTIALS'],
    ['http://10.0.0.1/', 'SOURCE_PRIVATE_ADDRESS'],
  ])('%s: %s, without a password in the message', async (input, code) => {
    const [found] = await collected([input]);
    expect(found).toMatchObject({ code });
    expect(JSON.stringify({ ...found })).not.toContain('secret');
  });
});
