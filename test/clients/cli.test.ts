import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { build } from '../../scripts/setup.mjs';
import { extractionValidator } from '../../src/knowledge/validate.ts';

const BIN = fileURLToPath(new URL('../../bin/dateline.js', import.meta.url));
const STORY =
  'VELMORA, March 4, 2024 (Portside) - Ferry crews went back to work on Monday after a night of talks, their union said.\n';

// Every command is a process of its own; on a busy machine one takes seconds to start.
jest.setTimeout(60_000);

let folder: string;
beforeAll(() => build(), 120_000);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = (name: string) => join(folder, name);
function file(name: string, content: string): string {
  writeFileSync(path(name), content);
  return path(name);
}

interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [BIN, ...args], { cwd: folder, env: { ...process.env, DATELINE_STORE: undefined } });
}

function dateline(args: readonly string[], input = ''): Promise<Result> {
  const child = start(args);
  let out = '';
  let err = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk) => (out += chunk));
  child.stderr?.setEncoding('utf8').on('data', (chunk) => (err += chunk));
  child.stdin?.end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

describe('dateline extract', () => {
  test('--json prints one valid extraction a line, in input order, the text character for character', async () => {
    const odd = `A headline\r\n\r\n${STORY}\u00a0 \u{1f600} “x”\r\n`;
    const lines = [
      { id: 'one', publishedAt: '2024-03-04', text: odd },
      { id: 'two', publishedAt: '2024-03-05', text: STORY, title: 'Two' },
    ];
    const jsonl = file('stories.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
    const { code, out, err } = await dateline(['extract', jsonl, file('story.txt', STORY), '--json']);
    expect([code, err]).toEqual([0, '']);
    const validate = extractionValidator(
      JSON.parse(readFileSync(new URL('../../schema/extraction.schema.json', import.meta.url), 'utf8')),
    );
    const extractions = out
      .trimEnd()
      .split('\n')
      .map((line) => validate(JSON.parse(line)));
    expect(extractions.map(({ article }) => [article.id.slice(0, 3), article.text])).toEqual([
      ['one', odd],
      ['two', STORY],
      ['sha', STORY],
    ]);
    expect(extractions[2]?.article.publishedAt).toBe('2024-03-04');
  });

  test('reads standard input', async () => {
    const { code, out } = await dateline(['extract', '-', '--json', '--published', '2024-03-04'], 'Ferries sailed.');
    expect([code, JSON.parse(out).article.text]).toEqual([0, 'Ferries sailed.']);
  });

  test('flags win over metadata', async () => {
    const jsonl = file('a.jsonl', JSON.stringify({ id: 'a', source: 'X', publishedAt: '2024-03-04', text: STORY }));
    const flags = [
      '--published',
      '2024-03-05T10:00:00+02:00',
      '--modified',
      '2024-03-06',
      '--id',
      'mine',
      '--source',
      'Y',
    ];
    const { out } = await dateline(['extract', jsonl, '--json', ...flags]);
    expect(JSON.parse(out).article).toMatchObject({
      id: 'mine',
      source: 'Y',
      publishedAt: '2024-03-05T10:00:00+02:00',
      modifiedAt: '2024-03-06',
    });
  });

  test('for reading it shows the parts', async () => {
    const { out } = await dateline(['extract', file('story.txt', `Ferries sail\n\n${STORY}`)]);
    expect(out).toMatch(/^Ferries sail\n {2}published {4}2024-03-04\n {2}source {7}Portside\n/);
    expect(out).toMatch(/dateline {5}VELMORA, March 4, 2024 \(Portside\) -/);
  });

  test('a bad article does not stop the others: exit 1, its place, code and remedy', async () => {
    const undated = file('b.txt', 'Nobody knows when this was written down.');
    const { code, out, err } = await dateline([
      'extract',
      file('a.txt', STORY),
      undated,
      path('none.txt'),
      file('c.txt', STORY),
      '--json',
    ]);
    expect(code).toBe(1);
    expect(out.trimEnd().split('\n')).toHaveLength(2);
    expect(err).toContain(
      `${undated}: the article has no publication date [DOCUMENT_NO_DATE]\n  give it with --published`,
    );
    expect(err).toContain('none.txt');
    expect(err).toContain('[SOURCE_NOT_FOUND]');
  });

  test('a reader that has seen enough is no failure', async () => {
    const many = file('many.jsonl', `${JSON.stringify({ publishedAt: '2024-03-04', text: STORY })}\n`.repeat(2000));
    const child = start(['extract', many, '--json']);
    child.stdout?.once('data', () => child.stdout?.destroy());
    let err = '';
    child.stderr?.on('data', (chunk) => (err += chunk));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, err]).toEqual([0, '']);
  });
});

