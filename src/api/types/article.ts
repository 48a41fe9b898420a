import { GraphQLURL } from 'graphql-scalars';
import { Ctx, Field, ObjectType } from 'type-graphql';
import type { Extraction } from '../../knowledge/extraction.ts';
import { nodeId } from '../../knowledge/node-id.ts';
import type { ToldVersion } from '../../knowledge/questions.ts';
import type { Context } from '../context.ts';
import { Dateline } from './dateline.ts';
import { edtfScalar } from './edtf.ts';
import { Entity } from './entity.ts';
import { Event } from './event.ts';
import { Node } from './node.ts';
import { Segment } from './segment.ts';
import { Statement } from './statement.ts';

@ObjectType({ implements: Node, description: 'A story, in one of its versions: as a rule the current one.' })
export class Article extends Node {
  @Field(() => String, { description: 'SHA-256 of this version: text, title, source and dates.' })
  version!: string;

  @Field(() => String, { nullable: true, description: 'The headline.' })
  title!: string | null;

  @Field(() => GraphQLURL, { nullable: true, description: 'Canonical address.' })
  url!: string | null;

  @Field(() => String, { nullable: true, description: 'Who published it: a newspaper, an agency, a site.' })
  source!: string | null;

  @Field(() => String, { nullable: true, description: 'Who wrote it, as its metadata names them.' })
  author!: string | null;

  @Field(() => edtfScalar, { description: 'When it was published, as precise as it is known.' })
  publishedAt!: string;

  @Field(() => edtfScalar, { nullable: true, description: 'When this version was made, where it says so.' })
  modifiedAt!: string | null;

  @Field(() => String, { description: 'Language of the text (BCP 47).' })
  language!: string;

  @Field(() => String, { description: 'The text that every offset refers to.' })
  text!: string;

  @Field(() => [String], { description: 'What a reader should know, such as a year taken from the text.' })
  notes!: readonly string[];

  @Field(() => String, { description: 'Release of Dateline that read it.' })
  release!: string;

  private article!: ToldVersion['article'];

  @Field(() => [Segment], { description: 'Its parts, in order.' })
  segments(): Segment[] {
    return this.article.segments.map((segment) => ({ ...segment, exact: this.words(segment) }));
  }

  @Field(() => Dateline, { nullable: true, description: 'The dateline, where it has one.' })
  dateline(): Dateline | null {
    const { dateline } = this.article;
    return (
      dateline && {
        start: dateline.start,
        end: dateline.end,
        place: dateline.place && this.words(dateline.place),
        day: dateline.day?.value ?? null,
        agency: dateline.agency?.name ?? null,
      }
    );
  }

  @Field(() => [Statement], { description: 'What is said in it, in the order of the text.' })
  async statements(@Ctx() { load }: Context): Promise<Statement[]> {
    const views = await load.statements.loadMany(this.idsOf((await this.read(load)).statements));
    return views.flatMap((view) => (view && !(view instanceof Error) ? Statement.from(view) : []));
  }

  @Field(() => [Event], { description: 'Events that it tells of, in the order of the text.' })
  async events(@Ctx() { load, store }: Context): Promise<Event[]> {
    const views = await load.events.loadMany(await this.nodesOf((await this.read(load)).events, store));
    return views.flatMap((view) => (view && !(view instanceof Error) ? Event.from(view) : []));
  }

  @Field(() => [Entity], { description: 'Whom and what it names, in the order of the text.' })
  async entities(@Ctx() { load, store }: Context): Promise<Entity[]> {
    const views = await load.entities.loadMany(await this.nodesOf((await this.read(load)).entities, store));
    return views.flatMap((view) => (view && !(view instanceof Error) ? Entity.from(view) : []));
  }

  private async read(load: Context['load']): Promise<Extraction> {
    return (await load.extractions.load({ article: this.id, version: this.version }))!;
  }

  private words({ start, end }: { readonly start: number; readonly end: number }): string {
    return this.text.slice(start, end);
  }

  private idsOf(items: readonly { readonly id: string }[]): string[] {
    return items.map(({ id }) => nodeId(this.id, this.version, id));
  }

  private async nodesOf(items: readonly { readonly id: string }[], store: Context['store']): Promise<string[]> {
    const ids = this.idsOf(items);
    const nodes = await store.nodesOf(ids);
    const known = ids.map((id) => nodes.get(id)).filter((node) => typeof node === 'string' && node !== 'gone');
    return [...new Set(known as string[])];
  }

  /** The article of a stored version. */
  static from({ article, release }: ToldVersion): Article {
    const told = new Article();
    told.id = article.id;
    told.version = article.version;
    told.title = article.title;
    told.url = article.url;
    told.source = article.source;
    told.author = article.author;
    told.publishedAt = article.publishedAt;
    told.modifiedAt = article.modifiedAt;
    told.language = article.language;
    told.text = article.text;
    told.notes = article.notes;
    told.release = release;
    told.article = article;
    return told;
  }
}
