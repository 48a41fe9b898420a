import { Args, Ctx, Field, ID, ObjectType } from 'type-graphql';
import type { Related } from '../../knowledge/questions.ts';
import { EvidenceArgs } from '../args/evidence-args.ts';
import { LinkArgs } from '../args/link-args.ts';
import type { Context } from '../context.ts';
import { Event } from './event.ts';
import { Evidence, evidenceOf } from './evidence.ts';
import { Term, termOf } from './term.ts';

const MOST = 50;

@ObjectType({ description: 'How two events hang together.' })
export class Link {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => Boolean, { description: 'Whether it is said not to be so.' })
  negated!: boolean;

  private related!: Related;
  private asOf!: number | null;

  @Field(() => Term, { description: 'Kind of link: the first event causes, is part of, comes before … the second.' })
  type(@Ctx() { kinds }: Context): Term {
    return termOf(kinds.links, this.related.type);
  }

  @Field(() => Event, { nullable: true, description: 'The first event.' })
  async from(@Ctx() { load }: Context): Promise<Event | null> {
    const view = await load.events.load(this.related.fromNode);
    return view && Event.from(view, this.asOf);
  }

  @Field(() => Event, { nullable: true, description: 'The second event.' })
  async to(@Ctx() { load }: Context): Promise<Event | null> {
    const view = this.related.toNode === null ? null : await load.events.load(this.related.toNode);
    return view && Event.from(view, this.asOf);
  }

  @Field(() => [Evidence], { description: 'Words that say so.' })
  evidence(@Args(() => EvidenceArgs) args: EvidenceArgs, @Ctx() context: Context): Promise<Evidence[]> {
    return evidenceOf(context, this.related.facts, EvidenceArgs.sizeOf(args), this.asOf);
  }

  /** Links of an event, the first fifty by kind. */
  static async allOf(event: string, { types }: LinkArgs, asOf: number | null, { load }: Context): Promise<Link[]> {
    const found = await load.relationships(event, types, asOf);
    return found
      .slice(0, MOST)
      .map((related) => Object.assign(new Link(), { id: related.id, negated: related.negated, related, asOf }));
  }
}
