import type { AskedNext } from '../knowledge/questions.ts';
import type { EntityView } from '../knowledge/views.ts';
import type { EntityRef } from './args/entity-ref.ts';
import type { Candidate, Context } from './context.ts';
import { refusal } from './refusal.ts';

const MOST_CANDIDATES = 20;
const MOST_REFERENCES = 50;
const MOST_SUGGESTED = 3;
const MOST_NEAR = 10;
/** How many times as many articles name the one that is meant. */
const FAR_MORE = 3;

/** What a reference may lead to. */
interface Allowed {
  /** Kinds of entity; all where none are named. */
  readonly types?: readonly string[];
  readonly next?: AskedNext;
}

/**
 * The node that a reference means; null where there is none, and a hint then says what may have been meant.
 * Throws `BAD_REFERENCE` (also for somebody of another type), `AMBIGUOUS_NAME` with the candidates, `GONE`.
 */
export async function resolveRef(
  ref: EntityRef | null | undefined,
  argument: string,
  context: Context,
  allowed: Allowed = {},
): Promise<string | null> {
  if (!ref) return null;
  if ((ref.id == null) === (ref.name == null)) {
    throw refusal('BAD_REFERENCE', `${argument}: give either id or name`, { argument });
  }
  return ref.id != null
    ? nodeOf(ref.id, argument, context, allowed.next)
    : nodeNamed(ref.name!, ref.type ?? null, argument, context, allowed);
}

/** The nodes of several references; null where one of them is nobody. */
export async function resolveAll(
  refs: readonly EntityRef[],
  argument: string,
  context: Context,
  next?: AskedNext,
): Promise<string[] | null> {
  if (refs.length > MOST_REFERENCES) {
    throw refusal('BAD_VALUE', `${argument}: at most ${MOST_REFERENCES} can be asked about at once`, { argument });
  }
  const found = await Promise.all(refs.map((ref) => resolveRef(ref, argument, context, next ? { next } : {})));
  return found.some((id) => id === null) ? null : (found as string[]);
}

/** The node of an id; null and a hint for an unknown one. Throws `GONE`. */
export async function nodeOf(
  id: string,
  argument: string,
  { store, hints }: Context,
  next?: AskedNext,
): Promise<string | null> {
  const node = (await store.nodesOf([id], next)).get(id) ?? null;
  if (node === 'gone')
    throw refusal('GONE', `${argument}: the article that ${id} stood in was retracted`, { argument });
  if (node === null) hints.push({ argument, name: id, didYouMean: [] });
  return node;
}

async function nodeNamed(
  name: string,
  type: string | null,
  argument: string,
  { store, hints }: Context,
  { types = [], next }: Allowed,
): Promise<string | null> {
  const isAllowed = (view: EntityView) => (type ? view.type === type : types.length === 0 || types.includes(view.type));
  const all = await store.named(name, next);
  const candidates = all.filter(isAllowed);
  if (candidates.length === 0) {
    const near = (await store.find(name, type, MOST_NEAR)).filter(isAllowed).map((view) => view.name);
    if (near.length === 0 && all.length > 0) throw ofOtherType(all[0] as EntityView, argument, type ? [type] : types);
    hints.push({ argument, name, didYouMean: distinct(near).slice(0, MOST_SUGGESTED) });
    return null;
  }
  const chosen = theOne(candidates, name);
  if (chosen) {
    const others = candidates.filter((view) => view !== chosen).slice(0, MOST_CANDIDATES);
    if (others.length > 0) hints.push({ argument, name, meant: candidateOf(chosen), others: others.map(candidateOf) });
    return chosen.id;
  }
  throw refusal('AMBIGUOUS_NAME', `${argument}: ${candidates.length} entities are called "${name.slice(0, 80)}"`, {
    argument,
    candidates: candidates.slice(0, MOST_CANDIDATES).map(candidateOf),
    hint: 'give one of the ids, or the type',
  });
}

function ofOtherType({ name, type }: EntityView, argument: string, wanted: readonly string[]) {
  return refusal('BAD_REFERENCE', `${argument}: ${name} is a ${type}, not a ${wanted.join(' or ')}`, { argument });
}

/** Names that differ in more than case. */
function distinct(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [name.toLowerCase(), name] as const).reverse()).values()].reverse();
}

function candidateOf({ id, name, type, country, articleCount }: EntityView): Candidate {
  return { id, name, type, country, articleCount };
}

/**
 * The one that is meant: the only one; or the one told of far more often, where all others are of other types. A reader
 * that takes a person for an organization once does not make the name ambiguous; two persons of one name do.
 */
function theOne(candidates: readonly EntityView[], name: string): EntityView | null {
  if (candidates.length === 1) return candidates[0]!;
  const best = candidates.reduce((a, b) => (b.articleCount > a.articleCount ? b : a));
  const isOwn = best.name.toLowerCase() === name.trim().toLowerCase();
  const others = candidates.filter((view) => view !== best);
  const areRarer = others.every((view) => view.type !== best.type && view.articleCount * FAR_MORE <= best.articleCount);
  return isOwn && areRarer ? best : null;
}
