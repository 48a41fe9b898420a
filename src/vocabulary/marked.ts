import type { Span } from '../document/span.ts';
import { VocabularyError } from '../errors.ts';

/** Words of a marked sentence: `{trigger.arrest:detained}` has role `trigger` and detail `arrest`. */
export interface Mark extends Span {
  readonly role: string;
  readonly detail: string | null;
}

/** A sentence without its marks, and where they were; an outer mark comes before the marks inside it. */
export interface Marked {
  readonly text: string;
  readonly spans: readonly Mark[];
}

const OPENING = /\{([a-z][A-Za-z]*)(?:\.([a-z][a-z0-9_-]*))?:/y;

/**
 * Reads the inline marks of an example: `{actor:Riot police} {trigger.arrest:detained} {recipient:two men}`.
 * Marks may hold marks; braces serve nothing else. Throws VocabularyError `MARKS_INVALID`.
 */
export function marked(source: string): Marked {
  const spans: { role: string; detail: string | null; start: number; end: number }[] = [];
  const open: { span: (typeof spans)[number]; from: number }[] = [];
  let text = '';
  let position = 0;
  while (position < source.length) {
    const character = source[position] as string;
    if (character === '{') {
      OPENING.lastIndex = position;
      const opening = OPENING.exec(source);
      if (!opening) throw fault('a brace opens no mark such as {role:words}', source, position);
      const span = { role: opening[1] as string, detail: opening[2] ?? null, start: text.length, end: -1 };
      spans.push(span);
      open.push({ span, from: position });
      position = OPENING.lastIndex;
    } else if (character === '}') {
      const closing = open.pop();
      if (!closing) throw fault('a brace closes no mark', source, position);
      closing.span.end = text.length;
      if (closing.span.start === text.length) throw fault('a mark holds no words', source, closing.from);
      position += 1;
    } else {
      text += character;
      position += 1;
    }
  }
  const unclosed = open.pop();
  if (unclosed) throw fault('a mark is not closed', source, unclosed.from);
  return { text, spans };
}

function fault(what: string, source: string, position: number): VocabularyError {
  return new VocabularyError('MARKS_INVALID', `${what}: "${source.slice(position, position + 24)}" at ${position}`, {
    hint: 'write marks as {role:words} or {role.detail:words}',
  });
}
