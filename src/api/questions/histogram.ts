import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import type { EventView } from '../../knowledge/views.ts';
import { EventFilterArgs, eventFilterOf } from '../args/event-filter.ts';
import { stretchOf } from '../bars-of.ts';
import type { Context } from '../context.ts';
import { readUpTo } from '../read-up-to.ts';
import { countsOf } from '../types/count.ts';
import { Bucket, Histogram, Split } from '../types/histogram.ts';

const MOST_EVENTS = 10_000;

@ArgsType()
class HistogramArgs extends EventFilterArgs {
  @Field(() => Bucket, { defaultValue: 'DAY', description: 'How wide the bars are.' })
  bucket!: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR';

  @Field(() => Split, { defaultValue: 'TYPE', description: 'What they are made of.' })
  by!: 'TYPE' | 'QUAD' | 'STANDING';
}

/** When did how much happen? */
@Resolver()
export class HistogramResolver {
  @Query(() => Histogram, {
    complexity: 300,
    description: `How many events there were, over time; the first ${MOST_EVENTS.toLocaleString('en')} are counted.`,
  })
  async histogram(@Args(() => HistogramArgs) args: HistogramArgs, @Ctx() context: Context): Promise<Histogram> {
    const filter = await eventFilterOf(args, context);
    if (!filter) return { bars: [], total: 0, undated: 0, isComplete: true, completeTo: null };
    const { items, isComplete } = await readUpTo(MOST_EVENTS, (page) => context.store.timeline(filter, page));
    const partOf = (view: EventView) => {
      if (args.by === 'TYPE') return view.type;
      return args.by === 'STANDING' ? view.standing : (context.kinds.events.get(view.type)?.quad ?? 'NONE');
    };
    const bars = new Map<string, { end: string; count: number; parts: Map<string, number> }>();
    for (const view of items) {
      if (view.day === '~') continue;
      const [start, end] = stretchOf(view.day, args.bucket);
      const bar = bars.get(start) ?? { end, count: 0, parts: new Map<string, number>() };
      bars.set(start, bar);
      bar.count++;
      bar.parts.set(partOf(view), (bar.parts.get(partOf(view)) ?? 0) + 1);
    }
    const last = items.at(-1)?.day ?? null;
    return {
      bars: [...bars]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([start, { end, count, parts }]) => ({ start, end, count, parts: countsOf(parts) })),
      total: items.length,
      undated: items.filter(({ day }) => day === '~').length,
      isComplete,
      completeTo: isComplete || last === '~' ? null : last,
    };
  }
}
