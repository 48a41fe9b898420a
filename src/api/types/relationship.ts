import { Args, Ctx, Field, ID, ObjectType } from 'type-graphql';
import type { Days, Related } from '../../knowledge/questions.ts';
import { EvidenceArgs } from '../args/evidence-args.ts';
import { When } from '../args/when.ts';
import type { Context } from '../context.ts';
import { edtfDays, edtfEnd } from '../edtf-days.ts';
import { edtfScalar } from './edtf.ts';
import { Entity } from './entity.ts';
import { Evidence, evidenceOf } from './evidence.ts';
import { Term, termOf } from './term.ts';

@ObjectType({ description: 'A lasting fact between two entities, and the time it is valid.' })
export class Relationship {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The office, job or the like: "president".' })
  label!: string | null;

  @Field(() => edtfScalar, { nullable: true, description: 'From when; for BORN the time of birth.' })
  validFrom!: string | null;

  @Field(() => edtfScalar, { nullable: true, description: 'Until when; null where it goes on or nobody tells.' })
  validTo!: string | null;

  @Field(() => Boolean, { description: 'Whether it is said not to be so.' })
  negated!: boolean;

  readonly related!: Related;
  private asOf!: number | null;

  @Field(() => Term, { description: 'Its kind.' })
  type(@Ctx() { kinds }: Context): Term {
    return termOf(kinds.relations, this.related.type);
  }

  @Field(() => Entity, { nullable: true, description: 'Who holds the office, leads, is a member …' })
  async from(@Ctx() { load }: Context): Promise<Entity | null> {
    const view = await load.entities.load(this.related.fromNode);
    return view && Entity.from(view);
  }

  @Field(() => Entity, { nullable: true, description: 'Of what; null for kinds that have one end.' })
  async to(@Ctx() { load }: Context): Promise<Entity | null> {
    const view = this.related.toNode === null ? null : await load.entities.load(this.related.toNode);
    return view && Entity.from(view);
  }

  @Field(() => [Evidence], { description: 'Words that say so.' })
  evidence(@Args(() => EvidenceArgs) args: EvidenceArgs, @Ctx() context: Context): Promise<Evidence[]> {
    return evidenceOf(context, this.related.facts, EvidenceArgs.sizeOf(args), this.asOf);
  }

  /** Lasting facts of a node, or between two, that are of the asked time. */
  static async allOf(
    of: string,
    other: string | null,
    { types, when, asOf }: { types: readonly string[]; when?: When | null; asOf?: string | null },
    { load }: Pick<Context, 'load'>,
  ): Promise<Relationship[]> {
    const by = asOf ? edtfEnd(asOf) : null;
    const days = When.days(when);
    const all = await load.relationships(of, types, by);
    const found = all.filter(({ fromNode, toNode }) => other === null || fromNode === other || toNode === other);
    return found
      .filter((related) => isValid(related, days))
      .map((related) => {
        const { id, label, validFrom, validTo, negated } = related;
        return Object.assign(new Relationship(), { id, label, validFrom, validTo, negated, related, asOf: by });
      });
  }
}

/** Whether it can be, or must have been, valid in the asked days; what nobody dates can always be. */
function isValid({ validFrom, validTo }: Related, days: Days | null): boolean {
  if (!days) return true;
  const [from, to] = [boundsOf(validFrom), boundsOf(validTo)];
  const [first, last] = [days.from ?? '', days.to ?? '~'];
  return days.match === 'CERTAINLY'
    ? from.latest !== null && from.latest <= first && (validTo === null || (to.earliest ?? '') >= last)
    : (from.earliest ?? '') <= last && (validTo === null || (to.latest ?? '~') >= first);
}

function boundsOf(edtf: string | null): { earliest: string | null; latest: string | null } {
  try {
    return edtf === null ? { earliest: null, latest: null } : edtfDays(edtf);
  } catch {
    return { earliest: null, latest: null };
  }
}
