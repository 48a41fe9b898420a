import type { Token } from '../../document/layers.ts';
import type { KeepsPeriod } from './abbreviations.ts';
import { runTogether } from './contractions.ts';

/** What the parts of the tokenizer share while they cut one stretch of text. */
export interface Scan {
  readonly text: string;
  /** Where the stretch begins; what stands before it is not looked at. */
  readonly from: number;
  readonly out: Token[];
  readonly keepsPeriod: KeepsPeriod;
  /** Whether a single opening quotation mark waits for its partner: then "boys'" closes it and owns nothing. */
  quoted: boolean;
}

export function emit(scan: Scan, start: number, end: number, joined = false): void {
  scan.out.push({ start, end, joined });
}

/** The code unit before `at`, or zero at the beginning of the stretch. */
export function unitBefore({ text, from }: Scan, at: number): number {
  return at > from ? text.charCodeAt(at - 1) : 0;
}

/** Emits `[start, end)`, cut where it is two words written together. */
export function emitWord(scan: Scan, start: number, end: number): number {
  const cut = runTogether(scan.text, start, end);
  if (cut === 0) emit(scan, start, end);
  else {
    emit(scan, start, cut);
    emit(scan, cut, end, true);
  }
  return end;
}
