import type { ReadingLayer } from '../../document/layers.ts';
import type { Arcs } from './arcs.ts';

/** Tokens that are looked at on the way up from a relative clause to the verb whose sentence it stands in. */
const REACH = 12;
/** Tokens before a verb among which the words that open its clause stand. */
const NEAR = 40;
/** What whoever says something does next. */
const SAYING = /^(?:appeal|call|demand|pledge|promise|thank|urge|vow|warn)$/;

/**
 * A verb in the past that was joined to a clause within, and whose subject is that of the sentence: "said he would appeal
 * and [called] it a farce" (nobody "would called"), "blamed them for the fire, in which two died, and [voiced] regret"
 * (the commas end the clause within).
 */
export function joinedVerbs({ upos, xpos, lemmas }: ReadingLayer, { heads, relations }: Arcs): Arcs {
  const arcs = { heads: [...heads], relations: [...relations] };
  const isPast = (token: number) => upos[token] === 'VERB' && xpos[token] === 'VBD';
  const withSubject = new Set(heads.filter((_, token) => /^[nc]subj/.test(relations[token]!)));
  const withModal = new Set(heads.filter((_, token) => relations[token] === 'aux' && xpos[token] === 'MD'));
  for (const [joined, inner] of heads.entries()) {
    if (relations[joined] !== 'conj' || inner < 0 || !isPast(joined) || withSubject.has(joined)) continue;
    const outer = /^acl:relcl/.test(relations[inner]!) ? verbOver(inner) : heads[inner]!;
    if (outer < 0 || outer > inner || !isPast(outer)) continue;
    // "said two had been hurt and [appealed] for blood": not those who were hurt.
    const isSaying =
      relations[inner] === 'ccomp' && xpos[inner] === 'VBN' && SAYING.test(lemmas[joined]!) && lemmas[outer] === 'say';
    const isUnderModal = relations[inner] === 'ccomp' && xpos[inner] === 'VB' && withModal.has(inner);
    if (isSaying || isUnderModal || (/^acl:relcl/.test(relations[inner]!) && isBetweenCommas(inner, joined)))
      arcs.heads[joined] = outer;
  }
  return arcs;

  function verbOver(clause: number): number {
    let at = heads[clause]!;
    for (let step = 0; step < REACH && at >= 0 && upos[at] !== 'VERB'; step++) at = heads[at]!;
    return at;
  }

  /** ", in which two died, and voiced": a comma before the word that opens the clause, and one before the "and". */
  function isBetweenCommas(clause: number, joined: number): boolean {
    const opening = firstOf(clause, (token) => heads[token] === clause && xpos[token]!.startsWith('W'));
    const before = opening > 0 && upos[opening - 1] === 'ADP' ? opening - 2 : opening - 1;
    const and = firstOf(joined, (token) => heads[token] === joined && relations[token] === 'cc');
    return opening > 0 && and > 0 && lemmas[before] === ',' && lemmas[and - 1] === ',';
  }

  /** The first of the tokens near before another that is it; -1 for none. */
  function firstOf(verb: number, isIt: (token: number) => boolean): number {
    for (let token = Math.max(0, verb - NEAR); token < verb; token++) if (isIt(token)) return token;
    return -1;
  }
}
