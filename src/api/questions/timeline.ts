import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { EventFilterArgs, eventFilterOf } from '../args/event-filter.ts';
import { EveryEventArgs } from '../args/every-event-args.ts';
import { NewestPageArgs, OrderedPageArgs, orderedPage } from '../args/ordered-page-args.ts';
import type { Context } from '../context.ts';
import { filledPage } from '../filled-page.ts';
import { hintOutlet } from '../hint-outlet.ts';
import { nodeOf } from '../resolve-ref.ts';
import { type Connection, connectionOf, NOTHING } from '../types/connection.ts';
import { Event } from '../types/event.ts';
import { EventConnection } from '../types/lists.ts';

/** What happened? */
@Resolver()
export class TimelineResolver {
  @Query(() => EventConnection, {
    description: 'What happened, in the order of time: undated events stand where their links to others put them.',
  })
  timeline(
    @Args(() => EventFilterArgs) filter: EventFilterArgs,
    @Args(() => OrderedPageArgs) page: OrderedPageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Event>> {
    return eventsAsked(filter, page, context);
  }

  @Query(() => EventConnection, { description: 'Events of every standing, planned and denied ones too, newest first.' })
  events(
    @Args(() => EveryEventArgs) filter: EveryEventArgs,
    @Args(() => NewestPageArgs) page: NewestPageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Event>> {
    return eventsAsked(filter, page, context);
  }

  @Query(() => Event, { nullable: true, description: 'One event, by any id ever served; null where there is none.' })
  async event(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Event | null> {
    const node = await nodeOf(id, 'id', context);
    const view = node === null ? null : await context.load.events.load(node);
    return view && Event.from(view);
  }
}

async function eventsAsked(args: EventFilterArgs, page: OrderedPageArgs, context: Context): Promise<Connection<Event>> {
  const asked = orderedPage(page);
  const filter = await eventFilterOf(args, context, asked);
  const answer = filter
    ? await filledPage(asked, context.watch, (next) => context.store.timeline(filter, next))
    : NOTHING;
  if (filter?.source && answer.items.length === 0) await hintOutlet(filter.source, context);
  return connectionOf(answer, page.after ?? null, (view) => Event.from(view, filter?.asOf ?? null));
}
