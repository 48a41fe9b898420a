import { Field, Int, ObjectType } from 'type-graphql';
import { edtfScalar } from './edtf.ts';

@ObjectType({ description: 'Where the reporter is, on which day, for which agency. Not where everything happens.' })
export class Dateline {
  @Field(() => String, { nullable: true, description: 'The place as written: "ALMATY, Kazakhstan".' })
  place!: string | null;

  @Field(() => edtfScalar, {
    nullable: true,
    description: 'The day: `2022-01-10`, or `--01-10` where it names no year.',
  })
  day!: string | null;

  @Field(() => String, { nullable: true, description: 'The agency.' })
  agency!: string | null;

  @Field(() => Int, { description: 'Where it begins, in UTF-16 code units of the text.' })
  start!: number;

  @Field(() => Int, { description: 'Where it ends (exclusive), in UTF-16 code units of the text.' })
  end!: number;
}
