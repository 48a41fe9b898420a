import type { Stretch } from '../../document/layers.ts';

/** The last token of a name that hangs on a word outside it. */
export function headOf({ first, last }: Stretch, heads: readonly number[]): number {
  for (let token = last - 1; token > first; token--) if (heads[token]! < first || heads[token]! >= last) return token;
  return first;
}
