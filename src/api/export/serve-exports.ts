import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { EventFilter } from '../../knowledge/questions.ts';
import type { Context } from '../context.ts';
import { draw, type GraphView } from '../graph/draw.ts';
import { graphOf } from '../graph/graph-of.ts';
import { layoutOf } from '../graph/layouts.ts';
import type { Graph } from '../types/graph.ts';
import { tellError } from '../web/tell-error.ts';
import { csv } from './csv.ts';
import { filterOf, wordOf } from './filter-of.ts';
import { gexf } from './gexf.ts';
import { GRAPH_SHAPES, graphJson } from './graph-json.ts';
import { graphml } from './graphml.ts';
import { ics } from './ics.ts';
import { type Row, rowsOf } from './rows-of.ts';
import { TIMELINE_SHAPES, timelineJson } from './timeline-json.ts';

const MOST_NODES = 500;
const NODE_COLUMNS = ['id', 'kind', 'label', 'type', 'weight', 'start', 'end', 'x', 'y', 'community'];
const EDGE_COLUMNS = ['source', 'target', 'kind', 'weight', 'start', 'end'];
const ROW_COLUMNS = [
  'id',
  'type',
  'mode',
  'summary',
  'edtf',
  'start',
  'end',
  'place',
  'actors',
  'recipients',
  'standing',
  'sources',
  'confidence',
  'exact',
  'article',
  'title',
  'source',
  'url',
];

type Params = Record<string, string | string[]>;
type Make = (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
type Pieces = AsyncIterable<string> | Iterable<string>;
/** A kind of file: its type, the parameters that it has beside the filter, and how it is written. */
type Kind<Of> = [type: string, own: readonly string[], write: (of: Of, params: Params) => Pieces];

/** Files for other programs: `/export/graph.{gexf,graphml,json,csv}` and `/export/timeline.{json,csv,ics}`. */
export function serveExports(fastify: FastifyInstance, contextOf: Make): void {
  const graphs: Record<string, Kind<Graph>> = {
    gexf: ['application/gexf+xml', ['view'], gexf],
    graphml: ['application/graphml+xml', ['view'], graphml],
    json: [
      'application/json',
      ['view', 'shape'],
      (graph, params) => [JSON.stringify(graphJson(graph, wordOf(one(params.shape), GRAPH_SHAPES, 'shape')))],
    ],
    csv: [
      'text/csv',
      ['view', 'table'],
      ({ nodes, edges }, params) =>
        wordOf(one(params.table), ['edges', 'nodes'], 'table') === 'nodes'
          ? csv(nodes, NODE_COLUMNS)
          : csv(edges, EDGE_COLUMNS),
    ],
  };
  for (const [ending, [type, own, write]] of Object.entries(graphs)) {
    fastify.get(`/export/graph.${ending}`, (request, reply) =>
      answered(reply, type, async () => {
        const params = request.query as Params;
        const view = wordOf<GraphView>(one(params.view), ['ACTORS', 'FACTS'], 'view');
        const context = await contextOf(request, reply);
        const filter = await filterOf(params, context, own);
        return write(filter ? await drawn(filter, view, context) : { nodes: [], edges: [], isComplete: true }, params);
      }),
    );
  }
  const timelines: Record<string, Kind<AsyncIterable<Row>>> = {
    json: [
      'application/json',
      ['shape'],
      (rows, params) => timelineJson(rows, wordOf(one(params.shape), TIMELINE_SHAPES, 'shape')),
    ],
    csv: ['text/csv', [], (rows) => csv(rows, ROW_COLUMNS)],
    ics: ['text/calendar', [], (rows) => ics(rows, '19700101T000000Z')],
  };
  for (const [ending, [type, own, write]] of Object.entries(timelines)) {
    fastify.get(`/export/timeline.${ending}`, (request, reply) =>
      answered(reply, type, async () => {
        const params = request.query as Params;
        const context = await contextOf(request, reply);
        const filter = await filterOf(params, context, own);
        return write(filter ? rowsOf(filter, context) : nothing(), params);
      }),
    );
  }
}

async function drawn(filter: EventFilter, view: GraphView, context: Context): Promise<Graph> {
  const { versions } = await context.store.health();
  const { drawing, isComplete } = await draw(filter, view, context);
  return graphOf(drawing, await layoutOf(filter, view, versions, context), MOST_NODES, isComplete);
}

async function* nothing(): AsyncGenerator<never> {}

function one(value: string | string[] | undefined): string | null {
  return [value ?? []].flat()[0] ?? null;
}

/** Streams a file, or tells why not: what is wrong with a request shows before the first piece is sent. */
async function answered(reply: FastifyReply, type: string, make: () => Promise<Pieces>): Promise<FastifyReply> {
  try {
    const pieces = await make();
    return reply.type(`${type}; charset=utf-8`).send(Readable.from(pieces));
  } catch (error) {
    return tellError(reply, error);
  }
}
