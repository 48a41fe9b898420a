import { ArgsType, Field, Float, InputType } from 'type-graphql';
import type { StatementFilter } from '../../knowledge/questions.ts';
import type { Stance as StanceWord } from '../../knowledge/views.ts';
import type { Context } from '../context.ts';
import { edtfEnd } from '../edtf-days.ts';
import { Stance, StatementKind } from '../enums.ts';
import { resolveRef } from '../resolve-ref.ts';
import { edtfScalar } from '../types/edtf.ts';
import { checkedLeast, checkedWords } from '../words.ts';
import { EntityRef } from './entity-ref.ts';
import { When } from './when.ts';

/** Which statements: every condition must hold. */
@ArgsType()
@InputType('StatementFilter', { description: 'Which statements: every condition must hold.' })
export class StatementFilterArgs {
  @Field(() => EntityRef, { nullable: true, description: 'Who says it.' })
  by?: EntityRef | null;

  @Field(() => EntityRef, { nullable: true, description: 'Whom or what it is about; the id may be that of an event.' })
  about?: EntityRef | null;

  @Field(() => EntityRef, { nullable: true, description: 'To whom it is said.' })
  to?: EntityRef | null;

  @Field(() => Stance, { nullable: true, description: 'What it thinks of what it is about.' })
  stance?: StanceWord | null;

  @Field(() => [StatementKind], { defaultValue: [], description: 'How the words are given. Empty for all.' })
  kind!: string[];

  @Field(() => [String], { defaultValue: [], description: 'Classes of the cue: `blame`. Empty for all.' })
  class!: string[];

  @Field(() => When, { nullable: true, description: 'When it was said; the day of publication where nobody tells.' })
  when?: When | null;

  @Field(() => String, { nullable: true, description: 'Words that it holds, in any of their forms and any order.' })
  search?: string | null;

  @Field(() => edtfScalar, { nullable: true, description: 'As it was known at the end of this day or time.' })
  asOf?: string | null;

  @Field(() => String, { nullable: true, description: 'Only in articles of this outlet, named as they do.' })
  source?: string | null;

  @Field(() => Float, { defaultValue: 0, description: 'At least this sure, from 0 to 1.' })
  minConfidence!: number;
}

/** The filter in the graph's terms; null where a name in it is nobody's. */
export async function statementFilterOf(args: StatementFilterArgs, context: Context): Promise<StatementFilter | null> {
  const [by, about, to] = await Promise.all([
    resolveRef(args.by, 'by', context),
    resolveRef(args.about, 'about', context),
    resolveRef(args.to, 'to', context),
  ]);
  const isNobody = (ref: EntityRef | null | undefined, id: string | null) => Boolean(ref) && id === null;
  if (isNobody(args.by, by) || isNobody(args.about, about) || isNobody(args.to, to)) return null;
  return {
    by,
    about,
    to,
    stance: args.stance ?? null,
    kinds: args.kind,
    classes: checkedWords(args.class, context.kinds.say, 'class'),
    days: When.days(args.when),
    search: args.search || null,
    source: args.source ?? null,
    asOf: args.asOf ? edtfEnd(args.asOf) : null,
    minConfidence: checkedLeast(args.minConfidence, 'minConfidence', 1),
  };
}