describe('wrong use', () => {
  test.each([
    ['no command', []],
    ['no input', ['extract']],
    ['an unknown flag', ['extract', 'x.txt', '--bogus']],
    ['an unknown format', ['extract', 'x.txt', '--input', 'pdf']],
    ['a day that does not exist', ['extract', 'x.txt', '--published', '2024-02-30']],
    ['a port that is none', ['serve', '--port', 'http']],
    ['a store of another kind', ['verify', '--store', 'redis://localhost']],
  ])('%s: exit 2', async (_what, args) => {
    const { code, err, out } = await dateline(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).not.toBe('');
  });

  test('--id for two articles', async () => {
    const { code, err } = await dateline([
      'extract',
      file('a.txt', STORY),
      file('b.txt', STORY),
      '--id',
      'x',
      '--json',
    ]);
    expect([code, err]).toEqual([2, expect.stringContaining('[ID_FOR_MANY]')]);
  });

  test('a graph that is not there is not made', async () => {
    const { code, err } = await dateline(['verify', '--store', 'none.db']);
    expect([code, err]).toEqual([1, expect.stringContaining('[STORE_NOT_FOUND]')]);
  });

  test.each([[''], ['extract'], ['ingest'], ['annotate'], ['serve'], ['verify']])(
    'dateline %s --help has an example',
    async (command) => {
      const { code, out } = await dateline([command, '--help'].filter(Boolean));
      expect([code, out]).toEqual([0, expect.stringMatching(/Examples?:\n {2}\$ dateline /)]);
    },
  );
});

