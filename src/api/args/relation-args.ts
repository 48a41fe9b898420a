import { ArgsType, Field } from 'type-graphql';
import { edtfScalar } from '../types/edtf.ts';
import { When } from './when.ts';

/** Which lasting facts. */
@ArgsType()
export class RelationArgs {
  @Field(() => [String], { defaultValue: [], description: 'Kinds of relation: `HOLDS_OFFICE`. Empty for all.' })
  types!: string[];

  @Field(() => When, { nullable: true, description: 'Only what is valid, or may be, in this time.' })
  when?: When | null;

  @Field(() => edtfScalar, { nullable: true, description: 'Only what was published by the end of this day or time.' })
  asOf?: string | null;
}
