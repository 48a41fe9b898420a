import type { Graph } from '../types/graph.ts';
import { directionOf, isDirected } from './direction-of.ts';
import { xml } from './xml.ts';

/** A graph as GEXF 1.3 with the days of nodes and edges, so that Gephi's timeline works. */
export function* gexf({ nodes, edges }: Graph): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta><creator>Dateline</creator></meta>
<graph defaultedgetype="${directionOf(edges)}" mode="dynamic" timeformat="date">
<attributes class="node"><attribute id="kind" title="kind" type="string"/><attribute id="type" title="type" type="string"/><attribute id="weight" title="weight" type="double"/><attribute id="community" title="community" type="integer"/></attributes>
<attributes class="edge"><attribute id="kind" title="kind" type="string"/></attributes>
<nodes>
`;
  for (const { id, kind, label, type, weight, community, x, y, start, end } of nodes) {
    const values = Object.entries({ kind, type, weight, community });
    const list = values.map(([name, value]) => `<attvalue for="${name}" value="${xml(value)}"/>`).join('');
    yield `<node id="${xml(id)}" label="${xml(label)}"${days(start, end)}><attvalues>${list}</attvalues><viz:position x="${x}" y="${y}"/></node>\n`;
  }
  yield '</nodes>\n<edges>\n';
  for (const { id, source, target, kind, weight, start, end } of edges) {
    const type = isDirected(kind) ? 'directed' : 'undirected';
    yield `<edge id="${xml(id)}" source="${xml(source)}" target="${xml(target)}" type="${type}" weight="${weight}"${days(start, end)}><attvalues><attvalue for="kind" value="${xml(kind)}"/></attvalues></edge>\n`;
  }
  yield '</edges>\n</graph>\n</gexf>\n';
}

function days(start: string | null, end: string | null): string {
  return `${start ? ` start="${xml(start)}"` : ''}${end ? ` end="${xml(end)}"` : ''}`;
}
