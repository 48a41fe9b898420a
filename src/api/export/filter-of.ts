import type { EventFilter } from '../../knowledge/questions.ts';
import { SHOWN, type Standing } from '../../knowledge/views.ts';
import type { EntityRef } from '../args/entity-ref.ts';
import { eventFilterOf } from '../args/event-filter.ts';
import type { Context } from '../context.ts';
import { refusal } from '../refusal.ts';

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * The filter that the parameters of an address ask for: as that of `timeline`, with `from`, `to` and `match` for
 * `when`, and lists given several times. `of` and `place` are names, or ids with `id:` before them. `others` are what else
 * may be given. Null where nothing can answer. Throws refusals, also for a name that nobody has: a file would only be empty.
 */
export async function filterOf(
  params: Params,
  context: Context,
  others: readonly string[],
): Promise<EventFilter | null> {
  checkNames(params, [...FILTERS, ...others]);
  const list = (name: string): string[] => [params[name] ?? []].flat().filter(Boolean);
  const one = (name: string): string | null => list(name)[0] ?? null;
  const number = (name: string): number => {
    const value = Number(one(name) ?? 0);
    if (!Number.isFinite(value)) throw refusal('BAD_VALUE', `${name}: give a number`, { argument: name }, 400);
    return value;
  };
  const place = one('place');
  const vouchedBy = one('narrator') === 'true' ? { narrator: true } : null;
  const filter = await eventFilterOf(
    {
      of: list('of').map(refOf),
      place: place === null ? null : refOf(place),
      types: list('types'),
      quads: list('quads'),
      modes: list('modes'),
      contexts: list('contexts'),
      when: { from: one('from'), to: one('to'), match: wordOf(one('match'), ['POSSIBLY', 'CERTAINLY'], 'match') },
      standing: list('standing').length
        ? list('standing').map((word) => wordOf(word, STANDINGS, 'standing'))
        : [...SHOWN],
      vouchedBy,
      source: one('source'),
      asOf: one('asOf'),
      minConfidence: number('minConfidence'),
      minSources: number('minSources'),
    },
    context,
  );
  const nobody = context.hints.find((hint) => 'didYouMean' in hint);
  if (filter === null && nobody) {
    const { argument, name } = nobody;
    throw refusal('BAD_REFERENCE', `${argument}: nobody is called "${name.slice(0, 80)}"`, { ...nobody }, 400);
  }
  return filter;
}

const FILTERS = [
  ...['of', 'place', 'types', 'quads', 'modes', 'contexts', 'from', 'to', 'match', 'standing', 'narrator'],
  ...['source', 'asOf', 'minConfidence', 'minSources'],
];

function checkNames(params: Params, known: readonly string[]): void {
  for (const name of Object.keys(params)) {
    if (known.includes(name)) continue;
    const message = `there is no parameter "${name.slice(0, 60)}": there are ${known.join(', ')}`;
    throw refusal('BAD_VALUE', message, { argument: name.slice(0, 60), allowed: known }, 400);
  }
}

const STANDINGS: readonly Standing[] = ['NARRATED', 'CLAIMED', 'DISPUTED', 'DENIED', 'PLANNED'];

function refOf(text: string): EntityRef {
  return text.startsWith('id:') ? { id: text.slice(3) } : { name: text };
}

/** One of some words; the first where none is given. Throws `BAD_VALUE`. */
export function wordOf<Word extends string>(given: string | null, words: readonly Word[], argument: string): Word {
  if (given === null) return words[0]!;
  const found = words.find((word) => word === given);
  if (!found) throw refusal('BAD_VALUE', `${argument}: one of ${words.join(', ')}`, { argument, allowed: words }, 400);
  return found;
}
