import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A word of the vocabulary.' })
export class Term {
  @Field(() => String, { description: 'The word in filters and answers.' })
  id!: string;

  @Field(() => String, { description: 'For people.' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'What it means and where its border lies.' })
  definition!: string | null;
}

/** A kind as it is told; a kind that only older extractions know is its own label. */
export function termOf(kinds: ReadonlyMap<string, { label: string; definition: string }>, id: string): Term {
  const kind = kinds.get(id);
  return { id, label: kind?.label ?? id, definition: kind?.definition ?? null };
}
