import { ArgsType, Field } from 'type-graphql';
import { EntityType } from '../enums.ts';
import { PageArgs } from './page-args.ts';

/** Which entities. */
@ArgsType()
export class EntityArgs extends PageArgs {
  @Field(() => String, { description: 'A name or its beginning; a slip in a word is forgiven.' })
  search!: string;

  @Field(() => EntityType, { nullable: true, description: 'Only those that are this.' })
  type?: string | null;
}
