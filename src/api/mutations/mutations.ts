import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Act, Decision as Decided } from '../../knowledge/decision.ts';
import { demand, type Viewer } from '../access/access.ts';
import type { Context } from '../context.ts';
import { Decision } from '../types/decision.ts';
import { Ingested } from '../types/ingested.ts';
import { actOf } from './act-of.ts';
import { ArticleInput, DecisionInput } from './inputs.ts';

/** What changes the graph; each needs a key or token, and leaves a line in the audit log. */
@Resolver()
export class MutationsResolver {
  @Mutation(() => Ingested, { description: 'Reads an article and keeps it. Scope: write.' })
  async ingest(
    @Arg('article', () => ArticleInput, { description: 'The article.' }) article: ArticleInput,
    @Ctx() { viewer, ingest, audit }: Context,
  ): Promise<Ingested> {
    const { name } = demand(viewer, 'write');
    const ingested = await ingest(article);
    audit({ by: name, what: 'ingest', on: ingested.id, outcome: ingested.applied });
    return ingested;
  }

  @Mutation(() => Decision, { description: 'Takes an article, and what only it says, out of the graph. Scope: write.' })
  retract(
    @Arg('article', () => ID, { description: 'Id of the article.' }) article: string,
    @Arg('why', () => String, { nullable: true, description: 'Why.' }) why: string | null,
    @Ctx() context: Context,
  ): Promise<Decision> {
    return written({ kind: 'retract', article }, why, demand(context.viewer, 'write'), context);
  }

  @Mutation(() => Decision, { description: 'Merges, parts, renames or corrects. Scope: curate.' })
  async decide(
    @Arg('decision', () => DecisionInput, { description: 'What is decided.' }) decision: DecisionInput,
    @Arg('why', () => String, { nullable: true, description: 'Why.' }) why: string | null,
    @Ctx() context: Context,
  ): Promise<Decision> {
    const viewer = demand(context.viewer, 'curate');
    return written(await actOf(decision, context), why, viewer, context);
  }

  @Mutation(() => Decision, { description: 'A decision no longer holds. Scope: curate.' })
  undo(
    @Arg('decision', () => ID, { description: 'Id of the decision.' }) decision: string,
    @Arg('why', () => String, { nullable: true, description: 'Why.' }) why: string | null,
    @Ctx() context: Context,
  ): Promise<Decision> {
    return written({ kind: 'undo', decision }, why, demand(context.viewer, 'curate'), context);
  }
}

async function written(
  act: Act,
  why: string | null,
  { name: by }: Viewer,
  { store, audit }: Context,
): Promise<Decision> {
  const decided: Decided = await store.decide({ act, by, why: why ?? null });
  audit({ by, what: act.kind, on: decided.id, outcome: 'decided' });
  return { id: decided.id, at: new Date(decided.at), by, why: decided.why, kind: act.kind };
}
