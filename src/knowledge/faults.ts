import type { Extraction } from './extraction.ts';

/** Where a local id may be used, by the last key of its JSON path. */
const REFERENCES: Readonly<Record<string, 'e' | 'v' | 's' | 't' | 'ev'>> = {
  speaker: 'e',
  entity: 'e',
  place: 'e',
  target: 'ev',
  within: 's',
  statement: 's',
  speechAct: 's',
  time: 't',
  saidAt: 't',
};

/**
 * What a JSON Schema cannot say of an extraction: spans lie in the text, segments are in order and cover every
 * character that is not white space, ids are unique and every reference resolves.
 * @returns one line a fault, each beginning with the JSON pointer of its place; empty when there is none.
 */
export function faultsOf(extraction: Extraction): string[] {
  const faults: string[] = [];
  const ids = localIds(extraction, faults);
  const length = extraction.article.text.length;
  visit(extraction, '', (value, pointer) => {
    const fault = spanFault(value, length);
    if (fault) faults.push(`${pointer} ${fault}`);
    for (const [key, target] of Object.entries(value)) {
      if (typeof target !== 'string') continue;
      const inRelation = pointer.startsWith('/relations/') || pointer.startsWith('/links/');
      const isReference = key in REFERENCES || (inRelation && (key === 'from' || key === 'to'));
      if (isReference && !ids.has(target)) faults.push(`${pointer}/${key} no such id "${target}"`);
    }
  });
  segmentFaults(extraction, faults);
  return faults;
}

function localIds(extraction: Extraction, faults: string[]): Set<string> {
  const ids = new Set<string>();
  for (const list of ['entities', 'times', 'statements', 'events'] as const) {
    for (const [index, { id }] of extraction[list].entries()) {
      if (ids.has(id)) faults.push(`/${list}/${index}/id "${id}" is used twice`);
      ids.add(id);
    }
  }
  return ids;
}

function spanFault(value: Record<string, unknown>, length: number): string | null {
  const { start, end } = value;
  if (start === null && end === null) return null;
  if (typeof start !== 'number' && typeof end !== 'number') return null;
  if (typeof start !== 'number' || typeof end !== 'number') return 'has one end of a span only';
  if (start >= end || end > length) return `span [${start}, ${end}) is empty or outside the text (${length})`;
  return null;
}

function segmentFaults({ article }: Extraction, faults: string[]): void {
  let at = 0;
  for (const [index, { start, end }] of article.segments.entries()) {
    if (start < at) faults.push(`/article/segments/${index} overlaps the one before`);
    if (/\S/u.test(article.text.slice(at, start))) faults.push(`/article/segments/${index} leaves words before it out`);
    at = end;
  }
  if (/\S/u.test(article.text.slice(at))) faults.push('/article/segments leaves the last words out');
}

function visit(value: object, pointer: string, see: (value: Record<string, unknown>, pointer: string) => void): void {
  if (!Array.isArray(value)) see(value as Record<string, unknown>, pointer);
  for (const [key, child] of Object.entries(value)) {
    if (typeof child === 'object' && child !== null) visit(child, `${pointer}/${key}`, see);
  }
}
