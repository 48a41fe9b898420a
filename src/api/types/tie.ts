import { Arg, Ctx, Field, Float, Int, ObjectType } from 'type-graphql';
import { ALL_EVENTS, ALL_STATEMENTS } from '../../knowledge/everything.ts';
import type { Days } from '../../knowledge/questions.ts';
import type { EntityView } from '../../knowledge/views.ts';
import { lengthOf } from '../args/page-args.ts';
import type { Context } from '../context.ts';
import { Count } from './count.ts';
import { Entity } from './entity.ts';
import { Event } from './event.ts';
import { Relationship } from './relationship.ts';
import { Statement } from './statement.ts';

const MOST = 20;

@ObjectType({ description: 'What ties two entities: events they share, what one says of the other, lasting facts.' })
export class Tie {
  @Field(() => Entity, { description: 'The one.' })
  from!: Entity;

  @Field(() => Entity, { description: 'The other.' })
  to!: Entity;

  @Field(() => Float, { description: 'Shared events and statements, of all time.' })
  weight!: number;

  @Field(() => [Count], { description: 'Shared events by kind, of all time.' })
  types!: Count[];

  @Field(() => [Count], { description: 'What the one says of the other, by stance, of all time.' })
  stances!: Count[];

  @Field(() => [Count], { description: 'What the other says of the one, by stance, of all time.' })
  stancesBack!: Count[];

  private days!: Days | null;

  @Field(() => [Event], { description: 'Events that both take part in, of the asked time.' })
  async events(
    @Arg('first', () => Int, { defaultValue: 3, description: `How many at most, 1 to ${MOST}.` }) first: number,
    @Ctx() { store }: Context,
  ): Promise<Event[]> {
    const filter = { ...ALL_EVENTS, of: [this.from.id, this.to.id], days: this.days };
    const { items } = await store.timeline(filter, { first: lengthOf(first, MOST), after: null, descending: false });
    return items.map(({ item }) => Event.from(item));
  }

  @Field(() => [Statement], { description: 'What either says of the other, of the asked time.' })
  async statements(
    @Arg('first', () => Int, { defaultValue: 3, description: `How many of each at most, 1 to ${MOST}.` }) first: number,
    @Ctx() { store }: Context,
  ): Promise<Statement[]> {
    const page = { first: lengthOf(first, MOST), after: null, descending: false };
    const said = (by: string, about: string) =>
      store.statements({ ...ALL_STATEMENTS, by, about, days: this.days }, page);
    const [there, back] = await Promise.all([said(this.from.id, this.to.id), said(this.to.id, this.from.id)]);
    return [...there.items, ...back.items].map(({ item }) => Statement.from(item));
  }

  @Field(() => [Relationship], { description: 'Lasting facts between the two.' })
  relationships(@Ctx() context: Context): Promise<Relationship[]> {
    return Relationship.allOf(this.from.id, this.to.id, { types: [] }, context);
  }

  static from(
    from: EntityView,
    to: EntityView,
    counts: { weight: number; types: Readonly<Record<string, number>>; stances: Readonly<Record<string, number>> },
    days: Days | null,
  ): Tie {
    const stances = Object.entries(counts.stances);
    const list = (entries: [string, number][]): Count[] => entries.map(([key, count]) => ({ key, count }));
    return Object.assign(new Tie(), {
      from: Entity.from(from),
      to: Entity.from(to),
      weight: counts.weight,
      types: list(Object.entries(counts.types)),
      stances: list(stances.filter(([key]) => !key.startsWith('of:'))),
      stancesBack: list(stances.flatMap(([key, n]) => (key.startsWith('of:') ? [[key.slice(3), n]] : []))),
      days,
    });
  }
}
