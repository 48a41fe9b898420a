import { Args, Ctx, createUnionType, Field, ObjectType } from 'type-graphql';
import { aboutFact } from '../../knowledge/facts.ts';
import type { StatementView } from '../../knowledge/views.ts';
import { EvidenceArgs } from '../args/evidence-args.ts';
import type { Context } from '../context.ts';
import { Stance } from '../enums.ts';
import { Entity } from './entity.ts';
import { Event } from './event.ts';
import { Evidence, evidenceOf } from './evidence.ts';

const Target = createUnionType({
  name: 'Target',
  description: 'What a statement can be about.',
  types: () => [Entity, Event] as const,
  resolveType: (value) => value.constructor.name,
});

@ObjectType({ description: 'Whom or what a statement is about, and what it thinks of it.' })
export class About {
  @Field(() => Target, { description: 'Whom or what.' })
  target!: Entity | Event;

  @Field(() => Stance, { description: 'What the speaker thinks of it.' })
  stance!: 'supportive' | 'critical' | 'neutral';

  @Field(() => Boolean, {
    description: 'Whether the statement says that what it tells of it is not so: "not because of the strike".',
  })
  denied!: boolean;

  private fact!: string;

  @Field(() => [Evidence], { description: 'Words that name the target.' })
  evidence(@Args(() => EvidenceArgs) args: EvidenceArgs, @Ctx() context: Context): Promise<Evidence[]> {
    return evidenceOf(context, [this.fact], EvidenceArgs.sizeOf(args), null);
  }

  /** What a statement is about; a target that no current article has is passed over. */
  static async allOf(statement: string, about: StatementView['about'], { load }: Context): Promise<About[]> {
    const found = await Promise.all(
      about.map(async ({ target, stance, denied }) => {
        const entity = await load.entitiesOfSignatures.load(target);
        const event = entity ? null : await load.eventsOfSignatures.load(target);
        const node = entity ? Entity.from(entity) : event && Event.from(event);
        return node && Object.assign(new About(), { target: node, stance, denied, fact: aboutFact(statement, target) });
      }),
    );
    return found.filter((one) => one !== null);
  }
}
