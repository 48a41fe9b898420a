import type { Change } from '../../knowledge/change.ts';
import type { EntityRef } from '../args/entity-ref.ts';
import type { Context } from '../context.ts';
import { resolveRef } from '../resolve-ref.ts';
import { checkedWords } from '../words.ts';
import type { ChangeFilter } from './change-filter.ts';

/** Keeps those of some changes that a subscriber asked for. */
export type Matches = (page: readonly Change[]) => Promise<readonly Change[]>;

/** More people than this are watched by asking for all changes. */
export const MOST_WATCHED = 50;

/** Throws as the arguments of a query do: `AMBIGUOUS_NAME`, `BAD_VALUE` … */
export async function matcherOf(filter: ChangeFilter | null | undefined, context: Context): Promise<Matches> {
  if (!filter) return async (page) => page;
  const types = new Set(checkedWords(filter.types, context.kinds.events, 'filter.types'));
  const watched = filter.of.map((ref) => new Watched(ref));
  const isOfType = async ({ kind, signatures }: Change) => {
    if (types.size === 0 || kind === 'retracted') return true;
    const events = await context.store.eventsOfSignatures(signatures);
    return [...events.values()].some(({ type }) => types.has(type));
  };
  await Promise.all(watched.map((one) => one.look(context)));
  return async (page) => {
    await Promise.all(watched.map((one) => one.look(context)));
    const kept = page.filter(
      (change) =>
        (filter.kinds.length === 0 || filter.kinds.includes(change.kind)) &&
        (filter.articles.length === 0 || change.articles.some((id) => filter.articles.includes(id))) &&
        (filter.source == null || change.source === filter.source),
    );
    const isOfWatched = async (change: Change) => {
      const found = await Promise.all(watched.map((one) => one.isIn(change, context)));
      return watched.length === 0 || found.includes(true);
    };
    const isAsked = await Promise.all(kept.map(async (one) => (await isOfWatched(one)) && (await isOfType(one))));
    return kept.filter((_, at) => isAsked[at]);
  };
}

/** Somebody who is watched, a place with its parts: by all signatures they were ever seen to have, since who is who may change. */
class Watched {
  private node: string | null = null;
  private readonly signatures = new Set<string>();
  /** Code of the country that it is, if it is one: its towns are its own. */
  private country: string | null = null;
  private isGone = false;

  constructor(private readonly ref: EntityRef) {}

  async look(context: Context): Promise<void> {
    const ref = this.node === null ? this.ref : { id: this.node };
    const node = await resolveRef(ref, 'filter.of', { ...context, hints: [] }).catch((error) => {
      if (error.extensions?.code !== 'GONE') throw error;
      this.isGone = true;
      return null;
    });
    if (node === null) return;
    this.node = node;
    const view = (await context.store.entities([node])).get(node);
    const parts = view?.type === 'Place' ? await context.store.partsOf(node) : [];
    for (const signature of [...(view?.signatures ?? []), ...parts]) this.signatures.add(signature);
    if (view?.gazetteer === `country:${view?.country}`) this.country = view.country;
  }

  async isIn({ kind, signatures }: Change, { store }: Context): Promise<boolean> {
    // Of somebody who has left the graph it is not known what they were told in: what left it may be theirs.
    if (this.isGone && this.signatures.size === 0) return kind === 'retracted';
    if (signatures.some((signature) => this.signatures.has(signature))) return true;
    if (this.country === null) return false;
    const entities = await store.entitiesOfSignatures(signatures);
    if ([...entities.values()].some(({ type, country }) => type === 'Place' && country === this.country)) return true;
    // What has left the graph since may be a town of theirs.
    const events = await store.eventsOfSignatures(signatures);
    return signatures.some((signature) => !entities.has(signature) && !events.has(signature));
  }
}
