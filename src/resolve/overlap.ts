/** How many of some words are among others. */
export function overlap(a: readonly string[], b: readonly string[]): number {
  return a.filter((one) => b.includes(one)).length;
}
