import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { refusal } from '../refusal.ts';
import { Article } from '../types/article.ts';
import { Entity } from '../types/entity.ts';
import { Event } from '../types/event.ts';
import { Node } from '../types/node.ts';
import { Statement } from '../types/statement.ts';

const MOST = 100;

/** What is this id? */
@Resolver()
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: 'Whatever has this id now; null where it never was one.' })
  async node(
    @Arg('id', () => ID, { description: 'Any id ever served.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Node | null> {
    const [found] = await nodesOf([id], context);
    return found ?? null;
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: `Whatever these ids are now, in their order: ${MOST} at most.`,
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'Any ids ever served.' }) ids: string[],
    @Ctx() context: Context,
  ): Promise<(Node | null)[]> {
    if (ids.length > MOST) throw refusal('BAD_PAGE', `nodes(ids): give ${MOST} at most`);
    return nodesOf(ids, context);
  }
}

async function nodesOf(ids: readonly string[], { store, load }: Context): Promise<(Node | null)[]> {
  const nodes = await store.nodesOf(ids);
  return Promise.all(
    ids.map(async (id) => {
      const statement = await load.statements.load(id);
      if (statement) return Statement.from(statement);
      const node = nodes.get(id);
      if (node === 'gone') throw refusal('GONE', `the article that ${id} stood in was retracted`);
      if (node) {
        const [entity, event] = await Promise.all([load.entities.load(node), load.events.load(node)]);
        return entity ? Entity.from(entity) : event && Event.from(event);
      }
      const article = await load.versions.load({ article: id, version: null });
      return article && Article.from(article);
    }),
  );
}
