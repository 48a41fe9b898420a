import type { TokenNumbers } from '../../document/layers.ts';

/** The sum of the products of the numbers of two tokens. */
export function product(one: TokenNumbers, token: number, other: TokenNumbers, with_: number): number {
  const { values, width } = one;
  let sum = 0;
  for (let at = 0, a = token * width, b = with_ * width; at < width; at++)
    sum += values[a + at]! * other.values[b + at]!;
  return sum;
}
