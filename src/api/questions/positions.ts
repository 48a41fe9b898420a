import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import { EntityRef } from '../args/entity-ref.ts';
import { When } from '../args/when.ts';
import type { Context } from '../context.ts';
import { edtfEnd } from '../edtf-days.ts';
import { type Stand, stanceOf, stretchesOf } from '../positions-of.ts';
import { readUpTo } from '../read-up-to.ts';
import { resolveRef } from '../resolve-ref.ts';
import { edtfScalar } from '../types/edtf.ts';
import { Positions } from '../types/positions.ts';
import { Statement } from '../types/statement.ts';

const MOST = 1000;

@ArgsType()
class PositionsArgs {
  @Field(() => EntityRef, { description: 'Who.' })
  by!: EntityRef;

  @Field(() => EntityRef, { description: 'On whom or what; the id may be that of an event.' })
  about!: EntityRef;

  @Field(() => When, { nullable: true, description: 'When it was said.' })
  when?: When | null;

  @Field(() => edtfScalar, { nullable: true, description: 'As it was known at the end of this day or time.' })
  asOf?: string | null;
}

/** Did they change their mind? */
@Resolver()
export class PositionsResolver {
  @Query(() => Positions, {
    complexity: ({ childComplexity }) => 100 + 5 * childComplexity,
    description: `What someone thinks of someone or something, over time: of their first ${MOST} statements about it.`,
  })
  async positions(@Args(() => PositionsArgs) args: PositionsArgs, @Ctx() context: Context): Promise<Positions> {
    const [by, about] = await Promise.all([
      resolveRef(args.by, 'by', context),
      resolveRef(args.about, 'about', context),
    ]);
    if (by === null || about === null) return { stretches: [], changes: [], count: 0, isComplete: true };
    const asOf = args.asOf ? edtfEnd(args.asOf) : null;
    const filter = { by, about, to: null, stance: null, kinds: [], classes: [], days: When.days(args.when), asOf };
    const rest = { search: null, source: null, minConfidence: 0 };
    const { items, isComplete } = await readUpTo(MOST, (page) =>
      context.store.statements({ ...filter, ...rest }, page),
    );
    const { load } = context;
    const own = new Set(((await load.entities.load(about)) ?? (await load.events.load(about)))?.signatures);
    const stands = await Promise.all(
      items.map(async (view): Promise<Stand> => {
        const stances = view.about.filter(({ target }) => own.has(target)).map(({ stance }) => stance);
        const stance = stances.find((one) => one !== 'neutral') ?? 'neutral';
        const article = view.saidAt?.earliest ? null : await context.load.versions.load(view);
        return { view, stance, day: view.saidAt?.earliest ?? article?.article.publishedAt.slice(0, 10) ?? '' };
      }),
    );
    const stretches = stretchesOf(stands);
    const told = ({ view }: Stand) => Statement.from(view, asOf);
    return {
      stretches: stretches.map((stretch) => ({
        stance: stanceOf(stretch),
        from: stretch[0]!.day,
        to: stretch.at(-1)!.day,
        count: stretch.length,
        first: told(stretch[0]!),
        last: told(stretch.at(-1)!),
      })),
      changes: stretches.slice(1).map((next, at) => {
        const previous = stretches[at]!;
        const before = previous.findLast(({ stance }) => stance === stanceOf(previous))!;
        const after = next.find(({ stance }) => stance === stanceOf(next))!;
        return { from: stanceOf(previous), to: stanceOf(next), before: told(before), after: told(after) };
      }),
      count: stands.length,
      isComplete,
    };
  }
}
