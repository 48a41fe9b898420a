export interface TagEnd {
  /** Offset of the tag's ">", or of the end of the source. */
  readonly at: number;
  readonly attributes: number;
  readonly selfClosing: boolean;
}

/** Where in a tag the next character stands: `named` is after a name that may yet get a value. */
type State = 'between' | 'name' | 'named' | 'equals' | 'value';

const SPACE = /\s/;

/** Finds the end of a start tag from the end of its name on, as a parser does: a ">" in a quoted value is not it. */
export function tagEnd(source: string, from: number): TagEnd {
  let attributes = 0;
  let state = 'between' as State;
  let at = from;
  for (; at < source.length; at++) {
    const unit = source[at] as string;
    if (unit === '>') break;
    if (state === 'equals') {
      if (unit === '"' || unit === "'") {
        const close = source.indexOf(unit, at + 1);
        at = close === -1 ? source.length : close;
        state = 'between';
      } else if (!SPACE.test(unit)) {
        state = 'value';
      }
    } else if (SPACE.test(unit)) {
      state = state === 'name' || state === 'named' ? 'named' : 'between';
    } else if (state === 'value') {
      // Anything but white space goes on with it, quotes and "=" too.
    } else if (unit === '/') {
      state = 'between';
    } else if (unit === '=' && state !== 'between') {
      state = 'equals';
    } else if (state !== 'name') {
      state = 'name';
      attributes++;
    }
  }
  return { at: Math.min(at, source.length), attributes, selfClosing: source[at - 1] === '/' && state === 'between' };
}
