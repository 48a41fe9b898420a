import { Arg, Ctx, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Change as Logged } from '../../knowledge/change.ts';
import type { Context } from '../context.ts';
import { cursorOf } from '../cursor.ts';
import { ChangeFilter } from '../live/change-filter.ts';
import { followed } from '../live/followed.ts';
import { Change } from '../types/change.ts';

/** What is new? */
@Resolver()
export class ChangesResolver {
  @Query(() => String, {
    description:
      'Where the log of changes stands. Take it before reading the graph, and subscribe to `changes` after it: nothing is missed between the two.',
  })
  async changeCursor(@Ctx() { store }: Context): Promise<string> {
    return cursorOf([String(await store.lastChange())]);
  }

  @Subscription(() => Change, {
    description: 'Commits to the graph as they come, in order, by whichever process; each with a cursor to go on from.',
    subscribe: ({ args, context }) => followed(args, context),
  })
  changes(
    @Root() change: Logged,
    @Arg('filter', () => ChangeFilter, { nullable: true, description: 'Which changes; all if not given.' })
    _filter?: ChangeFilter | null,
    @Arg('after', () => String, {
      nullable: true,
      description: 'The cursor of the last change that was seen: those behind it come first. From now on if not given.',
    })
    _after?: string | null,
  ): Change {
    return Change.from(change);
  }
}
