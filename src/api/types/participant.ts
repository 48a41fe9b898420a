import { Args, Ctx, Field, ObjectType } from 'type-graphql';
import { participantFact } from '../../knowledge/facts.ts';
import type { EntityView, EventView } from '../../knowledge/views.ts';
import { EvidenceArgs } from '../args/evidence-args.ts';
import type { Context } from '../context.ts';
import { Role } from '../enums.ts';
import { Entity } from './entity.ts';
import { Evidence, evidenceOf } from './evidence.ts';
import { Quantity } from './quantity.ts';

@ObjectType({ description: 'Someone in an event.' })
export class Participant {
  @Field(() => Role, { description: 'Whether they do it or have it done to them.' })
  role!: 'actor' | 'recipient';

  @Field(() => Entity, { description: 'Who.' })
  entity!: Entity;

  @Field(() => [Quantity], { description: 'How many they are, as told: accounts may differ.' })
  quantities!: Quantity[];

  /** Signatures of the event, and those by which they are in it. */
  private events!: readonly string[];
  private entities!: string[];
  private asOf!: number | null;

  @Field(() => [Evidence], { description: 'Words that say that they take part.' })
  evidence(@Args(() => EvidenceArgs) args: EvidenceArgs, @Ctx() context: Context): Promise<Evidence[]> {
    const facts = this.entities.flatMap((entity) =>
      this.events.map((event) => participantFact(event, this.role, entity)),
    );
    return evidenceOf(context, facts, EvidenceArgs.sizeOf(args), this.asOf);
  }

  private static of(
    role: Participant['role'],
    view: EntityView,
    events: readonly string[],
    asOf: number | null,
  ): Participant {
    const participant = new Participant();
    participant.role = role;
    participant.entity = Entity.from(view);
    participant.quantities = [];
    participant.events = events;
    participant.entities = [];
    participant.asOf = asOf;
    return participant;
  }

  /** Who takes part in an event, actors first; signatures of one entity are one participant. */
  static async allOf(
    { signatures, participants }: Pick<EventView, 'signatures' | 'participants'>,
    asOf: number | null,
    { load }: Context,
  ): Promise<Participant[]> {
    const views = await Promise.all(participants.map(({ entity }) => load.entitiesOfSignatures.load(entity)));
    const known = new Map<string, Participant>();
    participants.forEach(({ entity, roles, quantities }, at) => {
      const view = views[at];
      if (!view) return;
      for (const role of roles) {
        const key = `${role} ${view.id}`;
        const one = known.get(key) ?? Participant.of(role, view, signatures, asOf);
        known.set(key, one);
        one.entities.push(entity);
        one.quantities.push(...quantities);
      }
    });
    return [...known.values()].sort((a, b) => rank(a) - rank(b));
  }
}

function rank({ role }: Participant): number {
  return role === 'actor' ? 0 : 1;
}
