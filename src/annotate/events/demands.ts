import type { EventKind } from '../../vocabulary/records.ts';
import type { Cast } from './cast.ts';
import type { Found } from './merged.ts';
import { placeOf } from './place-of.ts';
import { timeOf } from './time-of.ts';
import type { View } from './view.ts';

/** What somebody says that another must do is asked of them: "the minister said the owners must reopen the mill". */
export function demands(view: View, cast: Cast, kind: EventKind): Found[] {
  const { reading, sentences } = view;
  const found: Found[] = [];
  for (const { first, last } of sentences)
    for (let token = first; token < last; token++)
      if (reading.xpos[token] === 'MD' && reading.lemmas[token]!.toLowerCase() === 'must') {
        const demand = demandAt(view, cast, kind, token);
        if (demand) found.push(demand);
      }
  return found;
}

function demandAt(view: View, cast: Cast, kind: EventKind, token: number): Found | null {
  const { syntax, reading, clauseAt, mentionAt, statements, saidIn, tokens } = view;
  const verb = syntax.heads[token]!;
  const at = saidIn[token]!;
  if (verb < 0 || at < 0 || syntax.relations[token] !== 'aux') return null;
  const { speaker, source, cue } = statements[at]!;
  const asked = mentionAt.get(clauseAt.get(verb)?.subject ?? -1);
  if (speaker === null || !source || !cue || !asked || asked.entity === speaker || asked.form === 'pronoun')
    return null;
  if (!kind.roles.recipient.kinds.includes(cast.typeOf(asked.entity))) return null;
  // "must have left" is a guess.
  if (syntax.children[verb]!.some((child) => /^aux/.test(syntax.relations[child]!) && reading.lemmas[child] === 'have'))
    return null;
  const extent = syntax.extents[verb]!;
  const { start, end } = tokens[token]!;
  const said = saidIn[cue.head]!;
  const participants = [
    { entity: speaker, role: 'actor' as const, quantity: null, start: source.start, end: source.end },
    { entity: asked.entity, role: 'recipient' as const, quantity: null, start: asked.start, end: asked.end },
  ];
  return {
    token,
    code: kind.id,
    isOrdered: false,
    standing: 'verb',
    isOpen: true,
    isOfThing: false,
    type: kind.id,
    lemma: 'must',
    mode: null,
    contexts: [],
    modality: 'actual',
    plover: null,
    trigger: { start, end },
    mentions: [{ start, end }],
    start: Math.min(start, tokens[extent.first]!.start),
    end: Math.max(end, tokens[extent.last - 1]!.end),
    ...timeOf(view, cue.head, null, new Set(), () => false),
    ...placeOf(view, cast, cue.head, 'clause', null, []),
    participants,
    vouchers: [{ statement: said < 0 ? null : said, modality: 'actual' }],
    speechAct: at,
    rule: 'verb-alone',
  };
}
