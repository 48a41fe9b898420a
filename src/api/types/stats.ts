import { Field, Float, ObjectType } from 'type-graphql';

@ObjectType({ description: 'How much the graph holds.' })
export class Stats {
  @Field(() => Float, { description: 'Articles, counting the current version of each.' })
  articles!: number;

  @Field(() => Float, { description: 'Article versions, superseded ones included.' })
  versions!: number;

  @Field(() => Float, { description: 'Entities.' })
  entities!: number;

  @Field(() => Float, { description: 'Events.' })
  events!: number;

  @Field(() => Float, { description: 'Statements.' })
  statements!: number;

  @Field(() => Float, { description: 'Lasting facts and links.' })
  relations!: number;

  @Field(() => Float, { description: 'Claims: one article saying one thing in some of its words.' })
  claims!: number;

  @Field(() => Float, { description: 'Decisions of curators.' })
  decisions!: number;
}
