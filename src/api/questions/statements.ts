import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { OrderedPageArgs, orderedPage } from '../args/ordered-page-args.ts';
import { StatementFilterArgs, statementFilterOf } from '../args/statement-filter.ts';
import type { Context } from '../context.ts';
import { filledPage } from '../filled-page.ts';
import { hintOutlet } from '../hint-outlet.ts';
import { type Connection, connectionOf, NOTHING } from '../types/connection.ts';
import { StatementConnection } from '../types/lists.ts';
import { Statement } from '../types/statement.ts';

/** Who said what about whom? */
@Resolver()
export class StatementsResolver {
  @Query(() => StatementConnection, { description: 'Who said what, about whom, to whom, with which stance.' })
  async statements(
    @Args(() => StatementFilterArgs) args: StatementFilterArgs,
    @Args(() => OrderedPageArgs) page: OrderedPageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Statement>> {
    const asked = orderedPage(page);
    const filter = await statementFilterOf(args, context);
    const answer = filter
      ? await filledPage(asked, context.watch, (next) => context.store.statements(filter, next))
      : NOTHING;
    if (filter?.source && answer.items.length === 0) await hintOutlet(filter.source, context);
    return connectionOf(answer, page.after ?? null, (view) => Statement.from(view, filter?.asOf ?? null));
  }

  @Query(() => Statement, { nullable: true, description: 'One statement; null where there is none.' })
  async statement(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { load }: Context,
  ): Promise<Statement | null> {
    const view = await load.statements.load(id);
    return view && Statement.from(view);
  }
}
