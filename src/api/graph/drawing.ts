import type { EntityView, EventView } from '../../knowledge/views.ts';

/** A node before it is placed. */
export interface DrawnNode {
  readonly id: string;
  readonly kind: 'ENTITY' | 'EVENT';
  readonly label: string;
  readonly type: string;
  readonly view: EntityView | EventView;
  weight: number;
  start: string | null;
  end: string | null;
}

/** An edge, counted while it is gathered. */
export interface DrawnEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly kind: string;
  weight: number;
  readonly quads: Map<string, number>;
  readonly stances: Map<string, number>;
  start: string | null;
  end: string | null;
}

/** First and last day of something; null ends are open or unknown. */
export interface Stretch {
  readonly start: string | null;
  readonly end: string | null;
}

/** So many are drawn before others have a turn. */
export const DRAWN_A_STEP = 100;

/** A graph to draw, while it is gathered. */
export class Drawing {
  readonly nodes = new Map<string, DrawnNode>();
  readonly edges = new Map<string, DrawnEdge>();

  addEntity(view: EntityView, stretch: Stretch): void {
    this.add({ id: view.id, kind: 'ENTITY', label: view.name, type: view.type, view }, stretch);
  }

  addEvent(view: EventView, label: string, stretch: Stretch): void {
    this.add({ id: view.id, kind: 'EVENT', label, type: view.type, view }, stretch);
  }

  /** Adds to the edge of this kind between two nodes that are there. Without a direction, ends are put in order. */
  tie(a: string, b: string, kind: string, isDirected: boolean, stretch: Stretch): DrawnEdge {
    const [source, target] = isDirected || a < b ? [a, b] : [b, a];
    const id = `${kind} ${source} ${target}`;
    const edge: DrawnEdge = this.edges.get(id) ?? {
      id,
      source,
      target,
      kind,
      weight: 0,
      quads: new Map(),
      stances: new Map(),
      start: stretch.start,
      end: stretch.end,
    };
    this.edges.set(id, edge);
    edge.weight++;
    widen(edge, stretch);
    for (const end of [source, target]) {
      const node = this.nodes.get(end);
      if (node) node.weight++;
    }
    return edge;
  }

  /** The heaviest nodes and the edges between them, both in a total order. */
  cut(most: number): { nodes: DrawnNode[]; edges: DrawnEdge[] } {
    const nodes = [...this.nodes.values()].sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1)).slice(0, most);
    const kept = new Set(nodes.map(({ id }) => id));
    const edges = [...this.edges.values()]
      .filter(({ source, target }) => kept.has(source) && kept.has(target))
      .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
    return { nodes, edges };
  }

  private add(node: Omit<DrawnNode, 'weight' | 'start' | 'end'>, stretch: Stretch): void {
    const known = this.nodes.get(node.id);
    if (known) widen(known, stretch);
    else this.nodes.set(node.id, { ...node, weight: 0, ...stretch });
  }
}

function widen(item: { start: string | null; end: string | null }, { start, end }: Stretch): void {
  if (start !== null && (item.start === null || start < item.start)) item.start = start;
  if (end !== null && (item.end === null || end > item.end)) item.end = end;
}

/** The days of an event, for drawing: where only its place in the timeline is known, that day. */
export function stretchOfEvent({ time, day }: EventView): Stretch {
  const known = day === '~' ? null : day;
  return { start: time?.earliest ?? known, end: time?.latest ?? time?.earliest ?? known };
}

export function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
