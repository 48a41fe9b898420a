import { Field, ID, InputType } from 'type-graphql';
import type { ChangeKind } from '../../knowledge/change.ts';
import { EntityRef } from '../args/entity-ref.ts';
import { ChangeKindEnum } from '../enums.ts';

@InputType({ description: 'Which changes: every condition must hold; an empty list asks nothing.' })
export class ChangeFilter {
  @Field(() => [EntityRef], {
    defaultValue: [],
    description:
      'About any of these people, bodies and places, a place with its parts; one that nobody has told of yet is waited for.',
  })
  of!: EntityRef[];

  @Field(() => [String], {
    defaultValue: [],
    description:
      'With events of any of these kinds: `PROTEST`. What was retracted can no longer be looked up and is told.',
  })
  types!: string[];

  @Field(() => [ChangeKindEnum], { defaultValue: [], description: 'What happened to the graph.' })
  kinds!: ChangeKind[];

  @Field(() => [ID], { defaultValue: [], description: 'About any of these articles.' })
  articles!: string[];

  @Field(() => String, { nullable: true, description: 'Only what this outlet published, named as its articles do.' })
  source?: string | null;
}
