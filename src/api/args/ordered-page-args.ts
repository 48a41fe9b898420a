import { ArgsType, Field } from 'type-graphql';
import type { Page } from '../../knowledge/questions.ts';
import { Order } from '../enums.ts';
import { PageArgs, pageAsked } from './page-args.ts';

/** Which page of a list in the order of time, from its old end on. */
@ArgsType()
export class OrderedPageArgs extends PageArgs {
  @Field(() => Order, { defaultValue: 'OLDEST_FIRST', description: 'Which end comes first.' })
  order!: 'OLDEST_FIRST' | 'NEWEST_FIRST';
}

/** The same from the new end on. */
@ArgsType()
export class NewestPageArgs extends OrderedPageArgs {
  @Field(() => Order, { defaultValue: 'NEWEST_FIRST', description: 'Which end comes first.' })
  declare order: 'OLDEST_FIRST' | 'NEWEST_FIRST';
}

/** The page in the graph's terms: its cursors have a day and an id. Throws `BAD_PAGE`, `BAD_CURSOR`. */
export function orderedPage(args: OrderedPageArgs): Page {
  return pageAsked(args, 2, args.order === 'NEWEST_FIRST');
}
