import { Args, Ctx, Field, Float, ObjectType } from 'type-graphql';
import { speakerFact } from '../../knowledge/facts.ts';
import type { StatementView } from '../../knowledge/views.ts';
import { EvidenceArgs } from '../args/evidence-args.ts';
import type { Context } from '../context.ts';
import { StatementKind } from '../enums.ts';
import { About } from './about.ts';
import { Article } from './article.ts';
import { Asserted } from './asserted.ts';
import { Cue } from './cue.ts';
import { Entity } from './entity.ts';
import { Event } from './event.ts';
import { Evidence, evidenceOf } from './evidence.ts';
import { Node } from './node.ts';
import { Time } from './time.ts';

@ObjectType({ implements: Node, description: 'Something that someone said, as one article gives it.' })
export class Statement extends Node {
  @Field(() => StatementKind, { description: 'How the words are given.' })
  kind!: StatementView['kind'];

  @Field(() => Cue, { nullable: true, description: 'The word that announces it.' })
  cue!: Cue | null;

  @Field(() => String, { description: 'What was said; parts that stand apart are joined by " … ".' })
  words!: string;

  @Field(() => String, { nullable: true, description: 'Where or on which occasion: "at a news conference".' })
  setting!: string | null;

  @Field(() => Time, { nullable: true, description: 'When it was said.' })
  saidAt!: Time | null;

  @Field(() => Float, { description: 'From 0 to 1.' })
  confidence!: number;

  view!: StatementView;

  @Field(() => Entity, { nullable: true, description: 'Who said it; null where the article does not tell.' })
  async speaker(@Ctx() { load }: Context): Promise<Entity | null> {
    const view = this.view.speaker === null ? null : await load.entitiesOfSignatures.load(this.view.speaker);
    return view && Entity.from(view);
  }

  @Field(() => [Entity], { description: 'To whom it was said.' })
  async audience(@Ctx() { load }: Context): Promise<Entity[]> {
    const views = await load.entitiesOfSignatures.loadMany([...this.view.audience]);
    return views.flatMap((view) => (view && !(view instanceof Error) ? Entity.from(view) : []));
  }

  @Field(() => [About], { description: 'Whom and what it is about, and with which stance.' })
  about(@Ctx() context: Context): Promise<About[]> {
    return About.allOf(this.id, this.view.about, context);
  }

  @Field(() => [Asserted], { description: 'Events that it tells of.' })
  async events(@Ctx() { load }: Context): Promise<Asserted[]> {
    const views = await Promise.all(this.view.events.map(({ event }) => load.eventsOfSignatures.load(event)));
    return this.view.events.flatMap(({ modality }, at) => {
      const view = views[at];
      return view ? { event: Event.from(view), modality } : [];
    });
  }

  @Field(() => Statement, { nullable: true, description: 'The statement that it stands within.' })
  async within(@Ctx() { load }: Context): Promise<Statement | null> {
    const view = this.view.within === null ? null : await load.statements.load(this.view.within);
    return view && Statement.from(view);
  }

  @Field(() => Article, { description: 'The article that gives it.' })
  async article(@Ctx() { load }: Context): Promise<Article> {
    const { article, version } = this.view;
    return Article.from((await load.versions.load({ article, version }))!);
  }

  @Field(() => [Evidence], { description: 'The words said.' })
  evidence(@Args(() => EvidenceArgs) args: EvidenceArgs, @Ctx() context: Context): Promise<Evidence[]> {
    return evidenceOf(context, [this.id], EvidenceArgs.sizeOf(args), this.asOf);
  }

  @Field(() => [Evidence], { description: 'The words that name the speaker.' })
  speakerEvidence(@Args(() => EvidenceArgs) args: EvidenceArgs, @Ctx() context: Context): Promise<Evidence[]> {
    const { speaker } = this.view;
    const facts = speaker === null ? [] : [speakerFact(this.id, speaker)];
    return evidenceOf(context, facts, EvidenceArgs.sizeOf(args), this.asOf);
  }

  private asOf!: number | null;

  static from(view: StatementView, asOf: number | null = null): Statement {
    const statement = new Statement();
    statement.id = view.id;
    statement.kind = view.kind;
    statement.cue = view.cue;
    statement.words = view.words;
    statement.setting = view.setting;
    statement.saidAt = view.saidAt;
    statement.confidence = view.confidence;
    statement.view = view;
    statement.asOf = asOf;
    return statement;
  }
}
