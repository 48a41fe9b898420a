import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { StoreError } from '../../errors.ts';
import { FIRST_SHAPE, MIGRATIONS } from './migrations.ts';

/** "DTLN": tells a graph of ours from any other SQLite file. */
const APPLICATION_ID = 0x44544c4e;
/** How long others are waited for: while a file is opened; while it is written a writer waits between its tries, so that all else goes on. */
const [OPENING_MS, WRITING_MS] = [5000, 20];
/** Between two tries to open one. */
const PAUSE_MS = 10;

/** How every connection works: durable at every commit. */
const PRAGMAS: readonly string[] = ['synchronous = FULL', 'cache_size = -131072'];

/** How the one that writes does. */
export const WRITER_PRAGMAS: readonly string[] = [
  ...PRAGMAS,
  // A gigabyte: before that `checkpoints.ts` takes what is committed into the file.
  'wal_autocheckpoint = 128000',
  `busy_timeout = ${WRITING_MS}`,
];

/** What is written is not mapped: every page that it touched would count as memory of the process. */
const READER_PRAGMAS: readonly string[] = [...PRAGMAS, 'mmap_size = 1073741824'];

/**
 * Opens the database file, durable at every commit (WAL, synchronous=FULL), and brings it to today's shape.
 * @throws StoreError `STORE_NOT_FOUND`, `STORE_NOT_OPENED`, `STORE_DAMAGED`, `STORE_FOREIGN`, `STORE_TOO_NEW`
 */
export function openDatabase(file: string, create: boolean, purpose: 'read' | 'write'): Database.Database {
  const database = opened(file, create);
  try {
    database.pragma(`busy_timeout = ${OPENING_MS}`);
    patiently(() => {
      checkOwner(database, file);
      // Of a new file: rows of half a kilobyte lie better in these.
      database.pragma('page_size = 8192');
      database.pragma('journal_mode = WAL');
      migrate(database, file);
    });
    for (const pragma of purpose === 'write' ? WRITER_PRAGMAS : READER_PRAGMAS) database.pragma(pragma);
    return database;
  } catch (error) {
    database.close();
    throw storeError(error, file);
  }
}

/** An error as it is to be told: one of SQLite, or of a connection or thread that ended, as one of ours. */
export function ownError(error: unknown, file: string): unknown {
  const isOfStore =
    (error as { name?: string }).name === 'SqliteError' ||
    /connection is not open|thread that writes/.test(String(error));
  return isOfStore ? storeError(error, file) : error;
}

/** Any error of the database as one of ours, with its remedy. */
function storeError(error: unknown, file: string): StoreError {
  if (error instanceof StoreError) return error;
  const code = (error as { code?: string }).code ?? '';
  const [ours, hint] =
    code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')
      ? ['STORE_DAMAGED', 'restore it from a backup, or give another file with --store']
      : code.startsWith('SQLITE_FULL')
        ? ['STORE_FULL', 'free some space on the disk; what was acknowledged is kept']
        : code.startsWith('SQLITE_BUSY')
          ? ['STORE_BUSY', 'another process is writing to it: wait for it, or stop it']
          : /^SQLITE_(READONLY|CANTOPEN|PERM)/.test(code)
            ? ['STORE_READ_ONLY', 'make the file and its folder writable']
            : code.startsWith('SQLITE_IOERR')
              ? ['STORE_FAILED', 'see that the disk has room and is well; what was acknowledged is kept']
              : ['STORE_FAILED', undefined];
  return new StoreError(ours as string, `the store answers: ${(error as Error).message}`, {
    place: file,
    hint,
    cause: error,
  });
}

function opened(file: string, create: boolean): Database.Database {
  if (!create && !existsSync(file)) {
    throw new StoreError('STORE_NOT_FOUND', 'there is no graph', {
      place: file,
      hint: 'check the path, or make one: dateline ingest FILE… --store PATH',
    });
  }
  try {
    if (file !== ':memory:' && file !== '') mkdirSync(dirname(file), { recursive: true });
    return new Database(file);
  } catch (cause) {
    throw new StoreError('STORE_NOT_OPENED', `the store cannot be opened: ${(cause as Error).message}`, {
      place: file,
      hint: 'give a file in a folder that can be written to, for example --store .dateline/graph.db',
      cause,
    });
  }
}

/** Tries again where SQLite does not wait itself: of several that make one file, only one turns it to WAL. */
function patiently(work: () => void): void {
  const nobody = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; ; waited += PAUSE_MS) {
    try {
      work();
      return;
    } catch (error) {
      if (!(error as { code?: string }).code?.startsWith('SQLITE_BUSY') || waited >= OPENING_MS) throw error;
      Atomics.wait(nobody, 0, 0, PAUSE_MS);
    }
  }
}

function checkOwner(database: Database.Database, file: string): void {
  // Both of one moment: another process may be making the file.
  const [owner, isNew] = database.transaction(() => [
    database.pragma('application_id', { simple: true }),
    database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0,
  ])();
  if (owner === APPLICATION_ID || (isNew && owner === 0)) return;
  throw new StoreError('STORE_FOREIGN', 'this SQLite file is not a Dateline graph', {
    place: file,
    hint: 'give another file with --store; this one is left as it is',
  });
}

function migrate(database: Database.Database, file: string): void {
  const shape = () => database.pragma('user_version', { simple: true }) as number;
  const done = () => Math.max(0, shape() - FIRST_SHAPE + 1);
  if (done() > MIGRATIONS.length) {
    throw new StoreError('STORE_TOO_NEW', `the store was written by a newer release (shape ${shape()})`, {
      place: file,
      hint: 'open it with that release or a later one',
    });
  }
  if (done() === MIGRATIONS.length) return;
  if (shape() > 0 && shape() < FIRST_SHAPE) {
    throw new StoreError(
      'STORE_TOO_OLD',
      `the store is of an older shape (${shape()}), which this release does not read`,
      {
        place: file,
        hint: 'ingest its articles into a new file; this one is left as it is',
      },
    );
  }
  database
    .transaction(() => {
      for (const step of MIGRATIONS.slice(done())) database.exec(step);
      database.pragma(`application_id = ${APPLICATION_ID}`);
      database.pragma(`user_version = ${FIRST_SHAPE + MIGRATIONS.length - 1}`);
    })
    .immediate();
}
