import { Field, ID, InterfaceType } from 'type-graphql';

/** Relay's `Node`; each type that implements it is a class of that name. */
@InterfaceType({
  description: 'Something with an id that never changes meaning: an entity, event, statement or article.',
  resolveType: (value: object) => value.constructor.name,
})
export abstract class Node {
  @Field(() => ID, { description: 'Its id; any id ever served leads to the node it is in now.' })
  id!: string;
}
