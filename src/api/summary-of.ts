import type { EventView } from '../knowledge/views.ts';
import type { Context } from './context.ts';
import { eventTypeOf } from './types/event-type.ts';

const MOST_NAMES = 3;

/** "Protest (riot): Dockers → Harbour Council, Karsholm, 2024-02-14": what is known, in one line, and nothing made up. */
export async function summaryOf(view: EventView, { load, kinds }: Context): Promise<string> {
  const nameOf = async (signature: string) => (await load.entitiesOfSignatures.load(signature))?.name ?? null;
  const named = async (role: 'actor' | 'recipient') => {
    const all = view.participants.filter(({ roles }) => roles.includes(role));
    const names = await Promise.all(all.slice(0, MOST_NAMES).map(({ entity }) => nameOf(entity)));
    const known = [...new Set(names.filter((name) => name !== null))];
    return known.join(', ') + (all.length > MOST_NAMES ? ` and ${all.length - MOST_NAMES} more` : '');
  };
  const [actors, recipients, place] = await Promise.all([
    named('actor'),
    named('recipient'),
    view.place === null ? null : nameOf(view.place),
  ]);
  const type = eventTypeOf(kinds, view.type);
  const mode = type.modes.find(({ id }) => id === view.mode)?.label.toLowerCase() ?? view.mode;
  const kind = view.type === 'OTHER' ? view.lemma : type.label;
  const who = [actors, recipients && `→ ${recipients}`].filter(Boolean).join(' ');
  const rest = [who, place, view.time?.edtf].filter(Boolean).join(', ');
  return `${kind}${mode ? ` (${mode})` : ''}${rest ? `: ${rest}` : ''}`;
}
