import { Args, Ctx, Field, Float, ObjectType } from 'type-graphql';
import type { Telling } from '../../knowledge/views.ts';
import { EvidenceArgs } from '../args/evidence-args.ts';
import type { Context } from '../context.ts';
import { Modality } from '../enums.ts';
import { Article } from './article.ts';
import { Entity } from './entity.ts';
import { EventType, eventTypeOf } from './event-type.ts';
import { Evidence } from './evidence.ts';
import { Participant } from './participant.ts';
import { Statement } from './statement.ts';
import { Time } from './time.ts';

@ObjectType({ description: 'Someone who says how it was: the narrator, or a statement.' })
export class AccountVoucher {
  @Field(() => Statement, { nullable: true, description: 'The statement; null where the narrator says so.' })
  statement!: Statement | null;

  @Field(() => Modality, { description: 'How sure they are.' })
  modality!: string;
}

@ObjectType({ description: 'One event as one article tells it.' })
export class Account {
  @Field(() => String, { nullable: true, description: 'The outlet.' })
  source!: string | null;

  @Field(() => String, { nullable: true, description: 'The way in which it was done, by this account.' })
  mode!: string | null;

  @Field(() => String, { description: 'The word that this account has for it.' })
  lemma!: string;

  @Field(() => Time, { nullable: true, description: 'When, by this account.' })
  time!: Time | null;

  @Field(() => String, { description: 'The same for articles that are one text, reprinted.' })
  wire!: string;

  @Field(() => Float, { description: 'From 0 to 1.' })
  confidence!: number;

  readonly telling!: Telling;

  @Field(() => EventType, { description: 'Its kind, by this account.' })
  type(@Ctx() { kinds }: Context): EventType {
    return eventTypeOf(kinds, this.telling.type);
  }

  @Field(() => Article, { description: 'The article.' })
  async article(@Ctx() { load }: Context): Promise<Article> {
    const { article, version } = this.telling;
    return Article.from((await load.versions.load({ article, version }))!);
  }

  @Field(() => Entity, { nullable: true, description: 'Where, by this account.' })
  async place(@Ctx() { load }: Context): Promise<Entity | null> {
    const view = this.telling.place === null ? null : await load.entitiesOfSignatures.load(this.telling.place);
    return view && Entity.from(view);
  }

  @Field(() => [Participant], { description: 'Who takes part and how many, by this account.' })
  participants(@Ctx() context: Context): Promise<Participant[]> {
    const { signature, participants, article } = this.telling;
    const told = participants.map(({ entity, role, quantity }) => ({
      entity,
      roles: [role],
      quantities: quantity ? [{ ...quantity, article }] : [],
    }));
    return Participant.allOf({ signatures: [signature], participants: told }, null, context);
  }

  @Field(() => [AccountVoucher], { description: 'Who in the article says so.' })
  async vouchers(@Ctx() { load }: Context): Promise<AccountVoucher[]> {
    const { vouchers } = this.telling;
    const views = await Promise.all(
      vouchers.map(({ statement }) => (statement ? load.statements.load(statement) : null)),
    );
    return vouchers.map(({ modality }, at) => {
      const view = views[at];
      return { modality, statement: view ? Statement.from(view) : null };
    });
  }

  @Field(() => [Evidence], { description: 'The words of this account.' })
  async evidence(@Args(() => EvidenceArgs) args: EvidenceArgs, @Ctx() { load }: Context): Promise<Evidence[]> {
    const { signature, article, version } = this.telling;
    const all = await load.evidence([signature], 100, null);
    return all
      .filter((words) => words.article === article && words.version === version)
      .slice(0, EvidenceArgs.sizeOf(args))
      .map(Evidence.from);
  }

  static from(telling: Telling): Account {
    const { source, mode, lemma, time, wire, confidence } = telling;
    return Object.assign(new Account(), { source, mode, lemma, time, wire, confidence, telling });
  }
}
