import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

/** The contract's segment kinds in upper case. */
export enum SegmentKind {
  HEADLINE = 'headline',
  CAPTION = 'caption',
  DATELINE = 'dateline',
  PARAGRAPH = 'paragraph',
  CREDIT = 'credit',
  BOILERPLATE = 'boilerplate',
}

registerEnumType(SegmentKind, {
  name: 'SegmentKind',
  description: 'What a part of an article is for.',
  valuesConfig: {
    HEADLINE: { description: 'The headline.' },
    CAPTION: { description: 'The words under a picture.' },
    DATELINE: { description: 'Place, day and agency at the head of a dispatch.' },
    PARAGRAPH: { description: 'A paragraph of the story.' },
    CREDIT: { description: 'Who reported, wrote, edited or took the picture.' },
    BOILERPLATE: { description: 'Page furniture, which is not read.' },
  },
});

@ObjectType({ description: 'A part of an article.' })
export class Segment {
  @Field(() => SegmentKind, { description: 'What it is for.' })
  kind!: `${SegmentKind}`;

  @Field(() => Int, { description: 'Where it begins, in UTF-16 code units of the text.' })
  start!: number;

  @Field(() => Int, { description: 'Where it ends (exclusive), in UTF-16 code units of the text.' })
  end!: number;

  @Field(() => String, { description: 'Its words.' })
  exact!: string;
}
