import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Arg, Ctx, Field, ID, Int, ObjectType } from 'type-graphql';
import type { ChangeKind, Change as Logged } from '../../knowledge/change.ts';
import { lengthOf } from '../args/page-args.ts';
import type { Context } from '../context.ts';
import { cursorOf } from '../cursor.ts';
import { ChangeKindEnum } from '../enums.ts';
import { Article } from './article.ts';
import { Entity } from './entity.ts';
import { Event } from './event.ts';

const MOST = 100;
const FIRST = { defaultValue: 20, description: `How many at most, 1 to ${MOST}.` };

@ObjectType({ description: 'One commit to the graph, with what it is about as it stands now.' })
export class Change {
  @Field(() => String, { description: 'Where it stands in the log: give it as `after` to go on behind it.' })
  cursor!: string;

  @Field(() => ChangeKindEnum, { description: 'What happened.' })
  kind!: ChangeKind;

  @Field(() => GraphQLDateTimeISO, { description: 'When.' })
  at!: Date;

  @Field(() => [ID], { description: 'Ids of the articles that it is about, also of those that are gone.' })
  articleIds!: readonly string[];

  @Field(() => ID, { nullable: true, description: 'The version that came in; null for a decision.' })
  version!: string | null;

  @Field(() => String, { nullable: true, description: 'The outlet of the article that came in.' })
  source!: string | null;

  @Field(() => ID, { nullable: true, description: 'The decision, by which it can be undone.' })
  decisionId!: string | null;

  private signatures!: readonly string[];

  @Field(() => [Article], { description: 'The articles, in their current versions; those that are gone are left out.' })
  async articles(@Ctx() { load }: Context): Promise<Article[]> {
    const found = await Promise.all(this.articleIds.map((article) => load.versions.load({ article, version: null })));
    return found.flatMap((extraction) => (extraction ? Article.from(extraction) : []));
  }

  @Field(() => [Event], { description: 'Events that the articles tell of.' })
  async events(@Arg('first', () => Int, FIRST) first: number, @Ctx() { store }: Context): Promise<Event[]> {
    const views = await store.eventsOfSignatures(this.signatures);
    return distinct([...views.values()], lengthOf(first, MOST)).map((view) => Event.from(view));
  }

  @Field(() => [Entity], { description: 'Whom and what the articles speak of.' })
  async entities(@Arg('first', () => Int, FIRST) first: number, @Ctx() { store }: Context): Promise<Entity[]> {
    const views = await store.entitiesOfSignatures(this.signatures);
    return distinct([...views.values()], lengthOf(first, MOST)).map((view) => Entity.from(view));
  }

  static from({ seq, kind, at, articles, version, source, decision, signatures }: Logged): Change {
    const [cursor, when] = [cursorOf([String(seq)]), new Date(at)];
    const told = { cursor, kind, at: when, articleIds: articles, version, source, decisionId: decision, signatures };
    return Object.assign(new Change(), told);
  }
}

/** The first of some nodes, each once, in the order of their ids. */
function distinct<View extends { readonly id: string }>(views: readonly View[], first: number): View[] {
  const byId = new Map(views.map((view) => [view.id, view]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, first);
}
