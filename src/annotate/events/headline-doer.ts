import type { View } from './view.ts';

/**
 * "[Halvard Lines] to buy a rival": whoever is to do it, where a headline is nothing but a name with an infinitive, or two verbs
 * ("[Halvard Lines] to buy a rival, cut jobs"); else null.
 */
export function headlineDoer(view: View, token: number): number | null {
  const { syntax, reading, sentences, sentenceOf } = view;
  const head = syntax.heads[token]!;
  if (head < 0 || !/^acl/.test(syntax.relations[token]!)) return null;
  if (syntax.relations[head] !== 'root' && !isBeforeSecond(view, head)) return null;
  if (
    reading.upos[head] !== 'PROPN' ||
    syntax.children[head]!.some((child) => /^(?:cop|nsubj)/.test(syntax.relations[child]!))
  )
    return null;
  const { last } = sentences[sentenceOf[token]!]!;
  return reading.xpos[token] === 'VB' && reading.upos[last - 1] !== 'PUNCT' ? head : null;
}

/** "[Halvard Lines] to buy a rival, cut jobs", which trees take for the subject of the second verb. */
function isBeforeSecond({ syntax, tokens, text }: View, head: number): boolean {
  const verb = syntax.heads[head]!;
  if (!/^nsubj/.test(syntax.relations[head]!) || verb <= head || syntax.relations[verb] !== 'root') return false;
  return text.slice(tokens[verb - 1]!.start, tokens[verb - 1]!.end) === ',';
}
