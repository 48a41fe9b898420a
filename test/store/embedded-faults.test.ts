import { spawn } from 'node:child_process';
import { chmodSync, chownSync, closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openScratch } from '../../src/store/open.ts';
import { aGraph } from '../support/a-graph.ts';
import { anExtraction } from '../support/an-extraction.ts';
import { collected } from '../support/collected.ts';

const WRITER = fileURLToPath(new URL('../../scripts/faults/writer.ts', import.meta.url));
const NOBODY = 65534;
const OPENING = fileURLToPath(new URL('../../src/store/embedded/open-database.ts', import.meta.url));
/** Opens each file that it is told, one a line, and says how that went. */
const OPENER = `
  import { createInterface } from 'node:readline';
  import { openDatabase } from '${OPENING}';
  console.log('ready');
  for await (const file of createInterface({ input: process.stdin })) {
    let told = 'opened';
    try { openDatabase(file, true, 'write').close(); } catch (error) { told = error.code + ': ' + error.message; }
    console.log(told);
  }`;

interface Ended {
  readonly code: number | null;
  /** Versions that were acknowledged. */
  readonly said: readonly string[];
  readonly error: { readonly code: string; readonly hint?: string } | null;
}

/** Runs the writer of `npm run faults` to its end. `limit` is how many blocks of 1,024 bytes a file of it may have. */
function writer(file: string, seed: number, events: number, limit?: number): Promise<Ended> {
  const call = `exec '${process.execPath}' --import tsx '${WRITER}' '${file}' ${events} '' ${seed}`;
  // Ignored, the signal of a file that is too large becomes an error of the write, as that of a full disk is.
  const child = spawn('bash', ['-c', limit ? `trap '' XFSZ; ulimit -f ${limit}; ${call}` : call]);
  let [out, err] = ['', ''];
  child.stdout.on('data', (piece: Buffer) => (out += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (err += piece.toString()));
  return new Promise((resolve) =>
    child.once('close', (code) => {
      const told = err.split('\n').find((line) => line.startsWith('{"code"'));
      resolve({ code, said: out.split('\n').slice(0, -1), error: told ? JSON.parse(told) : null });
    }),
  );
}

describe('faults of a file', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-faults-'));
    file = join(folder, 'graph.db');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Every version that was acknowledged is there, and the view is what follows from them. */
  const expectWhole = async (said: readonly string[]) => {
    const store = aGraph(file);
    const kept = (await collected(store.versions())).map(({ articleId, version }) => `${articleId} ${version}`);
    expect(kept).toEqual(expect.arrayContaining([...said]));
    const scratch = openScratch();
    expect((await store.check(scratch)).faults).toEqual([]);
    await scratch.close();
    await store.close();
  };

  test('two processes write to one file: they take turns, and both end well', async () => {
    const both = await Promise.all([writer(file, 1, 120), writer(file, 2, 120)]);
    for (const { code, error } of both) expect([code, error]).toEqual([0, null]);
    await expectWhole(both.flatMap(({ said }) => said));
  }, 120_000);

  test('three processes make one new file at one moment: each opens it', async () => {
    const openers = [1, 2, 3].map(() => {
      const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', OPENER]);
      return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
    });
    const answers = () => Promise.all(openers.map(async ({ lines }) => (await lines.next()).value));
    try {
      expect(await answers()).toEqual(['ready', 'ready', 'ready']);
      for (let n = 0; n < 100; n++) {
        for (const { child } of openers) child.stdin.write(`${join(folder, `new${n}.db`)}\n`);
        expect(await answers()).toEqual(['opened', 'opened', 'opened']);
      }
    } finally {
      for (const { child } of openers) child.kill();
    }
  }, 120_000);

  test('a disk that takes no more ends it with a remedy, and what was acknowledged is there', async () => {
    const { code, said, error } = await writer(file, 1, 2000, 1500);
    expect(code).toBe(1);
    expect(error).toMatchObject({ code: expect.stringMatching(/^STORE_(FULL|FAILED)$/), hint: expect.any(String) });
    expect(said.length).toBeGreaterThan(0);
    await expectWhole(said);
  }, 120_000);

  test('a file that may only be read is not written to, and says so', async () => {
    const store = aGraph(file);
    await store.remember([anExtraction({ id: 'a' })]);
    await store.close();
    const before = statSync(file).mtimeMs;
    chmodSync(file, 0o444);
    chmodSync(folder, 0o555);
    // Root may write anywhere: for this it has to be somebody else.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) {
      for (const path of [folder, file]) chownSync(path, NOBODY, NOBODY);
      process.seteuid?.(NOBODY);
    }
    try {
      const write = async () => {
        const again = aGraph(file);
        try {
          await again.remember([anExtraction({ id: 'b' })]);
        } finally {
          await again.close();
        }
      };
      await expect(write()).rejects.toMatchObject({ code: 'STORE_READ_ONLY', hint: expect.any(String) });
    } finally {
      if (isRoot) process.seteuid?.(0);
      chmodSync(folder, 0o755);
    }
    expect(statSync(file).mtimeMs).toBe(before);
  });

  test('damaged pages are told as such, not answered from', async () => {
    const store = aGraph(file);
    for (let n = 0; n < 20; n++) await store.remember([anExtraction({ id: `a${n}`, text: 'word '.repeat(2000) })]);
    await store.close();
    const descriptor = openSync(file, 'r+');
    for (let at = 2 * 4096; at < statSync(file).size; at += 4096)
      writeSync(descriptor, Buffer.alloc(512, 0xff), 0, 512, at);
    closeSync(descriptor);
    const read = async () => {
      const damaged = aGraph(file);
      try {
        return await collected(damaged.versions());
      } finally {
        await damaged.close();
      }
    };
    await expect(read()).rejects.toMatchObject({ code: 'STORE_DAMAGED', hint: expect.any(String) });
  });
});
