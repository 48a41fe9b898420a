import { GraphQLError } from 'graphql';
import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { MAX_PAGE } from '../../knowledge/store.ts';
import type { Context } from '../context.ts';
import { Article } from './article.ts';
import { ArticleConnection, articleKeyOf } from './article-connection.ts';
import { Health } from './health.ts';

/** The questions that the API answers. */
@Resolver()
export class QueryResolver {
  @Query(() => Article, {
    nullable: true,
    description: 'One article in its current version; null where there is none.',
  })
  async article(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { store }: Context,
  ): Promise<Article | null> {
    const extraction = await store.article(id);
    return extraction && Article.from(extraction);
  }

  @Query(() => ArticleConnection, { description: 'Every article, newest first.' })
  async articles(
    @Arg('first', () => Int, { defaultValue: 50, description: `Length of the page, 1 to ${MAX_PAGE}.` }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The endCursor of the page before.' }) after:
      | string
      | null,
    @Ctx() { store }: Context,
  ): Promise<ArticleConnection> {
    if (first < 1 || first > MAX_PAGE) {
      throw new GraphQLError(`articles(first: ${first}): a page has 1 to ${MAX_PAGE} articles`, {
        extensions: { code: 'BAD_PAGE' },
      });
    }
    const page = await store.articles({ first, after: after == null ? null : articleKeyOf(after) });
    return ArticleConnection.from(page, after ?? null);
  }

  @Query(() => Health, { description: 'How the store is, and what it holds.' })
  async health(@Ctx() { store }: Context): Promise<Health> {
    const { kind, articles, versions } = await store.health();
    return { status: 'ok', store: kind, articles, versions };
  }
}
