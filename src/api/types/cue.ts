import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'The word that announces a statement.' })
export class Cue {
  @Field(() => String, { description: 'Its base form: "blame".' })
  lemma!: string;

  @Field(() => String, { description: 'Its class in the vocabulary (`vocabulary { say }`): `blame`.' })
  class!: string;
}
