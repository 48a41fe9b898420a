import type { ReadingLayer } from '../../document/layers.ts';
import type { Arcs } from './arcs.ts';

/** Nouns that the language model gives a verb as a second subject, behind it. */
const SUBJECT = /^nsubj(?::pass)?$/;

/**
 * The arcs of a reading where no verb has one subject before it and another behind: what stands behind is what a clause there
 * lacks ("said [four members] were hurt"), else its object ("A court sentenced [the minister] to nine years"). Whose title
 * follows is no subject beside the name behind the title: "[Drevian] President Mara Oduya sent help".
 */
export function oneSubject({ upos, xpos, heads, relations }: ReadingLayer): Arcs {
  const arcs = { heads: [...heads], relations: [...relations] };
  const below = new Map<number, number[]>();
  for (const [token, head] of heads.entries()) {
    if (!/^(?:nsubj|csubj|obj|ccomp|xcomp|aux:pass|cop|conj)/.test(relations[token]!)) continue;
    const others = below.get(head);
    if (others) others.push(token);
    else below.set(head, [token]);
  }
  for (const [verb, tokens] of below) {
    if (verb < 0 || upos[verb] !== 'VERB' || !/^VB[DPZ]?$/.test(xpos[verb]!)) continue;
    const subjects = tokens.filter((token) => SUBJECT.test(relations[token]!));
    const second = subjects.at(-1);
    const [first] = subjects;
    if (
      subjects.length === 2 &&
      second! < verb &&
      heads[first! + 1] === second &&
      relations[first! + 1] === 'nmod:desc'
    ) {
      arcs.heads[first!] = second!;
      arcs.relations[first!] = 'compound';
    }
    if (second === undefined || second < verb || subjects.length !== 2 || subjects[0]! > verb) continue;
    if (tokens.some((token) => /^(?:obj|aux:pass|cop)/.test(relations[token]!))) continue;
    const clause = tokens.find((token) => relations[token] === 'ccomp' && token > second);
    const hasOwn = below.get(clause ?? -1)?.some((token) => /subj/.test(relations[token]!));
    if (clause === undefined) arcs.relations[second] = 'obj';
    else if (!hasOwn) arcs.heads[second] = clause;
  }
  return arcs;
}
