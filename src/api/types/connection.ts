import { type ClassType, Field, ObjectType } from 'type-graphql';
import type { Answer } from '../../knowledge/questions.ts';
import { cursorOf } from '../cursor.ts';
import { PageInfo } from './page-info.ts';

/** A page of a list, as Relay has it. */
export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: PageInfo;
}

/** The GraphQL types of a list of `name`s; `what` says what a page holds and in which order. */
export function connectionType<Node extends object>(
  name: string,
  node: () => ClassType<Node>,
  what: string,
): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`, { description: `One of a list: ${what}` })
  class Edge {
    @Field(() => String, { description: 'Where it stands in the list; stays right while others come and go.' })
    cursor!: string;

    @Field(() => node(), { description: 'What stands there.' })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: what })
  class Page {
    @Field(() => [Edge], { description: 'What is on this page, in order.' })
    edges!: Edge[];

    @Field(() => PageInfo, { description: 'Where the page stands.' })
    pageInfo!: PageInfo;
  }
  return Page;
}

/** A page of the graph as a connection. */
export function connectionOf<Item, Node>(
  { items, hasNext, end }: Answer<Item>,
  after: string | null,
  toNode: (item: Item) => Node,
): Connection<Node> {
  const edges = items.map(({ item, at }) => new PlacedEdge(toNode(item), at));
  return {
    edges,
    pageInfo: {
      hasNextPage: hasNext,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: end ? cursorOf(end) : (edges.at(-1)?.cursor ?? null),
    },
  };
}

/** Something at its place, which is written as a cursor only where that is asked for. */
class PlacedEdge<Node> {
  constructor(
    readonly node: Node,
    private readonly at: readonly string[],
  ) {}

  get cursor(): string {
    return cursorOf(this.at);
  }
}

/** A page of a list that is short enough to be read at once; `keyOf` gives each item its place, unique in the list. */
export function pageOf<Item>(
  all: readonly Item[],
  first: number,
  after: readonly string[] | null,
  keyOf: (item: Item) => string,
): Answer<Item> {
  const start = after === null ? 0 : all.findIndex((item) => keyOf(item) === after[0]) + 1;
  const items = all.slice(start, start + first).map((item) => ({ item, at: [keyOf(item)] }));
  return { items, hasNext: start + first < all.length, end: items.at(-1)?.at ?? null };
}

/** The answer to a question about something that is not there. */
export const NOTHING: Answer<never> = { items: [], hasNext: false, end: null };
