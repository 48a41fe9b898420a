import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What a curator decided. It can be undone, and outlives a corrected article.' })
export class Decision {
  @Field(() => ID, { description: 'Its id, by which it can be undone.' })
  id!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'When.' })
  at!: Date;

  @Field(() => String, { description: 'By whom: the name of the key or token.' })
  by!: string;

  @Field(() => String, { nullable: true, description: 'Why.' })
  why!: string | null;

  @Field(() => String, { description: '`same`, `different`, `rename`, `correct`, `withdraw`, `retract` or `undo`.' })
  kind!: string;
}
