import { Field, Int, ObjectType } from 'type-graphql';
import { Entity } from './entity.ts';
import { Tie } from './tie.ts';

@ObjectType({ description: 'How two entities hang together, over others.' })
export class Path {
  @Field(() => Int, { description: 'Hops from the one to the other.' })
  length!: number;

  @Field(() => [Entity], { description: 'The one, those between, the other.' })
  nodes!: Entity[];

  @Field(() => [Tie], { description: 'What ties each to the next.' })
  ties!: Tie[];
}
