import type { Span } from './span.ts';

/** What a stretch of an article is for. `credit` names who made it, `boilerplate` is page furniture. */
export type SegmentKind = 'headline' | 'caption' | 'dateline' | 'paragraph' | 'credit' | 'boilerplate';

/** Segments are in text order, never overlap, and begin and end with a character that is not white space. */
export interface Segment extends Span {
  readonly kind: SegmentKind;
}

/** "PORT-ADRA, Jan 10 (Reuters) -": where the reporter is, on which day, for which agency. */
export interface Dateline extends Span {
  readonly place: Span | null;
  /** The day as written; `value` is `2022-01-10`, or `--01-10` while its year is unknown (ISO 8601). */
  readonly day: (Span & { readonly value: string }) | null;
  readonly agency: (Span & { readonly name: string }) | null;
}

/** One version of one article, read and identified, before any annotation. */
export interface Document {
  /** Given, else the canonical URL, else `sha256:` and the first 32 hex digits of the first version's content. */
  readonly id: string;
  /** SHA-256 (hex) over text, title, source and dates. */
  readonly version: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly source: string | null;
  readonly author: string | null;
  /** ISO 8601 day or date-time with offset, as precise as it was given. */
  readonly publishedAt: string;
  readonly modifiedAt: string | null;
  readonly language: 'en';
  /** For text and JSON Lines the input's text, character for character; for HTML and feeds as composed by the source. */
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly dateline: Dateline | null;
  /** What a reader of the result should know: a text not in NFC, a date taken from the dateline. */
  readonly notes: readonly string[];
}

/**
 * What a source knows of one article before the document room has looked at its text.
 * Absent and null mean the same: not known.
 */
export interface Draft {
  /** Where it came from, for messages: a file, `file:line`, a URL. */
  readonly place: string;
  readonly text: string;
  readonly id?: string | null;
  readonly title?: string | null;
  readonly url?: string | null;
  readonly source?: string | null;
  readonly author?: string | null;
  readonly publishedAt?: string | null;
  readonly modifiedAt?: string | null;
  readonly language?: string | null;
  /** Set when the source composed the text and knows its parts; else the text is segmented by its lines. */
  readonly blocks?: readonly Segment[];
}
