import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { MAX_PAGE } from '../../knowledge/store.ts';
import { EntityArgs } from '../args/entity-args.ts';
import { EntityRef } from '../args/entity-ref.ts';
import { pageAsked } from '../args/page-args.ts';
import type { Context } from '../context.ts';
import { nodeOf, resolveRef } from '../resolve-ref.ts';
import { type Connection, connectionOf, pageOf } from '../types/connection.ts';
import { Entity } from '../types/entity.ts';
import { EntityConnection } from '../types/lists.ts';

/** Who and what is there? */
@Resolver()
export class EntitiesResolver {
  @Query(() => Entity, {
    nullable: true,
    description: 'One entity, by any id ever served or by name; null where there is none. Give one of the two.',
  })
  async entity(
    @Arg('id', () => ID, { nullable: true, description: 'Its id.' }) id: string | null,
    @Arg('name', () => String, { nullable: true, description: 'One of its names.' }) name: string | null,
    @Ctx() context: Context,
  ): Promise<Entity | null> {
    const ref: EntityRef = { id: id ?? null, name: name ?? null };
    const node = id != null && name == null ? await nodeOf(id, 'id', context) : await resolveRef(ref, 'name', context);
    const view = node === null ? null : await context.load.entities.load(node);
    return view && Entity.from(view);
  }

  @Query(() => EntityConnection, { description: 'Entities by name, the best match first: the first 500 are found.' })
  async entities(@Args(() => EntityArgs) args: EntityArgs, @Ctx() { store }: Context): Promise<Connection<Entity>> {
    const { first, after } = pageAsked(args, 1);
    const wanted = after ? MAX_PAGE : first + 1;
    const found = await store.find(args.search, args.type ?? null, wanted);
    return connectionOf(
      pageOf(found, first, after, ({ id }) => id),
      args.after ?? null,
      Entity.from,
    );
  }
}
