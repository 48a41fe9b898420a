import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { eventFilterOf } from '../args/event-filter.ts';
import { EventsArgs } from '../args/events-args.ts';
import { pageAsked } from '../args/page-args.ts';
import { TimelineArgs } from '../args/timeline-args.ts';
import type { Context } from '../context.ts';
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
  timeline(@Args(() => TimelineArgs) args: TimelineArgs, @Ctx() context: Context): Promise<Connection<Event>> {
    return eventsAsked(args, context);
  }

  @Query(() => EventConnection, { description: 'Events of every standing, planned and denied ones too, newest first.' })
  events(@Args(() => EventsArgs) args: EventsArgs, @Ctx() context: Context): Promise<Connection<Event>> {
    return eventsAsked(args, context);
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

async function eventsAsked(args: TimelineArgs, context: Context): Promise<Connection<Event>> {
  const page = pageAsked(args, 2, args.order === 'NEWEST_FIRST');
  const filter = await eventFilterOf(args, context);
  const answer = filter ? await context.store.timeline(filter, page) : NOTHING;
  return connectionOf(answer, args.after ?? null, (view) => Event.from(view, filter?.asOf ?? null));
}
