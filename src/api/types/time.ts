import { Field, ObjectType } from 'type-graphql';
import type { When } from '../../knowledge/views.ts';
import { TimeBasis } from '../enums.ts';
import { edtfScalar } from './edtf.ts';

@ObjectType({ description: 'When: as precise as it is told, and the days that it can mean.' })
export class Time {
  @Field(() => edtfScalar, { nullable: true, description: 'As told; null for "recently" and the like.' })
  edtf!: string | null;

  @Field(() => edtfScalar, { nullable: true, description: 'First day it can mean; null where that is open.' })
  earliest!: string | null;

  @Field(() => edtfScalar, { nullable: true, description: 'Last day it can mean; null where that is open.' })
  latest!: string | null;

  @Field(() => TimeBasis, { description: 'What it was taken from.' })
  basis!: When['basis'];
}
