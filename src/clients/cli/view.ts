import { styleText } from 'node:util';
import { type Extraction, wordsOf } from '../../app.ts';
import { eventLines, nameOf, plain, relationLines } from './fact-lines.ts';

type Style = Parameters<typeof styleText>[0];

/** What is coloured in the article; where spans overlap, the later in this list is on top. */
const STYLES = { content: 'italic', entity: 'cyan', source: 'green', cue: 'yellow' } as const satisfies Record<
  string,
  Style
>;

/** Where the words of a segment begin. */
const INDENT = 15;
/** No terminal is so narrow. */
const NARROWEST = 30;

/**
 * An extraction for reading: what the article is, its text with who, saying and said in colour, who said what, what happened, and
 * what lastingly holds. The text
 * is wrapped between words to `width` columns; not at all where it is infinite, as in a file.
 */
export function viewOf(extraction: Extraction, width = Number.POSITIVE_INFINITY): string {
  const { article } = extraction;
  const facts = [
    ['published', article.publishedAt],
    ['modified', article.modifiedAt],
    ['source', article.source],
    ['author', article.author],
    ['url', article.url],
    ['id', article.id],
    ...article.notes.map((note) => ['note', note] as const),
  ];
  return [
    styleText('bold', plain(article.title ?? '(no headline)')),
    ...facts
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `  ${String(name).padEnd(12)} ${plain(String(value))}`),
    '',
    ...article.segments.map(
      (segment) =>
        `  ${styleText('dim', segment.kind.padEnd(13))}${coloured(extraction, segment, Math.max(NARROWEST, width) - INDENT)}`,
    ),
    '',
    `  ${legend()}`,
    '',
    ...entityLines(extraction),
    '',
    ...statementLines(extraction),
    '',
    ...eventLines(extraction),
    '',
    ...relationLines(extraction),
    '',
  ].join('\n');
}

function legend(): string {
  return `colours: ${Object.entries(STYLES)
    .map(([name, style]) => styleText(style, name))
    .join(', ')}`;
}

/** The words of a segment, each stretch in its colour, in lines of `width` characters. */
function coloured(
  { article, entities, statements }: Extraction,
  segment: { readonly start: number; readonly end: number },
  width: number,
): string {
  const layers: readonly [Style, readonly { readonly start: number; readonly end: number }[]][] = [
    [STYLES.content, statements.flatMap(({ content }) => content)],
    [STYLES.entity, entities.flatMap(({ mentions }) => mentions.filter(({ form }) => form === 'name'))],
    [STYLES.source, statements.flatMap(({ source }) => (source ? [source] : []))],
    [STYLES.cue, statements.flatMap(({ cue }) => (cue ? [cue] : []))],
  ];
  const styles: (Style | null)[] = new Array(segment.end - segment.start).fill(null);
  for (const [style, spans] of layers) {
    for (const { start, end } of spans) {
      if (end <= segment.start || start >= segment.end) continue;
      styles.fill(style, Math.max(0, start - segment.start), Math.min(end, segment.end) - segment.start);
    }
  }
  const breaks = breaksOf(article.text.slice(segment.start, segment.end), width);
  let line = '';
  for (let from = 0; from < styles.length; ) {
    if (breaks.has(from)) {
      line += `\n${' '.repeat(INDENT)}`;
      from++;
      continue;
    }
    let to = from + 1;
    while (to < styles.length && styles[to] === styles[from] && !breaks.has(to)) to++;
    const words = plain(article.text.slice(segment.start + from, segment.start + to));
    line += styles[from] ? styleText(styles[from] as Style, words) : words;
    from = to;
  }
  return line;
}

/** The spaces at which a text is broken into lines of at most `width` characters; a longer word stays whole. */
function breaksOf(text: string, width: number): Set<number> {
  const found = new Set<number>();
  let start = 0;
  let space = -1;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !/\s/.test(text[at] as string)) continue;
    if (at - start > width && space >= start) {
      found.add(space);
      start = space + 1;
    }
    space = at;
  }
  return found;
}

function entityLines({ entities }: Extraction): string[] {
  return entities.map(({ id, type, name, country, mentions, aliases }) => {
    const others = aliases.map((alias) => alias.name).filter((alias) => alias !== name);
    const more = [
      country?.code,
      mentions.length === 1 ? 'one mention' : `${mentions.length} mentions`,
      others.length > 0 ? `also ${others.join(', ')}` : null,
    ];
    return `  ${id.padEnd(5)}${type.padEnd(13)}${styleText('cyan', plain(name))}  ${styleText('dim', plain(more.filter(Boolean).join(', ')))}`;
  });
}

function statementLines(extraction: Extraction): string[] {
  const { article, statements } = extraction;
  return statements.map((one) => {
    const words = one.content.map((span) => wordsOf(article.text, span).replace(/\s+/g, ' ')).join(' … ');
    const cue = one.cue ? styleText('yellow', plain(wordsOf(article.text, one.cue))) : ':';
    const to = one.audience.map(({ entity }) => nameOf(extraction, entity)).join(', ');
    const about = one.about
      .map(({ target, stance, denied }) => `${nameOf(extraction, target)} (${denied ? 'denied, ' : ''}${stance})`)
      .join(', ');
    const more = [
      one.kind,
      one.cue?.class,
      to && `to ${to}`,
      about && `about ${about}`,
      one.setting && wordsOf(article.text, one.setting),
    ];
    return `  ${one.id.padEnd(5)}${styleText('green', plain(nameOf(extraction, one.speaker)))} ${cue} ${plain(words)}\n       ${styleText('dim', plain(more.filter(Boolean).join('; ')))}`;
  });
}
