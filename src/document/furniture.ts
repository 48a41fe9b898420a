import type { SegmentKind } from './document.ts';
import type { DocumentLexicon, Furniture } from './lexicon.ts';
import { type Span, trimmed } from './span.ts';

/** A byline is a name or two, not a sentence. */
const LONGEST_BYLINE = 140;
/** A line of so few words is no sentence of the story. */
const FEW_WORDS = 9;
const BETWEEN_NAMES = new Set(['and', 'in', 'of', 'for', 'at', 'the', 'with', 'de', 'van', 'von', 'al', 'bin', 'y']);
const SENTENCE_END = /[.!?…]["'”’)\]]*\s+$/;
/** "Sputnik/Aleksey Nikolskyi/Kremlin": a name, a slash, a name. */
const SLASHED_CREDIT =
  /(?:^|[.!?]["”’)]*\s+)(\(?(?:\p{Lu}[\p{L}\p{M}.'’-]*\s?){1,4}(?:\/(?:\p{Lu}[\p{L}\p{M}.'’-]*\s?){1,4})+(?:via\s+(?:\p{Lu}[\p{L}\p{M}.'’-]*\s?){1,3})?\)?)\s*$/u;
const NOTHING_BUT_RULES = /^[\s\-–—=_*•·.~#]+$/;

/** The page furniture of one language: what in an article is not its story. */
export interface FurnitureFinder {
  /** What a whole paragraph is, when it is furniture: a credit, a byline, boilerplate. */
  kindOf(paragraph: string): SegmentKind | null;
  /** Furniture inside a paragraph ("read more" after a full stop), in order, offsets into `paragraph`. */
  inside(paragraph: string): Span[];
  /** The photo credit that a caption ends with; null where there is none. */
  photoCredit(caption: string): Span | null;
}

export function furnitureFinder({ boilerplate, agencies }: DocumentLexicon): FurnitureFinder {
  const of = (kind: Furniture['kind']) => boilerplate.filter((entry) => entry.kind === kind);
  const [lines, credits, bylines, inlines, photos] = (
    ['line', 'credit', 'byline', 'inline', 'caption-credit'] as const
  ).map(of) as [Furniture[], Furniture[], Furniture[], Furniture[], Furniture[]];
  const signs = new Set(agencies.flatMap(({ name, forms }) => [name, ...forms]).map((form) => form.toLowerCase()));

  return {
    kindOf(paragraph) {
      if (NOTHING_BUT_RULES.test(paragraph)) return 'boilerplate';
      if (lines.some((entry) => matches(entry, paragraph) && isNoSentence(entry, paragraph))) return 'boilerplate';
      if (credits.some((entry) => matches(entry, paragraph) && namesFollow(entry, paragraph))) return 'credit';
      if (paragraph.length > LONGEST_BYLINE) return null;
      return bylines.some((entry) => matches(entry, paragraph) && isByline(entry, paragraph)) ? 'credit' : null;
    },
    inside(paragraph) {
      const found = inlines.flatMap((entry) => standingAlone(paragraph, entry));
      return found
        .sort((a, b) => a.start - b.start || b.end - a.end)
        .filter((span, index, all) => all.slice(0, index).every((earlier) => earlier.end <= span.start));
    },
    photoCredit(caption) {
      const slashed = SLASHED_CREDIT.exec(caption);
      if (slashed) return tail(caption, caption.lastIndexOf(slashed[1] as string));
      for (const entry of photos) {
        const at = creditStart(caption, entry);
        if (at !== null) return tail(caption, at);
      }
      const last = /[.!?]["”’)]*\s+([^.!?]+?)\.?$/.exec(caption);
      return last && signs.has((last[1] as string).toLowerCase())
        ? tail(caption, caption.length - (last[1] as string).length - (caption.endsWith('.') ? 1 : 0))
        : null;
    },
  };
}

function matches({ form, match, exact }: Furniture, words: string): boolean {
  const [text, key] = exact ? [words, form] : [words.toLowerCase(), form.toLowerCase()];
  if (match === 'equals') return text === key || unmarked(text) === key;
  if (match === 'prefix') return text.startsWith(key) && !continuesWord(text, key.length);
  if (match === 'suffix') return text.endsWith(key) || unmarked(text).endsWith(key);
  return text.includes(key);
}

/** Without the marks and arrows at its end. */
function unmarked(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s.:…»>→]/.test(text[end - 1]!)) end--;
  return text.slice(0, end);
}

/** "By" is no prefix of "Byron": a form that ends in a letter must be followed by something else. */
function continuesWord(text: string, at: number): boolean {
  return /\p{L}/u.test(text[at - 1] ?? '') && /\p{L}/u.test(text[at] ?? '');
}

/** "Copyright 2024 Quay Media" is furniture, "Copyright law was tightened on Monday after …" a sentence. */
function isNoSentence({ form, match }: Furniture, paragraph: string): boolean {
  return (
    match === 'equals' || wordCount(form) > 2 || wordCount(paragraph) <= FEW_WORDS || /©|\b20\d\d\b/.test(paragraph)
  );
}

/** "Editing by Bo Pell" is a credit, "Editing by candlelight, she …" is not. */
function namesFollow({ form, match }: Furniture, paragraph: string): boolean {
  return match !== 'prefix' || /^[\s:,(]*(?:the\s)?[\p{Lu}\p{N}]/u.test(paragraph.slice(form.length));
}

/** "By Ann Ode and Bo Pell": every longer word is a name; "By nightfall the square was empty" is no byline. */
function isByline({ form, match }: Furniture, paragraph: string): boolean {
  const rest = match === 'suffix' ? paragraph.slice(0, -form.length) : paragraph.slice(form.length);
  const words = rest.split(/[\s,|;/]+/).filter(Boolean);
  const isNames = words.every((word) => BETWEEN_NAMES.has(word) || !/^\p{Ll}/u.test(word));
  return isNames && (words.length > 0 || match === 'equals') && !/[.!?]["”’]?$/.test(paragraph);
}

function wordCount(words: string): number {
  return words.trim().split(/\s+/).length;
}

/** Where an inline form stands as a sentence of its own: after a sentence's end, and before the end or a new sentence. */
function standingAlone(paragraph: string, { form, exact }: Furniture): Span[] {
  const [text, key] = exact ? [paragraph, form] : [paragraph.toLowerCase(), form.toLowerCase()];
  const found: Span[] = [];
  for (let at = text.indexOf(key); at !== -1; at = text.indexOf(key, at + key.length)) {
    const before = paragraph.slice(0, at);
    const after = paragraph.slice(at + key.length);
    const isOwn =
      (before.trim() === '' || SENTENCE_END.test(before)) && /^[.:…»>→]*(?:\s*$|\s+["'“‘(]?[\p{Lu}\p{N}])/u.test(after);
    if (!isOwn) continue;
    const closing = /^[.:…»>→]*/.exec(after)?.[0].length ?? 0;
    found.push({ start: at, end: at + key.length + closing });
  }
  return found;
}

/** A caption's credit begins with its form ("Photo by …") or holds it ("… via REUTERS"), after the last full stop. */
function creditStart(caption: string, entry: Furniture): number | null {
  const bracket = /\([^()]*\)\s*\.?$/.exec(caption);
  const sentence = /^.*[.!?]["”’)]*\s+(?=\S)/s.exec(caption.replace(/\.\s*$/, ''));
  const whole = wordCount(caption) <= FEW_WORDS ? 0 : undefined;
  const starts = [bracket?.index, sentence?.[0].length, whole].filter((at) => at !== undefined);
  for (const start of starts) {
    const words = caption
      .slice(start)
      .replace(/^\(/, '')
      .replace(/\)?\s*\.?$/, '');
    if (matches(entry, words)) return start;
  }
  return null;
}

function tail(caption: string, start: number): Span {
  return trimmed(caption, { start, end: caption.length });
}
