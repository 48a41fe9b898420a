import { Args, Ctx, Field, ObjectType } from 'type-graphql';
import { participantFact } from '../../knowledge/facts.ts';
import type { EventView } from '../../knowledge/views.ts';
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

  /** Facts that it rests on. */
  private facts!: readonly string[];
  private asOf!: number | null;

  @Field(() => [Evidence], { description: 'Words that say that they take part.' })
  evidence(@Args(() => EvidenceArgs) args: EvidenceArgs, @Ctx() context: Context): Promise<Evidence[]> {
    return evidenceOf(context, this.facts, EvidenceArgs.sizeOf(args), this.asOf);
  }

  /** Who takes part in an event, actors first; signatures of one entity are one participant. */
  static async allOf(
    { signatures, participants }: Pick<EventView, 'signatures' | 'participants'>,
    asOf: number | null,
    { load }: Context,
  ): Promise<Participant[]> {
    const views = await Promise.all(participants.map(({ entity }) => load.entitiesOfSignatures.load(entity)));
    const known = new Map<string, { facts: string[]; quantities: Quantity[] } & Participant>();
    participants.forEach(({ entity, roles, quantities }, at) => {
      const view = views[at];
      if (!view) return;
      for (const role of roles) {
        const key = `${role} ${view.id}`;
        const before =
          known.get(key) ??
          (Object.assign(new Participant(), {
            role,
            entity: Entity.from(view),
            quantities: [],
            facts: [],
            asOf,
          }) as never);
        known.set(key, before);
        const { facts, quantities: told } = before as { facts: string[]; quantities: Quantity[] };
        facts.push(...signatures.map((signature) => participantFact(signature, role, entity)));
        told.push(...quantities);
      }
    });
    return [...known.values()].sort((a, b) => rank(a) - rank(b));
  }
}

function rank({ role }: Participant): number {
  return role === 'actor' ? 0 : 1;
}
