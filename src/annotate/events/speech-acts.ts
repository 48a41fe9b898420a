import type { Found } from './merged.ts';
import type { View } from './view.ts';

const SPEECH = new Set(['ACCUSE', 'SUPPORT', 'REQUEST', 'REJECT', 'THREATEN', 'AGREE']);

/**
 * An event whose trigger is the cue of a statement is that statement as an act: "blamed", "praised". Its speaker is the
 * actor; where the clause names nobody else, the first whom it is about is the recipient.
 */
export function withSpeech(view: View, event: Found): Found {
  if (!SPEECH.has(event.type)) return event;
  const at = view.statements.findIndex(
    ({ cue }) => cue !== null && cue.start < event.trigger.end && event.trigger.start < cue.end,
  );
  if (at < 0) return event;
  const { speaker, source, about } = view.statements[at]!;
  const participants = [...event.participants];
  const has = (role: string) => participants.some((each) => each.role === role);
  if (!has('actor') && speaker !== null && source && !participants.some(({ entity }) => entity === speaker))
    participants.unshift({ entity: speaker, role: 'actor', quantity: null, start: source.start, end: source.end });
  const target = about.find(({ entity }) => !participants.some((each) => each.entity === entity));
  if (!has('recipient') && target)
    participants.push({
      entity: target.entity,
      role: 'recipient',
      quantity: null,
      start: target.start,
      end: target.end,
    });
  return { ...event, participants, speechAct: at };
}
