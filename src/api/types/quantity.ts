import { Field, Float, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'How many, as one article tells it: "at least 2,000" has no maximum.' })
export class Quantity {
  @Field(() => Float, { nullable: true, description: 'At least so many.' })
  min!: number | null;

  @Field(() => Float, { nullable: true, description: 'At most so many.' })
  max!: number | null;

  @Field(() => ID, { description: 'Id of the article that says so.' })
  article!: string;
}
