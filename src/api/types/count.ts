import { Field, Float, ObjectType } from 'type-graphql';

@ObjectType({ description: 'How many of something.' })
export class Count {
  @Field(() => String, { description: 'Of what: a kind, a stance, a standing.' })
  key!: string;

  @Field(() => Float, { description: 'How many.' })
  count!: number;
}

/** Counts by key, the most first, then by key. */
export function countsOf(counts: ReadonlyMap<string, number> | Readonly<Record<string, number>>): Count[] {
  const entries = counts instanceof Map ? [...counts] : Object.entries(counts as Record<string, number>);
  return entries.map(([key, count]) => ({ key, count })).sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}
