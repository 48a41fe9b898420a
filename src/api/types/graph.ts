import { createUnionType, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Count } from './count.ts';
import { edtfScalar } from './edtf.ts';
import { Entity } from './entity.ts';
import { Event } from './event.ts';

export const GraphKind = { ENTITY: 'ENTITY', EVENT: 'EVENT' } as const;
registerEnumType(GraphKind, {
  name: 'GraphKind',
  description: 'What a node of a drawn graph is.',
  valuesConfig: {
    ENTITY: { description: 'A person, organization, place or group.' },
    EVENT: { description: 'An event.' },
  },
});

const Thing = createUnionType({
  name: 'Thing',
  description: 'What a node of a drawn graph stands for.',
  types: () => [Entity, Event] as const,
  resolveType: (value) => value.constructor.name,
});

@ObjectType({ description: 'A node to draw.' })
export class GraphNode {
  @Field(() => ID, { description: 'Id of the entity or event.' })
  id!: string;

  @Field(() => GraphKind, { description: 'What it is.' })
  kind!: 'ENTITY' | 'EVENT';

  @Field(() => String, { description: 'What to write beside it.' })
  label!: string;

  @Field(() => String, { description: 'Type of the entity, or kind of event.' })
  type!: string;

  @Field(() => Float, { description: 'How much it is in the graph: the weights of its edges together.' })
  weight!: number;

  @Field(() => edtfScalar, { nullable: true, description: 'First day of what it is in.' })
  start!: string | null;

  @Field(() => edtfScalar, { nullable: true, description: 'Last day of what it is in.' })
  end!: string | null;

  @Field(() => Float, { description: 'Where to draw it: the same for any time that the filter asks for.' })
  x!: number;

  @Field(() => Float, { description: 'Where to draw it.' })
  y!: number;

  @Field(() => Int, { description: 'Number of the group that it is closest to (Louvain).' })
  community!: number;

  @Field(() => Thing, { description: 'What it stands for.' })
  node!: Entity | Event;
}

@ObjectType({ description: 'An edge to draw.' })
export class GraphEdge {
  @Field(() => ID, { description: 'Its id: made of its ends and kind.' })
  id!: string;

  @Field(() => ID, { description: 'Id of the node that it starts from.' })
  source!: string;

  @Field(() => ID, { description: 'Id of the node that it ends at.' })
  target!: string;

  @Field(() => String, {
    description:
      '`MEETS` between actors; else the role (`ACTOR`, `RECIPIENT`), `LOCATED_IN`, or the kind of a lasting fact.',
  })
  kind!: string;

  @Field(() => Float, { description: 'Shared events and statements; 1 for a fact.' })
  weight!: number;

  @Field(() => [Count], { description: 'Shared events by quad class, the most first.' })
  quads!: Count[];

  @Field(() => [Count], { description: 'What either says of the other, by stance, the most first.' })
  stances!: Count[];

  @Field(() => edtfScalar, { nullable: true, description: 'First day of what it rests on.' })
  start!: string | null;

  @Field(() => edtfScalar, { nullable: true, description: 'Last day of what it rests on.' })
  end!: string | null;
}

@ObjectType({ description: 'A graph to draw.' })
export class Graph {
  @Field(() => [GraphNode], { description: 'The heaviest nodes, heaviest first.' })
  nodes!: GraphNode[];

  @Field(() => [GraphEdge], { description: 'Edges between them.' })
  edges!: GraphEdge[];

  @Field(() => Boolean, { description: 'False where there is more than is drawn: narrow the filter.' })
  isComplete!: boolean;
}
