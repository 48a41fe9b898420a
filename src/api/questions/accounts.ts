import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { PageArgs, pageAsked } from '../args/page-args.ts';
import type { Context } from '../context.ts';
import { nodeOf } from '../resolve-ref.ts';
import { Account } from '../types/account.ts';
import { type Connection, connectionOf, pageOf } from '../types/connection.ts';
import { AccountConnection } from '../types/lists.ts';

/** Who tells it how? */
@Resolver()
export class AccountsResolver {
  @Query(() => AccountConnection, { description: 'One event as each article tells it, in the order of publication.' })
  async accounts(
    @Arg('of', () => ID, { description: 'Any id of the event.' }) of: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Account>> {
    const { first, after } = pageAsked(args, 1);
    const node = await nodeOf(of, 'of', context);
    const view = node === null ? null : await context.load.events.load(node);
    const tellings = view ? [...(await context.load.tellings.load(view))] : [];
    tellings.sort((a, b) => a.ms - b.ms || (a.appearance < b.appearance ? -1 : 1));
    const page = pageOf(tellings, first, after, ({ appearance }) => appearance);
    return connectionOf(page, args.after ?? null, Account.from);
  }
}
