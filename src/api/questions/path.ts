import { Args, ArgsType, Ctx, Field, Int, Query, Resolver } from 'type-graphql';
import { EntityRef } from '../args/entity-ref.ts';
import { lengthOf } from '../args/page-args.ts';
import { When } from '../args/when.ts';
import type { Context } from '../context.ts';
import { findPath } from '../find-path.ts';
import { resolveRef } from '../resolve-ref.ts';
import { Entity } from '../types/entity.ts';
import { Path } from '../types/path.ts';
import { Tie } from '../types/tie.ts';

const LONGEST = 6;

@ArgsType()
class PathArgs {
  @Field(() => EntityRef, { description: 'From whom.' })
  from!: EntityRef;

  @Field(() => EntityRef, { description: 'To whom.' })
  to!: EntityRef;

  @Field(() => When, { nullable: true, description: 'Only over meetings in this time.' })
  when?: When | null;

  @Field(() => Int, { defaultValue: LONGEST, description: `At most so many hops, 1 to ${LONGEST}.` })
  longest!: number;
}

/** How do they hang together? */
@Resolver()
export class PathResolver {
  @Query(() => Path, {
    nullable: true,
    complexity: ({ childComplexity }) => 200 + LONGEST * childComplexity,
    description: 'A shortest way from one to another over shared events, statements and lasting facts; null for none.',
  })
  async path(@Args(() => PathArgs) args: PathArgs, @Ctx() context: Context): Promise<Path | null> {
    const { store, load } = context;
    const longest = lengthOf(args.longest, LONGEST, 'longest');
    const days = When.days(args.when);
    const [from, to] = await Promise.all([resolveRef(args.from, 'from', context), resolveRef(args.to, 'to', context)]);
    const found = from === null || to === null ? null : await findPath(store, from, to, longest, days);
    if (!found) return null;
    const views = (await Promise.all(found.ids.map((id) => load.entities.load(id)))).filter((view) => view !== null);
    const ties = await Promise.all(
      views.slice(1).map(async (view, at) => {
        const before = views[at]!;
        const counts =
          found.counts[at] ?? (await store.neighbours(before.id, 400)).find(({ entity }) => entity.id === view.id);
        return Tie.from(before, view, counts ?? { weight: 0, types: {}, stances: {} }, days);
      }),
    );
    return { length: views.length - 1, nodes: views.map(Entity.from), ties };
  }
}
