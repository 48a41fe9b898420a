import { ArgsType, Field, Float, InputType, Int } from 'type-graphql';
import type { EventFilter, Page } from '../../knowledge/questions.ts';
import { SHOWN, type Standing } from '../../knowledge/views.ts';
import type { Context } from '../context.ts';
import { edtfEnd } from '../edtf-days.ts';
import { StandingEnum } from '../enums.ts';
import { resolveAll, resolveRef } from '../resolve-ref.ts';
import { edtfScalar } from '../types/edtf.ts';
import { voucherOf } from '../voucher-of.ts';
import { checkedLeast, checkedWords } from '../words.ts';
import { EntityRef } from './entity-ref.ts';
import { VoucherInput } from './voucher.ts';
import { When } from './when.ts';

/** Which events: every condition must hold. */
@ArgsType()
@InputType('EventFilter', { description: 'Which events: every condition must hold.' })
export class EventFilterArgs {
  @Field(() => [EntityRef], { defaultValue: [], description: 'All of these take part.' })
  of!: EntityRef[];

  @Field(() => EntityRef, { nullable: true, description: 'It was in this place, or in a part of it.' })
  place?: EntityRef | null;

  @Field(() => [String], { defaultValue: [], description: 'Kinds of event: `PROTEST`. Empty for all.' })
  types!: string[];

  @Field(() => [String], { defaultValue: [], description: 'Quad classes: `MATERIAL_CONFLICT`. Empty for all.' })
  quads!: string[];

  @Field(() => [String], { defaultValue: [], description: 'Ways in which it was done: `riot`. Empty for all.' })
  modes!: string[];

  @Field(() => [String], { defaultValue: [], description: 'What it is about: `economic`. Empty for all.' })
  contexts!: string[];

  @Field(() => When, { nullable: true, description: 'When it was.' })
  when?: When | null;

  @Field(() => [StandingEnum], {
    defaultValue: [...SHOWN],
    description: 'What those who tell of it make of it: as a rule what is not merely planned or denied.',
  })
  standing!: Standing[];

  @Field(() => VoucherInput, { nullable: true, description: 'Only as it is told by one of those who tell of it.' })
  vouchedBy?: VoucherInput | null;

  @Field(() => edtfScalar, { nullable: true, description: 'As it was known at the end of this day or time.' })
  asOf?: string | null;

  @Field(() => String, { nullable: true, description: 'Only as this outlet tells it, named as its articles do.' })
  source?: string | null;

  @Field(() => Float, { defaultValue: 0, description: 'At least this sure, from 0 to 1.' })
  minConfidence!: number;

  @Field(() => Int, { defaultValue: 0, description: 'At least so many independent sources.' })
  minSources!: number;
}

/** The filter in the graph's terms; null where a name in it is nobody's, so that nothing can answer. `page` is what will be asked of it. */
export async function eventFilterOf(args: EventFilterArgs, context: Context, page?: Page): Promise<EventFilter | null> {
  const types = typesOf(args, context);
  const rest = {
    types: types ?? [],
    modes: checkedWords(args.modes, modesOf(context), 'modes'),
    contexts: checkedWords(args.contexts, context.kinds.contexts, 'contexts'),
    days: When.days(args.when),
    standing: args.standing.length ? args.standing : SHOWN,
    source: args.source ?? null,
    asOf: args.asOf ? edtfEnd(args.asOf) : null,
    minConfidence: checkedLeast(args.minConfidence, 'minConfidence', 1),
    minSources: checkedLeast(args.minSources, 'minSources', Number.POSITIVE_INFINITY),
  };
  const isOfOne = args.of.length === 1 && !args.place && !args.vouchedBy;
  const next = page && isOfOne ? { timeline: { ...rest, of: [], place: null, vouchedBy: null }, page } : undefined;
  const [of, place, vouchedBy] = await Promise.all([
    resolveAll(args.of, 'of', context, next),
    resolveRef(args.place, 'place', context, { types: ['Place'], next: 'parts' }),
    voucherOf(args.vouchedBy, context),
  ]);
  if (of === null || vouchedBy === 'nobody' || types === null) return null;
  if (args.place && place === null) return null;
  return { ...rest, of, place, vouchedBy };
}

function modesOf({ kinds }: Context): ReadonlyMap<string, unknown> {
  return new Map([...kinds.events.values()].flatMap(({ modes }) => modes.map((mode) => [mode.id, mode] as const)));
}

/** Kinds by name and by quad class together; null where no kind is both. */
function typesOf({ types, quads }: EventFilterArgs, { kinds }: Context): readonly string[] | null {
  const named = checkedWords(types, kinds.events, 'types');
  if (quads.length === 0) return named;
  const known = new Set([...kinds.events.values()].flatMap(({ quad }) => quad ?? []));
  const asked = new Set(checkedWords(quads, new Map([...known].map((quad) => [quad, quad])), 'quads'));
  const of = [...kinds.events.values()].filter(({ quad }) => quad !== null && asked.has(quad)).map(({ id }) => id);
  const both = named.length ? of.filter((id) => named.includes(id)) : of;
  return both.length ? both : null;
}
