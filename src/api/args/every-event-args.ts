import { ArgsType, Field } from 'type-graphql';
import type { Standing } from '../../knowledge/views.ts';
import { StandingEnum } from '../enums.ts';
import { EventFilterArgs } from './event-filter.ts';

/** Which events, of every standing unless asked otherwise. */
@ArgsType()
export class EveryEventArgs extends EventFilterArgs {
  @Field(() => [StandingEnum], {
    defaultValue: Object.keys(StandingEnum),
    description: 'What those who tell of it make of it.',
  })
  declare standing: Standing[];
}
