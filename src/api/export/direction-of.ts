/** Whether an edge of this kind leads from one end to the other. */
export function isDirected(kind: string): boolean {
  return kind !== 'MEETS';
}

/** What a file says of its edges as a rule: programs that know graphs of one sort only read those that are all of it. */
export function directionOf(edges: readonly { readonly kind: string }[]): 'directed' | 'undirected' {
  return edges.length > 0 && edges.every(({ kind }) => isDirected(kind)) ? 'directed' : 'undirected';
}
