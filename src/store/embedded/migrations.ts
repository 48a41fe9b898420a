import { shapeSql } from './shape.ts';

/**
 * The shape of the embedded store, one step a release that changed it. A step is never edited once released:
 * a file remembers in `user_version` how many it has been through.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE article_version (
    article_id   TEXT    NOT NULL,
    version      TEXT    NOT NULL,
    release      TEXT    NOT NULL,
    published_at TEXT    NOT NULL,
    published_ms INTEGER NOT NULL,
    modified_at  TEXT,
    ingested_at  TEXT    NOT NULL,
    is_current   INTEGER NOT NULL CHECK (is_current IN (0, 1)),
    extraction   TEXT    NOT NULL,
    PRIMARY KEY (article_id, version)
  ) STRICT;
  CREATE UNIQUE INDEX one_current_version ON article_version (article_id) WHERE is_current = 1;
  CREATE INDEX newest_first ON article_version (published_ms DESC, article_id DESC) WHERE is_current = 1;
  `,
  `DROP TABLE article_version; ${shapeSql()}`,
  // A store that was made in today's shape has it already.
  'CREATE TABLE IF NOT EXISTS "change" ("seq" INTEGER, "at" TEXT, "json" TEXT, PRIMARY KEY ("seq")) STRICT, WITHOUT ROWID;',
];
