import { Field, ObjectType } from 'type-graphql';
import type { ArticleKey, ArticlePage } from '../../knowledge/store.ts';
import { cursorOf, keyOf } from '../cursor.ts';
import { Article } from './article.ts';
import { PageInfo } from './page-info.ts';

@ObjectType({ description: 'An article in a list.' })
export class ArticleEdge {
  @Field(() => String, { description: 'Where it stands in the list.' })
  cursor!: string;

  @Field(() => Article, { description: 'The article.' })
  node!: Article;
}

@ObjectType({ description: 'A page of articles, newest first.' })
export class ArticleConnection {
  @Field(() => [ArticleEdge], { description: 'The articles of this page.' })
  edges!: ArticleEdge[];

  @Field(() => PageInfo, { description: 'Where the page stands.' })
  pageInfo!: PageInfo;

  /** A page of the store as a connection. */
  static from({ articles, hasNext }: ArticlePage, after: string | null): ArticleConnection {
    const edges = articles.map((extraction) => ({
      cursor: cursorOf([extraction.article.publishedAt, extraction.article.id]),
      node: Article.from(extraction),
    }));
    return {
      edges,
      pageInfo: {
        hasNextPage: hasNext,
        hasPreviousPage: after !== null,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  }
}

/** The store's key of a cursor of this list. */
export function articleKeyOf(cursor: string): ArticleKey {
  const [publishedAt, id] = keyOf(cursor, 2) as [string, string];
  return { publishedAt, id };
}
