import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export const AppliedEnum = {
  ADDED: 'added',
  REPLACED: 'replaced',
  OLDER: 'older',
  UNCHANGED: 'unchanged',
  RETRACTED: 'retracted',
} as const;
registerEnumType(AppliedEnum, {
  name: 'Applied',
  description: 'What became of an article.',
  valuesConfig: {
    ADDED: { description: 'It is new.' },
    REPLACED: { description: 'It took the place of an older version.' },
    OLDER: { description: 'It is kept behind a newer version.' },
    UNCHANGED: { description: 'It was there already.' },
    RETRACTED: { description: 'Refused: the article was retracted.' },
  },
});

@ObjectType({ description: 'What became of an article that was sent.' })
export class Ingested {
  @Field(() => ID, { description: 'Id of the article.' })
  id!: string;

  @Field(() => AppliedEnum, { description: 'What became of it. It is kept, and durable.' })
  applied!: string;
}
