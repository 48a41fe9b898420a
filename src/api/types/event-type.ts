import { Field, Float, ObjectType } from 'type-graphql';
import type { Kinds } from '../context.ts';
import { Term } from './term.ts';

@ObjectType({ description: 'A kind of event.' })
export class EventType {
  @Field(() => String, { description: 'The kind in filters and answers: `PROTEST`.' })
  id!: string;

  @Field(() => String, { description: 'For people: "Protest".' })
  label!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Words or deeds, for or against: `VERBAL_COOPERATION`, `MATERIAL_COOPERATION`, `VERBAL_CONFLICT` or `MATERIAL_CONFLICT`; null where the kind has none.',
  })
  quad!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Its place on the line from conflict (-10) to cooperation (10); null where it has none.',
  })
  score!: number | null;

  @Field(() => String, { nullable: true, description: 'What it is and where its border lies.' })
  definition!: string | null;

  @Field(() => [Term], { description: 'The ways in which it is done: `riot`.' })
  modes!: Term[];
}

/** A kind of event as it is told; one that only older extractions know is its own label. */
export function eventTypeOf({ events }: Kinds, id: string): EventType {
  const kind = events.get(id);
  const known = kind && told.get(kind);
  if (known) return known;
  const type = {
    id,
    label: kind?.label ?? id,
    quad: kind?.quad ?? null,
    score: kind?.score ?? null,
    definition: kind?.definition ?? null,
    modes: (kind?.modes ?? []).map((mode) => ({ id: mode.id, label: mode.label, definition: mode.definition })),
  };
  if (kind) told.set(kind, type);
  return type;
}

/** Kinds as they were told before: the vocabulary does not change while it is served. */
const told = new WeakMap<object, EventType>();
