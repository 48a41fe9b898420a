import { InputError } from '../errors.ts';
import type { Document, Draft, Segment } from './document.ts';
import { dayFinder } from './full-dates.ts';
import { articleIdOf, canonicalUrl, versionOf } from './identity.ts';
import { instantOf } from './instant.ts';
import { isEnglish } from './language.ts';
import type { DocumentLexicon } from './lexicon.ts';
import { type Publication, publicationOf } from './publication.ts';
import { segmenter } from './segmenter.ts';
import { wordsOf } from './span.ts';

/** What the caller knows better than the input: an explicit argument wins over metadata. */
export interface Given {
  readonly id?: string;
  readonly source?: string;
  /** ISO 8601 day or date-time with offset. */
  readonly publishedAt?: string;
  readonly modifiedAt?: string;
  /** Stands in for a date that nothing tells: for commands whose result does not depend on it. */
  readonly undated?: string;
}

/** Reads a draft as a document. Throws InputError for what is no article in English with a date. */
export type ReadDocument = (draft: Draft, given?: Given) => Document;

/** Code units of one article's text; a book is not an article. */
export const LONGEST_TEXT = 5_000_000;

export function documentReader(lexicon: DocumentLexicon): ReadDocument {
  const findDays = dayFinder(lexicon);
  const segment = segmenter(lexicon, findDays);

  return (draft, given = {}) => {
    const { text, place } = draft;
    checkText(draft);
    const { segments, dateline } = segment(text, draft.blocks);
    const title = draft.title ?? titleOf(text, segments);
    const source = given.source ?? draft.source ?? dateline?.agency?.name ?? null;
    const { publishedAt, note } = publication();
    const modifiedAt = given.modifiedAt ?? draft.modifiedAt ?? null;
    const url = draft.url ? canonicalUrl(draft.url) : null;
    const version = versionOf({ text, title, source, publishedAt, modifiedAt });
    const notes = [
      note,
      text.normalize('NFC') === text ? null : 'the text is not in Unicode normal form C; it is kept as it is',
    ];
    if (modifiedAt && instantOf(modifiedAt) < instantOf(publishedAt)) notes.push('modified before it was published');
    return {
      id: articleIdOf(given.id ?? draft.id ?? null, url, version),
      version,
      title,
      url,
      source,
      author: draft.author ?? null,
      publishedAt,
      modifiedAt,
      language: 'en',
      text,
      segments,
      dateline,
      notes: notes.filter((line) => line !== null),
    };

    function publication(): Publication {
      const known = given.publishedAt ?? draft.publishedAt;
      if (known) return { publishedAt: known, note: null };
      try {
        return publicationOf({ place, text, segments, dateline }, findDays);
      } catch (error) {
        if (given.undated === undefined) throw error;
        return { publishedAt: given.undated, note: null };
      }
    }
  };
}

function checkText({ text, place, language }: Draft): void {
  if (text.trim() === '') throw new InputError('DOCUMENT_EMPTY', 'the article has no text', { place });
  if (text.length > LONGEST_TEXT) {
    throw new InputError('DOCUMENT_TOO_LONG', `${text.length} characters are more than an article has`, {
      place,
      hint: `split it: one article may have ${LONGEST_TEXT}`,
    });
  }
  if (!isEnglish(text, language ?? null)) {
    throw new InputError('DOCUMENT_NOT_ENGLISH', 'the article is not in English', {
      place,
      hint: 'Dateline reads English; translate it first, or leave it out',
    });
  }
}

function titleOf(text: string, segments: readonly Segment[]): string | null {
  const headline = segments.find(({ kind }) => kind === 'headline');
  return headline ? wordsOf(text, headline).replace(/\s+/g, ' ') : null;
}
