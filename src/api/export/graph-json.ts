import type { Graph, GraphEdge, GraphNode } from '../types/graph.ts';

/** Shapes of JSON that programs read: ours, graphology's (`graph.import`), and Cytoscape's `elements`. */
export const GRAPH_SHAPES = ['graphology', 'cytoscape', 'plain'] as const;

export function graphJson(graph: Graph, shape: (typeof GRAPH_SHAPES)[number]): object {
  const nodes = graph.nodes.map(nodeOf);
  const edges = graph.edges.map(edgeOf);
  if (shape === 'plain') return { nodes, edges, isComplete: graph.isComplete };
  if (shape === 'cytoscape') {
    return {
      elements: {
        nodes: nodes.map(({ x, y, ...data }) => ({ data, position: { x, y } })),
        edges: edges.map((data) => ({ data })),
      },
    };
  }
  return {
    options: { type: 'mixed', multi: true },
    attributes: { isComplete: graph.isComplete },
    nodes: nodes.map(({ id, ...attributes }) => ({ key: id, attributes })),
    edges: edges.map(({ id, source, target, ...attributes }) => ({
      key: id,
      source,
      target,
      undirected: attributes.kind === 'MEETS',
      attributes,
    })),
  };
}

function nodeOf({ id, kind, label, type, weight, start, end, x, y, community }: GraphNode) {
  return { id, kind, label, type, weight, start, end, x, y, community };
}

function edgeOf({ id, source, target, kind, weight, quads, stances, start, end }: GraphEdge) {
  return { id, source, target, kind, weight, quads, stances, start, end };
}
