import { Field, ObjectType } from 'type-graphql';
import { Modality } from '../enums.ts';
import { Event } from './event.ts';

@ObjectType({ description: 'An event that a statement tells of.' })
export class Asserted {
  @Field(() => Event, { description: 'The event.' })
  event!: Event;

  @Field(() => Modality, { description: 'How sure the speaker is of it.' })
  modality!: string;
}
