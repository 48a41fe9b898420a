import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { lengthOf, PageArgs } from '../args/page-args.ts';
import type { Context } from '../context.ts';
import { Article } from '../types/article.ts';
import { ArticleConnection, articleKeyOf } from '../types/article-connection.ts';

/** What do the articles say? */
@Resolver()
export class ArticlesResolver {
  @Query(() => Article, {
    nullable: true,
    description: 'One article in its current version; null where there is none.',
  })
  async article(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { load }: Context,
  ): Promise<Article | null> {
    const extraction = await load.versions.load({ article: id, version: null });
    return extraction && Article.from(extraction);
  }

  @Query(() => ArticleConnection, { description: 'Every article, newest first.' })
  async articles(@Args(() => PageArgs) args: PageArgs, @Ctx() { store }: Context): Promise<ArticleConnection> {
    const first = lengthOf(args.first);
    const page = await store.articles({ first, after: args.after == null ? null : articleKeyOf(args.after) });
    return ArticleConnection.from(page, args.after ?? null);
  }
}
