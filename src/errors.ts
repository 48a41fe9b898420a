/**
 * Every error Dateline raises on purpose: a kind (the class), a code (what tests and scripts match on),
 * a place (file, line or URL) and a hint that says what to do about it.
 */
export interface ErrorDetails {
  /** What the reader can do about it, as an imperative sentence without a full stop. */
  readonly hint?: string | undefined;
  /** Where it happened: a file, `file:line`, a URL or a data file with its key. */
  readonly place?: string | undefined;
  readonly cause?: unknown;
}

export class DatelineError extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  readonly place: string | undefined;

  constructor(code: string, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target.name;
    this.code = code;
    this.hint = details.hint;
    this.place = details.place;
  }
}

/** The input cannot be read as an article. One such error never ends a batch. */
export class InputError extends DatelineError {}
/** `schema/` or `seeds/` contradicts itself: nothing is loaded. */
export class VocabularyError extends DatelineError {}
/** The store cannot be opened, or holds what it should not. */
export class StoreError extends DatelineError {}
/** The command or the environment asks for something impossible. */
export class ConfigError extends DatelineError {}
/** Dateline broke its own contract: a bug, never the input's fault. */
export class ContractError extends DatelineError {}
