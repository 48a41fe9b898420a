import { Args, Ctx, Field, Float, Int, ObjectType } from 'type-graphql';
import { placeFact } from '../../knowledge/facts.ts';
import type { EventView, Standing } from '../../knowledge/views.ts';
import { EvidenceArgs } from '../args/evidence-args.ts';
import { LinkArgs } from '../args/link-args.ts';
import type { Context } from '../context.ts';
import { PlacedBy, StandingEnum } from '../enums.ts';
import { summaryOf } from '../summary-of.ts';
import { Entity } from './entity.ts';
import { EventType, eventTypeOf } from './event-type.ts';
import { Evidence, evidenceOf } from './evidence.ts';
import { Link } from './link.ts';
import { Node } from './node.ts';
import { Participant } from './participant.ts';
import { Statement } from './statement.ts';
import { Time } from './time.ts';
import { VouchedBy } from './vouched-by.ts';

@ObjectType({
  implements: Node,
  description:
    'Something that happened, is planned, or is said to have happened: all that articles tell of it, as one.',
})
export class Event extends Node {
  @Field(() => String, { description: 'Word that names it most often: "march".' })
  lemma!: string;

  @Field(() => String, { nullable: true, description: 'The way in which it was done: `riot`.' })
  mode!: string | null;

  @Field(() => [String], { description: 'What it is about: `economic`.' })
  contexts!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: 'Code that PLOVER gives the same words; null where it has none.',
  })
  plover!: string | null;

  @Field(() => StandingEnum, { description: 'What all who tell of it make of it together.' })
  standing!: Standing;

  @Field(() => Time, { nullable: true, description: 'When, by the narrowest time told; null where nobody tells.' })
  time!: Time | null;

  @Field(() => PlacedBy, { description: 'What tells where it stands in a timeline.' })
  placedBy!: 'TIME' | 'LINKS' | 'NOTHING';

  @Field(() => Int, { description: 'Independent sources: reprints of one text, and texts of one outlet, count once.' })
  sourceCount!: number;

  @Field(() => Int, { description: 'Articles that tell of it.' })
  articleCount!: number;

  @Field(() => Float, { description: 'That of the surest telling, from 0 to 1.' })
  confidence!: number;

  view!: EventView;
  private asOf!: number | null;

  @Field(() => EventType, { description: 'Its kind.' })
  type(@Ctx() { kinds }: Context): EventType {
    return eventTypeOf(kinds, this.view.type);
  }

  @Field(() => String, { description: 'Kind, participants, place and time in one line, for lists and labels.' })
  summary(@Ctx() context: Context): Promise<string> {
    return summaryOf(this.view, context);
  }

  @Field(() => Entity, { nullable: true, description: 'Where, by most tellings.' })
  async place(@Ctx() { load }: Context): Promise<Entity | null> {
    const view = this.view.place === null ? null : await load.entitiesOfSignatures.load(this.view.place);
    return view && Entity.from(view);
  }

  @Field(() => [Evidence], { description: 'Words that say where it was.' })
  placeEvidence(@Args(() => EvidenceArgs) args: EvidenceArgs, @Ctx() context: Context): Promise<Evidence[]> {
    const { place, signatures } = this.view;
    const facts = place === null ? [] : signatures.map((signature) => placeFact(signature, place));
    return evidenceOf(context, facts, EvidenceArgs.sizeOf(args), this.asOf);
  }

  @Field(() => [Participant], { description: 'Who takes part, actors first.' })
  participants(@Ctx() context: Context): Promise<Participant[]> {
    return Participant.allOf(this.view, this.asOf, context);
  }

  @Field(() => VouchedBy, { description: 'On whose word it rests.' })
  vouchedBy(): VouchedBy {
    return VouchedBy.from(this.view.narrator, this.view.statements);
  }

  @Field(() => [Statement], { description: 'The statements that it consists in, where it is an act of speech.' })
  async speechActs(@Ctx() { load }: Context): Promise<Statement[]> {
    const views = await load.statements.loadMany([...this.view.speechActs]);
    return views.flatMap((view) => (view && !(view instanceof Error) ? Statement.from(view) : []));
  }

  @Field(() => [Link], { description: 'How it hangs together with other events.' })
  links(@Args(() => LinkArgs) args: LinkArgs, @Ctx() context: Context): Promise<Link[]> {
    return Link.allOf(this.id, args, this.asOf, context);
  }

  @Field(() => [Evidence], { description: 'Words that tell of it.' })
  evidence(@Args(() => EvidenceArgs) args: EvidenceArgs, @Ctx() context: Context): Promise<Evidence[]> {
    return evidenceOf(context, this.view.signatures, EvidenceArgs.sizeOf(args), this.asOf);
  }

  static from(view: EventView, asOf: number | null = null): Event {
    const { time, day } = view;
    // One by one: what is spread and assigned takes twenty times as long, and a page has hundreds.
    const event = new Event();
    event.id = view.id;
    event.lemma = view.lemma;
    event.mode = view.mode;
    event.contexts = view.contexts;
    event.plover = view.plover;
    event.standing = view.standing;
    event.time = time;
    event.placedBy = time?.earliest || time?.latest ? 'TIME' : day === '~' ? 'NOTHING' : 'LINKS';
    event.sourceCount = view.sourceCount;
    event.articleCount = view.articleCount;
    event.confidence = view.confidence;
    event.view = view;
    event.asOf = asOf;
    return event;
  }
}
