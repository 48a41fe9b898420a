import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import type { Document } from '../../src/document/document.ts';
import { documentReader } from '../../src/document/read-document.ts';
import { InputError } from '../../src/errors.ts';
import { drafts } from '../../src/sources/drafts.ts';
import { lexicon } from '../support/lexicon.ts';
import { vocabulary } from '../support/vocabulary.ts';

const ROOT = new URL('../../', import.meta.url);
const ARTICLES = new URL('seeds/articles/', ROOT);

type Quote = string | { words: string; occurrence?: number };
interface Telling {
  article: string;
  words: string;
  occurrence?: number;
  trigger?: string;
  voucher?: string;
}
interface Truth {
  articles: {
    file: string;
    key: string;
    publishedAt: string;
    title: string;
    url?: string;
    modifiedAt?: string | null;
  }[];
  actors: { id: string; type: string; country?: string | null }[];
  events: {
    id: string;
    type: string;
    mode?: string;
    contexts?: string[];
    place?: string;
    actors?: string[];
    recipients?: string[];
    tellings: Telling[];
  }[];
  statements: {
    id: string;
    article: string;
    speaker: string | null;
    source?: Quote | null;
    cue?: { words: string; occurrence?: number; class: string } | null;
    words: Quote[];
    about?: { target: string }[];
    audience?: string[];
    within?: string;
  }[];
  relations: { id: string; type: string; from: string; to: string | null; tellings: Telling[] }[];
}

const truth: Truth = parse(readFileSync(new URL('seeds/truth.yaml', ROOT), 'utf8'));
const documents = new Map<string, Document>();

beforeAll(async () => {
  const read = documentReader(lexicon);
  for (const { file, key } of truth.articles) {
    for await (const draft of drafts([fileURLToPath(new URL(file, ARTICLES))], {})) {
      if (draft instanceof InputError) throw draft;
      documents.set(key, read(draft));
    }
  }
});

const quoteOf = (quote: Quote) =>
  typeof quote === 'string' ? { words: quote, occurrence: 1 } : { occurrence: 1, ...quote };

/** Whether an article has the words that often, as whole words. */
function has(key: string, quote: Quote): boolean {
  const { words, occurrence } = quoteOf(quote);
  const text = documents.get(key)?.text ?? '';
  const isWord = (unit: string | undefined) => unit !== undefined && /[\p{L}\p{N}]/u.test(unit);
  let seen = 0;
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    const touches =
      (isWord(words[0]) && isWord(text[at - 1])) || (isWord(words.at(-1)) && isWord(text[at + words.length]));
    if (!touches && ++seen === occurrence) return true;
  }
  return false;
}

describe('seeds/truth.yaml', () => {
  test('obeys its schema', () => {
    const schema = JSON.parse(readFileSync(new URL('schema/meta/truth.schema.json', ROOT), 'utf8'));
    const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
    expect(validate(truth) || validate.errors).toBe(true);
  });

  test('is about every demo article, as we read it', () => {
    expect(truth.articles.map(({ file }) => file).sort()).toEqual(readdirSync(ARTICLES).sort());
    for (const { key, title, publishedAt, url, modifiedAt } of truth.articles) {
      const article = documents.get(key) as Document;
      expect([key, article.title, article.publishedAt, article.url, article.modifiedAt]).toEqual([
        key,
        title,
        publishedAt,
        url ?? null,
        modifiedAt ?? null,
      ]);
    }
  });

  test('quotes words that the articles have', () => {
    const missing: string[] = [];
    const check = (id: string, key: string, quote: Quote | null | undefined) => {
      if (quote && !has(key, quote)) missing.push(`${id}: ${JSON.stringify(quote)}`);
    };
    for (const { id, tellings } of [...truth.events, ...truth.relations]) {
      for (const telling of tellings) {
        check(id, telling.article, telling);
        if (telling.trigger && !telling.words.includes(telling.trigger))
          missing.push(`${id}: trigger ${telling.trigger}`);
      }
    }
    for (const { id, article, source, cue, words } of truth.statements) {
      for (const quote of [source, cue, ...words]) check(id, article, quote);
    }
    expect(missing).toEqual([]);
  });

  test('names only what it lists, and only kinds of the vocabulary', () => {
    const ids = new Set([...truth.actors, ...truth.events, ...truth.statements].map(({ id }) => id));
    const wrong: string[] = [];
    const check = (id: string, target: string | null | undefined) => {
      if (target && target !== 'narrator' && !ids.has(target)) wrong.push(`${id} -> ${target}`);
    };
    expect(ids.size).toBe(truth.actors.length + truth.events.length + truth.statements.length);
    for (const { id, country } of truth.actors) check(id, country);
    for (const { id, type, mode, contexts = [], place, actors = [], recipients = [], tellings } of truth.events) {
      for (const target of [place, ...actors, ...recipients, ...tellings.map(({ voucher }) => voucher)])
        check(id, target);
      const kind = vocabulary.events.get(type);
      if (!kind) wrong.push(`${id}: ${type}`);
      if (mode && !kind?.modes.some((known) => known.id === mode)) wrong.push(`${id}: ${type}/${mode}`);
      for (const context of contexts) if (!vocabulary.contexts.has(context)) wrong.push(`${id}: ${context}`);
    }
    for (const { id, speaker, about = [], audience = [], within, cue } of truth.statements) {
      for (const target of [speaker, within, ...audience, ...about.map(({ target }) => target)]) check(id, target);
      if (cue && !vocabulary.say.has(cue.class)) wrong.push(`${id}: ${cue.class}`);
    }
    for (const { id, type, from, to } of truth.relations) {
      check(id, from);
      check(id, to);
      if (!vocabulary.relations.has(type)) wrong.push(`${id}: ${type}`);
    }
    expect(wrong).toEqual([]);
  });
});
