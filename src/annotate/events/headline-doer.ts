import type { View } from './view.ts';

/** "[Halvard Lines] to buy a rival": whoever is to do it, where a headline is nothing but a name with an infinitive; else null. */
export function headlineDoer({ syntax, reading, sentences, sentenceOf }: View, token: number): number | null {
  const head = syntax.heads[token]!;
  if (head < 0 || !/^acl/.test(syntax.relations[token]!) || syntax.relations[head] !== 'root') return null;
  if (
    reading.upos[head] !== 'PROPN' ||
    syntax.children[head]!.some((child) => /^(?:cop|nsubj)/.test(syntax.relations[child]!))
  )
    return null;
  const { last } = sentences[sentenceOf[token]!]!;
  return reading.xpos[token] === 'VB' && reading.upos[last - 1] !== 'PUNCT' ? head : null;
}
