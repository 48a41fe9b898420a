import { ArgsType, Field, Int } from 'type-graphql';
import { MAX_PAGE } from '../../knowledge/store.ts';
import { Order } from '../enums.ts';
import { EventFilterArgs } from './event-filter.ts';

/** Which events, and which page of them. */
@ArgsType()
export class TimelineArgs extends EventFilterArgs {
  @Field(() => Order, { defaultValue: 'OLDEST_FIRST', description: 'Which end comes first.' })
  order!: 'OLDEST_FIRST' | 'NEWEST_FIRST';

  @Field(() => Int, { defaultValue: 50, description: `Length of the page, 1 to ${MAX_PAGE}.` })
  first!: number;

  @Field(() => String, { nullable: true, description: 'The endCursor of the page before.' })
  after?: string | null;
}
