import { tagEnd } from './tag-end.ts';

/** Real pages nest below 100 deep. */
const DEEPEST = 256;
/** Tags and entities: each becomes a node. Long live blogs have about 20,000. */
const MOST_MARKS = 80_000;
const MOST_ATTRIBUTES = 1000;

const VOID = new Set('area base br col embed frame hr img input link meta param source track wbr'.split(' '));
/** Elements that end others of these names directly above them: "<li>one<li>two" does not nest. */
const ENDS: Readonly<Record<string, readonly string[]>> = {
  p: ['p'],
  li: ['li'],
  dd: ['dd', 'dt'],
  dt: ['dd', 'dt'],
  td: ['td', 'th'],
  th: ['td', 'th'],
  tr: ['td', 'th', 'tr'],
  tbody: ['td', 'th', 'tr', 'thead', 'tbody'],
  tfoot: ['td', 'th', 'tr', 'thead', 'tbody'],
  option: ['option'],
};
/** Elements whose content is no markup. */
const RAW = new Set(['script', 'style']);
const NAME = /[a-z][^\s/>]*/y;

/**
 * Why HTML would take too long to parse, or null. Told from its source in one pass, since a parser's time grows with
 * the square of the depth and of the attributes of one element.
 */
export function tooMuchMarkup(html: string): string | null {
  const source = html.toLowerCase();
  const open: string[] = [];
  let marks = 0;
  for (let at = 0; at < source.length; at++) {
    const unit = source[at];
    if (unit !== '<' && unit !== '&') continue;
    if (++marks > MOST_MARKS) return `more than ${MOST_MARKS} tags and entities`;
    if (unit === '&') continue;
    if (source.startsWith('<!--', at)) {
      at = endOf(source, '-->', at);
      continue;
    }
    const slash = source[at + 1] === '/';
    const name = nameAt(source, at + (slash ? 2 : 1));
    if (name === null) continue;
    if (slash) {
      close(open, name);
      at = endOf(source, '>', at);
      continue;
    }
    const end = tagEnd(source, at + 1 + name.length);
    if (end.attributes > MOST_ATTRIBUTES) return `an element with more than ${MOST_ATTRIBUTES} attributes`;
    at = RAW.has(name) && !end.selfClosing ? endOf(source, `</${name}`, end.at) - 1 : end.at;
    if (VOID.has(name)) continue;
    while (ENDS[name]?.includes(open.at(-1) ?? '')) open.pop();
    if (open.push(name) > DEEPEST) return `elements nest deeper than ${DEEPEST}`;
  }
  return null;
}

/** Ends the innermost open element of that name and all inside it. */
function close(open: string[], name: string): void {
  const last = open.lastIndexOf(name);
  if (last !== -1) open.length = last;
}

/** Where the next `mark` begins, or the end. */
function endOf(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from + 1);
  return at === -1 ? source.length : at;
}

function nameAt(source: string, at: number): string | null {
  NAME.lastIndex = at;
  return NAME.exec(source)?.[0] ?? null;
}
