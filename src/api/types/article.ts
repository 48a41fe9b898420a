import { GraphQLURL } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import type { Extraction } from '../../knowledge/extraction.ts';
import { Dateline } from './dateline.ts';
import { edtfScalar } from './edtf.ts';
import { Segment } from './segment.ts';

@ObjectType({ description: 'A story, in its current version.' })
export class Article {
  @Field(() => ID, { description: 'Given, else the canonical URL, else taken from the content. Never changes.' })
  id!: string;

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

  @Field(() => [Segment], { description: 'Its parts, in order.' })
  segments!: Segment[];

  @Field(() => Dateline, { nullable: true, description: 'The dateline, where it has one.' })
  dateline!: Dateline | null;

  @Field(() => [String], { description: 'What a reader should know, such as a year taken from the text.' })
  notes!: string[];

  @Field(() => String, { description: 'Release of Dateline that read it.' })
  release!: string;

  /** The article of a stored extraction. */
  static from({ article, release }: Extraction): Article {
    const words = (span: { start: number; end: number } | null) => span && article.text.slice(span.start, span.end);
    const { dateline } = article;
    return Object.assign(new Article(), article, {
      release,
      segments: article.segments.map((segment) => ({ ...segment, exact: words(segment) })),
      dateline: dateline && {
        start: dateline.start,
        end: dateline.end,
        place: words(dateline.place),
        day: dateline.day?.value ?? null,
        agency: dateline.agency?.name ?? null,
      },
    });
  }
}
