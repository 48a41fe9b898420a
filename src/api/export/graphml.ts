import type { Graph } from '../types/graph.ts';
import { directionOf, isDirected } from './direction-of.ts';
import { xml } from './xml.ts';

const NODE_KEYS = {
  label: 'string',
  kind: 'string',
  type: 'string',
  weight: 'double',
  community: 'int',
  x: 'double',
  y: 'double',
  start: 'string',
  end: 'string',
} as const;
const EDGE_KEYS = { kind: 'string', weight: 'double', start: 'string', end: 'string' } as const;

/** A graph as GraphML, for yEd, Cytoscape, igraph and NetworkX. */
export function* graphml({ nodes, edges }: Graph): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${keys('node', NODE_KEYS)}${keys('edge', EDGE_KEYS)}<graph edgedefault="${directionOf(edges)}">
`;
  for (const node of nodes) yield `<node id="${xml(node.id)}">${data('node', NODE_KEYS, node)}</node>\n`;
  for (const edge of edges) {
    const direction = isDirected(edge.kind) ? ' directed="true"' : '';
    yield `<edge id="${xml(edge.id)}" source="${xml(edge.source)}" target="${xml(edge.target)}"${direction}>${data('edge', EDGE_KEYS, edge)}</edge>\n`;
  }
  yield '</graph>\n</graphml>\n';
}

function keys(of: string, names: Readonly<Record<string, string>>): string {
  return Object.entries(names)
    .map(([name, type]) => `<key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`)
    .join('');
}

function data(of: string, names: object, item: object): string {
  const values = item as Readonly<Record<string, unknown>>;
  return Object.keys(names)
    .filter((name) => values[name] !== null && values[name] !== undefined)
    .map((name) => `<data key="${of}-${name}">${xml(values[name])}</data>`)
    .join('');
}
