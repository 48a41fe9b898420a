import { Ctx, Field, ObjectType } from 'type-graphql';
import type { Context } from '../context.ts';
import { EventType, eventTypeOf } from './event-type.ts';
import { Term } from './term.ts';

type Kind = { readonly id: string; readonly label: string; readonly definition: string };

@ObjectType({ description: 'Every word that filters take and answers give.' })
export class Vocabulary {
  @Field(() => [EventType], { description: 'Kinds of event, with their modes.' })
  events(@Ctx() { kinds }: Context): EventType[] {
    return [...kinds.events.keys()].map((id) => eventTypeOf(kinds, id));
  }

  @Field(() => [Term], { description: 'What events are about.' })
  contexts(@Ctx() { kinds }: Context): Term[] {
    return [...kinds.contexts.values()].map(term);
  }

  @Field(() => [Term], { description: 'Classes of cues: how something is said.' })
  say(@Ctx() { kinds }: Context): Term[] {
    return [...kinds.say.values()].map(term);
  }

  @Field(() => [Term], { description: 'Kinds of lasting fact between entities.' })
  relations(@Ctx() { kinds }: Context): Term[] {
    return [...kinds.relations.values()].map(term);
  }

  @Field(() => [Term], { description: 'Kinds of link between events.' })
  links(@Ctx() { kinds }: Context): Term[] {
    return [...kinds.links.values()].map(term);
  }

  @Field(() => [Term], { description: 'What an entity can be.' })
  entities(@Ctx() { kinds }: Context): Term[] {
    return [...kinds.entities.values()].map(term);
  }
}

function term({ id, label, definition }: Kind): Term {
  return { id, label, definition };
}
