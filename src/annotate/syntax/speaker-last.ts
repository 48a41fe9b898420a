import type { ReadingLayer } from '../../document/layers.ts';
import type { Arcs } from './arcs.ts';

/** Tokens before a clause among which its subject is looked for. */
const REACH = 80;

/**
 * "[The mayor], who lives there, died on Monday, [his widow] said": where the first noun is made the one who says it, it is
 * the one of whom it is said, and the last, right before the verb that the clause hangs on, is the speaker.
 */
export function speakerLast({ upos }: Pick<ReadingLayer, 'upos'>, { heads, relations }: Arcs): Arcs {
  const arcs = { heads: [...heads], relations: [...relations] };
  for (const [told, cue] of heads.entries()) {
    if (relations[told] !== 'ccomp' || cue < told || upos[cue] !== 'VERB') continue;
    const subjects: number[] = [];
    let isPassive = false;
    for (let token = Math.max(0, told - REACH); token < cue; token++) {
      if (/^nsubj/.test(relations[token]!) && (heads[token] === told || heads[token] === cue)) subjects.push(token);
      if (relations[token] === 'aux:pass' && heads[token] === told) isPassive = true;
    }
    const [first, last] = subjects as [number, number];
    if (subjects.length !== 2 || heads[first] !== cue || first > told || last < told) continue;
    arcs.heads[first] = told;
    arcs.relations[first] = isPassive ? 'nsubj:pass' : 'nsubj';
    arcs.heads[last] = cue;
    arcs.relations[last] = 'nsubj';
  }
  return arcs;
}
