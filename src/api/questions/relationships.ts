import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import { EntityRef } from '../args/entity-ref.ts';
import { PageArgs, pageAsked } from '../args/page-args.ts';
import { RelationArgs } from '../args/relation-args.ts';
import type { Context } from '../context.ts';
import { resolveRef } from '../resolve-ref.ts';
import { type Connection, connectionOf, pageOf } from '../types/connection.ts';
import { RelationshipConnection } from '../types/lists.ts';
import { Relationship } from '../types/relationship.ts';
import { checkedWords } from '../words.ts';

@ArgsType()
class RelationshipsArgs extends RelationArgs {
  @Field(() => EntityRef, { description: 'Whose.' })
  of!: EntityRef;

  @Field(() => EntityRef, { nullable: true, description: 'Only those with this one.' })
  with?: EntityRef | null;
}

/** Who is what to whom? */
@Resolver()
export class RelationshipsResolver {
  @Query(() => RelationshipConnection, {
    description: 'Lasting facts: offices, membership, leadership, kinship of places …',
  })
  async relationships(
    @Args(() => RelationshipsArgs) args: RelationshipsArgs,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Relationship>> {
    const { first, after } = pageAsked(page, 1);
    checkedWords(args.types, context.kinds.relations, 'types');
    const [of, other] = await Promise.all([resolveRef(args.of, 'of', context), resolveRef(args.with, 'with', context)]);
    const isNobody = of === null || (args.with && other === null);
    const all = isNobody ? [] : await Relationship.allOf(of, other, args, context);
    return connectionOf(
      pageOf(all, first, after, ({ id }) => id),
      page.after ?? null,
      (one) => one,
    );
  }
}