describe('dateline ingest, verify and serve', () => {
  const record = (id: string, text: string, modifiedAt?: string) =>
    JSON.stringify({ id, publishedAt: '2024-03-04', modifiedAt, text });

  test('keep articles, check them, and answer over HTTP', async () => {
    const jsonl = file(
      'a.jsonl',
      [record('a', STORY), record('b', STORY), '{"text": 7}', record('a', `${STORY}More.`, '2024-03-05')].join('\n'),
    );
    const first = await dateline(['ingest', jsonl, '--store', 'news.db', '--json']);
    expect(first.code).toBe(1);
    const outcomes = first.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(outcomes.map(({ id, applied, error }) => error?.code ?? `${id} ${applied}`)).toEqual([
      'a added',
      'b added',
      'SOURCE_BAD_RECORD',
      'a replaced',
    ]);
    expect(first.err).toContain('a.jsonl:3');
    expect(first.err).toMatch(/2 added, 1 replaced, 1 failed in \d+\.\d s/);

    const again = await dateline(['ingest', jsonl, '--store', 'news.db']);
    expect(again.err).toContain('0 added, 3 unchanged, 1 failed');

    const verified = await dateline(['verify', '--store', 'news.db']);
    expect([verified.code, verified.out]).toEqual([
      0,
      expect.stringMatching(/^2 articles, 3 versions, \d+ rows that follow from them, 0 faults\n$/),
    ]);

    const server = start(['serve', '--store', 'news.db', '--port', '0']);
    const closed = new Promise((resolve) => server.on('close', resolve));
    const greeting = await new Promise<string>((resolve) => server.stdout?.setEncoding('utf8').once('data', resolve));
    const url = /http:\/\/\S+\/graphql/.exec(greeting)?.[0] as string;
    const query = JSON.parse(/-d '(.*)'/.exec(greeting)?.[1] as string);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(query),
    });
    const { data } = (await response.json()) as { data: { articles: { edges: unknown[] } } };
    expect(data.articles.edges).toEqual(
      Array(2).fill({
        node: { title: null, source: 'Portside', publishedAt: '2024-03-04', dateline: { place: 'VELMORA' } },
      }),
    );
    server.kill('SIGTERM');
    expect(await closed).toBe(0);
  });

  test('verify finds what was changed behind its back', async () => {
    await dateline(['ingest', file('a.jsonl', record('a', STORY)), '--store', 'news.db']);
    const { default: Database } = await import('better-sqlite3');
    const put = (table: string, from: string, to: string) =>
      new Database(path('news.db')).exec(`UPDATE ${table} SET json = replace(json, '${from}', '${to}')`).close();
    put('version', 'Ferry', 'Merry');
    const { code, out } = await dateline(['verify', '--store', 'news.db']);
    expect([code, out]).toEqual([1, expect.stringContaining('does not follow from its content')]);
    put('version', 'Merry', 'Ferry');
    put('extraction', 'Ferry', 'Merry');
    const read = await dateline(['verify', '--store', 'news.db']);
    expect([read.code, read.out]).toEqual([1, expect.stringContaining('is missing')]);
  });

  test('kill -9 loses nothing that was acknowledged, and leaves nothing half there', async () => {
    const many = Array.from({ length: 2000 }, (_, n) => record(`a${n}`, `${STORY}Part ${n}.`)).join('\n');
    const child = start(['ingest', file('many.jsonl', many), '--store', 'news.db', '--json']);
    let out = '';
    await new Promise((resolve) => {
      child.stdout?.setEncoding('utf8').on('data', (chunk) => {
        out += chunk;
        if (out.split('\n').length > 20) child.kill('SIGKILL');
      });
      child.on('close', resolve);
    });
    const acknowledged = out
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line).id);
    const { code } = await dateline(['verify', '--store', 'news.db']);
    const { default: Database } = await import('better-sqlite3');
    const kept = new Set(new Database(path('news.db')).prepare('SELECT article FROM version').pluck().all());
    expect(code).toBe(0);
    expect(acknowledged.length).toBeGreaterThan(19);
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    expect(kept.size).toBeLessThan(2000);
  });

  test('a port in use is told with a remedy', async () => {
    await dateline(['ingest', file('a.jsonl', record('a', STORY)), '--store', 'news.db']);
    const server = start(['serve', '--store', 'news.db', '--port', '0']);
    const greeting = await new Promise<string>((resolve) => server.stdout?.setEncoding('utf8').once('data', resolve));
    const port = /:(\d+)\/graphql/.exec(greeting)?.[1] as string;
    const { code, err } = await dateline(['serve', '--store', 'news.db', '--port', port]);
    server.kill('SIGTERM');
    expect([code, err]).toEqual([2, expect.stringMatching(/PORT_IN_USE[\s\S]*--port/)]);
  });
});

test('dateline annotate keeps the words of a CoNLL-U file', async () => {
  const row = (id: number, form: string) => [id, form, '_', '_', '_', '_', '_', '_', '_', '_'].join('\t');
  const gold = file('gold.conllu', `${row(1, 'U.S.')}\n${row(2, 'ferries')}\n\n${row(1, 'sail')}\n\n`);
  const { code, out } = await dateline(['annotate', '--format', 'conllu', '--input', 'conllu', gold]);
  expect(code).toBe(0);
  expect(
    out
      .split('\n')
      .filter((line) => /^\d/.test(line))
      .map((line) => line.split('\t')[1]),
  ).toEqual(['U.S.', 'ferries', 'sail']);
});
