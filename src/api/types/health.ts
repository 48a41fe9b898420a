import { Field, Float, ObjectType } from 'type-graphql';

@ObjectType({ description: 'How the store is, and what it holds.' })
export class Health {
  @Field(() => String, { description: '`ok` when the store answers.' })
  status!: string;

  @Field(() => String, { description: 'Kind of store: `embedded`.' })
  store!: string;

  @Field(() => Float, { description: 'Articles, counting the current version of each.' })
  articles!: number;

  @Field(() => Float, { description: 'Article versions, superseded ones included.' })
  versions!: number;
}
