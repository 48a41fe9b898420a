import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { Health } from '../types/health.ts';
import { Stats } from '../types/stats.ts';
import { Vocabulary } from '../types/vocabulary.ts';

/** What is in this graph, and in which words? */
@Resolver()
export class AboutTheGraphResolver {
  @Query(() => Health, { description: 'How the store is, and what it holds.' })
  async health(@Ctx() { store }: Context): Promise<Health> {
    const { kind, articles, versions } = await store.health();
    return { status: 'ok', store: kind, articles, versions };
  }

  @Query(() => Stats, { description: 'How much the graph holds, counted: takes longer the more there is.' })
  async stats(@Ctx() { store }: Context): Promise<Stats> {
    const [{ articles, versions }, counts] = await Promise.all([store.health(), store.stats()]);
    return { articles, versions, ...counts };
  }

  @Query(() => Vocabulary, { description: 'Every word that filters take and answers give.' })
  vocabulary(): Vocabulary {
    return new Vocabulary();
  }
}
