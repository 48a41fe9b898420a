/** A list in pieces of a length at most, the last one shorter. */
export function piecesOf<Item>(list: readonly Item[], length: number): (readonly Item[])[] {
  const count = Math.ceil(list.length / length);
  return Array.from({ length: count }, (_, at) => list.slice(at * length, (at + 1) * length));
}
