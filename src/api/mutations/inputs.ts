import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import type { CorrectableField } from '../../knowledge/decision.ts';
import { edtfScalar } from '../types/edtf.ts';

@InputType({ description: 'An article to read and keep.' })
export class ArticleInput {
  @Field(() => ID, { nullable: true, description: 'Its id; else its address, else made of its content.' })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'The headline.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Canonical address.' })
  url?: string | null;

  @Field(() => String, { nullable: true, description: 'The outlet.' })
  source?: string | null;

  @Field(() => edtfScalar, { nullable: true, description: 'When it was published; else its dateline must tell.' })
  publishedAt?: string | null;

  @Field(() => edtfScalar, { nullable: true, description: 'When this version was made.' })
  modifiedAt?: string | null;

  @Field(() => String, { description: 'Its text; every offset counts in it.' })
  text!: string;
}

@InputType({ description: 'Two entities, or two events.' })
export class PairInput {
  @Field(() => ID, { description: 'Any id of the one.' })
  a!: string;

  @Field(() => ID, { description: 'Any id of the other.' })
  b!: string;
}

@InputType({ description: 'A name for an entity.' })
export class RenameInput {
  @Field(() => ID, { description: 'Any id of the entity.' })
  id!: string;

  @Field(() => String, { description: 'The name it is to be shown by.' })
  name!: string;
}

export const FieldName = {
  TYPE: 'type',
  MODE: 'mode',
  EARLIEST: 'earliest',
  LATEST: 'latest',
  MODALITY: 'modality',
} as const;
registerEnumType(FieldName, {
  name: 'CorrectableField',
  description: 'What of an event can be corrected.',
  valuesConfig: {
    TYPE: { description: 'Its kind: `PROTEST`.' },
    MODE: { description: 'The way in which it was done: `riot`.' },
    EARLIEST: { description: 'Its first day.' },
    LATEST: { description: 'Its last day.' },
    MODALITY: { description: 'Whether it happened: `negated`.' },
  },
});

@InputType({ description: 'A corrected value of an event.' })
export class CorrectInput {
  @Field(() => ID, { description: 'Any id of the event.' })
  id!: string;

  @Field(() => FieldName, { description: 'What is wrong.' })
  field!: CorrectableField;

  @Field(() => String, { nullable: true, description: 'What is right; null for nothing.' })
  value?: string | null;
}

@InputType({ description: 'What a curator decides: exactly one of these.' })
export class DecisionInput {
  @Field(() => PairInput, { nullable: true, description: 'These two are one.' })
  same?: PairInput | null;

  @Field(() => PairInput, { nullable: true, description: 'These two are not one.' })
  different?: PairInput | null;

  @Field(() => RenameInput, { nullable: true, description: 'It goes by this name.' })
  rename?: RenameInput | null;

  @Field(() => CorrectInput, { nullable: true, description: 'This is wrong.' })
  correct?: CorrectInput | null;

  @Field(() => ID, { nullable: true, description: 'What an article says of this event or entity is left out.' })
  withdraw?: string | null;
}
