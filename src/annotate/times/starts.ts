/** Characters of a start: enough to leave few rules at most words. */
const DEPTH = 3;
/** Ends a start that anything may follow. */
const ANY = '*';

/**
 * The ways in which that may begin which a regular expression matches: up to three characters each, in lower case, any digit
 * as `0`. It may match less than they say, never more. Knows what patterns of times are made of: letters, classes, groups,
 * looks ahead and back, and how often.
 */
export function startsOf(source: string): string[] {
  let at = 0;

  function either(): string[] {
    const found = sequence();
    while (source[at] === '|') {
      at++;
      found.push(...sequence());
    }
    return [...new Set(found)];
  }

  function sequence(): string[] {
    let found = [''];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      if (found.every(isWhole)) skip();
      else found = joined(found, repeated(atom()));
    }
    return found;
  }

  /** On to the end of a sequence. */
  function skip(): void {
    for (let depth = 0; at < source.length; at++) {
      const mark = source[at];
      if (mark === '\\') at++;
      else if (mark === '[') at = source.indexOf(']', at);
      else if (mark === '(') depth++;
      else if (depth === 0 && (mark === '|' || mark === ')')) return;
      else if (mark === ')') depth--;
    }
  }

  function repeated(one: string[]): string[] {
    if (!'?*+{'.includes(source[at] ?? ' ')) return one;
    const often = /^(?:[?*+]|\{(\d+)(?:,(\d*))?\})/.exec(source.slice(at, at + 10))!;
    at += often[0].length;
    const least = often[1] ? Number(often[1]) : Number(often[0] === '+');
    const most = often[1] ? Number(often[2] || often[1]) : often[0] === '?' ? 1 : DEPTH;
    let found = [''];
    const all = least === 0 ? [''] : [];
    for (let times = 1; times <= Math.min(most, DEPTH); times++) {
      found = joined(found, one);
      if (times >= Math.min(least, DEPTH)) all.push(...found);
    }
    return all;
  }

  function atom(): string[] {
    const mark = source[at++]!;
    if (mark === '(') {
      const kind = /^\?(?:<?[=!]|:|<\w+>)/.exec(source.slice(at, at + 40))?.[0] ?? '';
      at += kind.length;
      const found = either();
      at++;
      return /[=!]$/.test(kind) ? [''] : found;
    }
    if (mark === '[') {
      const from = at;
      at = source.indexOf(']', at) + 1;
      return charactersOf(source.slice(from, at - 1));
    }
    if (mark !== '\\') return [/[$^]/.test(mark) ? '' : mark === '.' ? ANY : plain(mark)];
    const letter = source[at++]!;
    if (letter === 'p') at = source.indexOf('}', at) + 1;
    if (letter === 'b') return [''];
    return letter === 'd' ? ['0'] : [/\w/.test(letter) ? ANY : letter];
  }

  return either();
}

/** The first characters of `text.slice(from, end)` as starts are written. */
export function startOf(text: string, from: number, end: number): string {
  // A long s is an s to what disregards case.
  return plain(text.slice(from, Math.min(end, from + DEPTH)).replace(/ſ/g, 's'));
}

/** Whether a text of this start may be matched by what begins in one of these ways. */
export function mayBegin(starts: readonly string[], start: string): boolean {
  return starts.some((one) => start.startsWith(one.endsWith(ANY) ? one.slice(0, -1) : one));
}

function plain(characters: string): string {
  return characters.toLowerCase().replace(/\d/g, '0');
}

/** What stands between the brackets of a class. */
function charactersOf(inside: string): string[] {
  if (inside.startsWith('^') || /\\[^d.]|a-z/.test(inside)) return [ANY];
  const all = inside.replace(/\\d/g, '0').replace(/(.)-(.)/g, (_, from: string, to: string) => {
    const [first, last] = [from.codePointAt(0)!, to.codePointAt(0)!];
    return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (__, by) => first + by));
  });
  return [...new Set([...plain(all)])];
}

function isWhole(start: string): boolean {
  return start.length === DEPTH || start.endsWith(ANY);
}

/** Each of the first before each of the second, cut off. */
function joined(first: readonly string[], second: readonly string[]): string[] {
  const found = new Set<string>();
  for (const one of first)
    if (isWhole(one)) found.add(one);
    else for (const other of second) found.add((one + other).slice(0, DEPTH));
  return [...found];
}
