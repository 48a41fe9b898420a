import type { Quotation, Sentence } from '../../document/layers.ts';
import { spanOf, tokensOf, type View } from './view.ts';

/** Who may speak without being said to. */
const SPEAKERS = /^(?:he|she)$/;

/**
 * Direct speech that no words give to anybody is that of whoever the sentence before it, in its paragraph, is about
 * ("Melk laughed. [“I taught his sons.”]"); in an interview, behind a question, of whoever spoke last.
 */
export function unclaimed(view: View, found: readonly Quotation[]): Quotation[] {
  let spoke: Quotation['source'] = null;
  return found.map((quotation) => {
    const { kind, cue, content } = quotation;
    const isAlone = kind === 'direct' && quotation.source === null && cue === null;
    const { first } = tokensOf(view, content[0]!);
    const source = isAlone ? (subjectBefore(view, first) ?? (isAnswer(view, first) ? spoke : null)) : quotation.source;
    if (kind === 'direct' && source) spoke = source;
    return isAlone && source ? { ...quotation, source } : quotation;
  });
}

/** The person that the sentence before, of the same paragraph, is about. */
function subjectBefore(view: View, token: number): Quotation['source'] {
  const before = sentenceBefore(view, token);
  if (before === null || before.segment !== view.sentences[view.sentenceOf[token]!]!.segment) return null;
  const { syntax, entities, reading } = view;
  for (let at = before.first; at < before.last; at++) {
    const verb = syntax.heads[at]!;
    if (!/^nsubj/.test(syntax.relations[at]!) || verb < 0 || syntax.relations[verb] !== 'root') continue;
    const name = entities.mentions.find((each) => each.label === 'Person' && each.first <= at && at < each.last);
    if (name) return { start: name.start, end: name.end, head: at };
    return SPEAKERS.test(reading.lemmas[at]!.toLowerCase())
      ? { ...spanOf(view, { first: at, last: at + 1 }), head: at }
      : null;
  }
  return null;
}

/** Whether the paragraph before ends with a question that is not itself quoted. */
function isAnswer(view: View, token: number): boolean {
  const before = sentenceBefore(view, token);
  if (before === null || before.segment === view.sentences[view.sentenceOf[token]!]!.segment) return false;
  return view.text[before.end - 1] === '?';
}

function sentenceBefore({ sentences, sentenceOf }: View, token: number): Sentence | null {
  return sentences[sentenceOf[token]! - 1] ?? null;
}
