import { ArgsType, Field } from 'type-graphql';

/** Which links of an event. */
@ArgsType()
export class LinkArgs {
  @Field(() => [String], { defaultValue: [], description: 'Kinds of link: `CAUSES`. Empty for all.' })
  types!: string[];
}
