import { Field, InputType } from 'type-graphql';
import { EntityRef } from './entity-ref.ts';

@InputType({ description: 'On whose word: exactly one of the three.' })
export class VoucherInput {
  @Field(() => Boolean, { nullable: true, description: 'True: what articles say in their own voice.' })
  narrator?: boolean | null;

  @Field(() => EntityRef, { nullable: true, description: 'What this speaker says.' })
  speaker?: EntityRef | null;

  @Field(() => String, { nullable: true, description: 'What this outlet says, as its articles name it.' })
  source?: string | null;
}
