import type Database from 'better-sqlite3';
import type { VersionHead } from '../../knowledge/change.ts';
import type { Extraction } from '../../knowledge/extraction.ts';
import {
  type Applied,
  type ArticleKey,
  type GraphStore,
  MAX_PAGE,
  type Resolve,
  type StoredVersion,
} from '../../knowledge/store.ts';
import type { OpenOptions } from '../open.ts';
import { openDatabase, storeError } from './open-database.ts';

/** Versions read at a time by `versions()`: no cursor stays open between two of its answers. */
const BATCH = 100;

/** Opens the embedded store: one SQLite file, durable at every commit. Throws StoreError. */
export function openEmbedded(file: string, { create, clock }: OpenOptions): GraphStore {
  return new EmbeddedStore(openDatabase(file, create), file, clock);
}

class EmbeddedStore implements GraphStore {
  constructor(
    private readonly database: Database.Database,
    private readonly file: string,
    private readonly clock: OpenOptions['clock'],
  ) {}

  async apply(extraction: Extraction, resolve: Resolve): Promise<Applied> {
    return this.guarded(() => this.database.transaction(() => this.applied(extraction, resolve)).immediate());
  }

  async article(id: string): Promise<Extraction | null> {
    return this.guarded(() => {
      const json = this.sql('SELECT extraction FROM article_version WHERE article_id = ? AND is_current = 1')
        .pluck()
        .get(id);
      return json === undefined ? null : parsed(json);
    });
  }

  async articles({ first, after }: { readonly first: number; readonly after: ArticleKey | null }) {
    const limit = Math.min(Math.max(1, first), MAX_PAGE);
    return this.guarded(() => {
      const beyond = after ? 'AND (published_ms, article_id) < (?, ?)' : '';
      const rows = this.sql(
        `SELECT extraction FROM article_version WHERE is_current = 1 ${beyond}
         ORDER BY published_ms DESC, article_id DESC LIMIT ?`,
      )
        .pluck()
        .all(...(after ? [Date.parse(after.publishedAt), after.id] : []), limit + 1);
      return { articles: rows.slice(0, limit).map(parsed), hasNext: rows.length > limit };
    });
  }

  async *versions(): AsyncGenerator<StoredVersion> {
    const page = this.sql(
      `SELECT article_id AS articleId, version, release, is_current AS current, extraction AS json FROM article_version
       WHERE (article_id, version) > (?, ?) ORDER BY article_id, version LIMIT ${BATCH}`,
    );
    let last: readonly [string, string] = ['', ''];
    for (;;) {
      const rows = this.guarded(() => page.all(...last)) as (Omit<StoredVersion, 'current'> & { current: number })[];
      for (const row of rows) yield { ...row, current: row.current === 1 };
      const end = rows.at(-1);
      if (!end) return;
      last = [end.articleId, end.version];
    }
  }

  async health() {
    return this.guarded(() => {
      const counts = this.sql(
        'SELECT count(*) AS versions, coalesce(sum(is_current), 0) AS articles FROM article_version',
      ).get();
      return { kind: 'embedded', ...(counts as { versions: number; articles: number }) };
    });
  }

  async close(): Promise<void> {
    this.database.close();
  }

  private applied(extraction: Extraction, resolve: Resolve): Applied {
    const { id, version } = extraction.article;
    const known = this.sql(
      `SELECT version, release, published_at AS publishedAt, modified_at AS modifiedAt, is_current AS current
       FROM article_version WHERE article_id = ?`,
    ).all(id) as (VersionHead & { current: number })[];
    const change = resolve(extraction, { versions: known });
    if (change.put) this.put(change.put);
    this.makeCurrent(id, change.current);
    if (!change.put) return 'unchanged';
    if (change.current !== version) return 'older';
    return known.length === 0 ? 'added' : 'replaced';
  }

  private put(extraction: Extraction): void {
    const { id, version, publishedAt, modifiedAt } = extraction.article;
    this.sql(
      `INSERT INTO article_version VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?)
       ON CONFLICT (article_id, version) DO UPDATE SET release = excluded.release, extraction = excluded.extraction`,
    ).run(
      id,
      version,
      extraction.release,
      publishedAt,
      Date.parse(publishedAt),
      modifiedAt,
      this.clock(),
      JSON.stringify(extraction),
    );
  }

  private makeCurrent(id: string, version: string): void {
    this.sql('UPDATE article_version SET is_current = 0 WHERE article_id = ? AND is_current = 1 AND version <> ?').run(
      id,
      version,
    );
    this.sql('UPDATE article_version SET is_current = 1 WHERE article_id = ? AND version = ? AND is_current = 0').run(
      id,
      version,
    );
  }

  private readonly statements = new Map<string, Database.Statement>();

  private sql(text: string): Database.Statement {
    const known = this.statements.get(text) ?? this.database.prepare(text);
    this.statements.set(text, known);
    return known;
  }

  private guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw isDatabaseError(error) ? storeError(error, this.file) : error;
    }
  }
}

function isDatabaseError(error: unknown): boolean {
  return (error as { name?: string }).name === 'SqliteError' || /database connection is not open/.test(String(error));
}

/** What was written passed the contract's validator; `dateline verify` reads it against the contract again. */
function parsed(json: unknown): Extraction {
  return JSON.parse(json as string) as Extraction;
}
