import type { TimeLayer } from '../document/layers.ts';
import type { Time } from '../knowledge/extraction.ts';

/** The id of a time by its index in the layer: t1, t2, … in text order. */
export function timeId(index: number): string {
  return `t${index + 1}`;
}

export function times({ times: found }: TimeLayer): Time[] {
  return found.map(({ start, end, type, value, edtf, earliest, latest, basis, rule, confidence }, at) => ({
    id: timeId(at),
    start,
    end,
    type,
    value,
    edtf,
    earliest,
    latest,
    basis,
    rule,
    confidence,
  }));
}
