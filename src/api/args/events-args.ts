import { ArgsType, Field } from 'type-graphql';
import type { Standing } from '../../knowledge/views.ts';
import { Order, StandingEnum } from '../enums.ts';
import { TimelineArgs } from './timeline-args.ts';

/** As for a timeline, but of every standing and the newest first unless asked otherwise. */
@ArgsType()
export class EventsArgs extends TimelineArgs {
  @Field(() => [StandingEnum], {
    defaultValue: Object.keys(StandingEnum),
    description: 'What those who tell of it make of it.',
  })
  declare standing: Standing[];

  @Field(() => Order, { defaultValue: 'NEWEST_FIRST', description: 'Which end comes first.' })
  declare order: 'OLDEST_FIRST' | 'NEWEST_FIRST';
}
