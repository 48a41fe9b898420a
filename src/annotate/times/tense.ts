import type { Layers } from '../../document/layers.ts';

const AHEAD = new Set(['will', 'shall', 'wo', '’ll', "'ll"]);
const PLANNING = new Set(['plan', 'schedule', 'expect', 'set', 'due', 'intend', 'aim', 'hope']);
/** Heads that are looked at on the way up to the clause. */
const REACH = 12;
/** Words before a time among which a verb in the past settles it. */
const NEAR = 4;

/** Whether the clause that a token stands in speaks of what is to come: "will meet on [Friday]", "is due to open in [May]". */
export function isFuture({ reading, syntax }: Pick<Layers, 'reading' | 'syntax'>, token: number): boolean {
  // "…," she [said] on Tuesday: the tree may hang the day on what is said.
  for (let back = token - 1; back >= Math.max(0, token - NEAR); back--) {
    if (reading.xpos[back] === 'VBD') return false;
    if (reading.upos[back] === 'VERB') break;
  }
  let at = token;
  for (let step = 0; step < REACH && at >= 0; step++) {
    const isVerb = /^(?:VERB|AUX|ADJ)$/.test(reading.upos[at]!);
    if (isVerb) {
      const lemmas = syntax.children[at]!.filter((child) => /^(?:aux|cop)/.test(syntax.relations[child]!)).map(
        (child) => reading.lemmas[child]!.toLowerCase(),
      );
      if (lemmas.some((lemma) => AHEAD.has(lemma))) return true;
      if (PLANNING.has(reading.lemmas[at]!.toLowerCase()) && /^VB[NPZ]$|^JJ$/.test(reading.xpos[at]!)) return true;
      if (/^VB[D]$/.test(reading.xpos[at]!)) return false;
      if (reading.upos[at] === 'VERB' && !/^(?:xcomp|ccomp|acl)/.test(syntax.relations[at]!)) return false;
    }
    at = syntax.heads[at]!;
  }
  return false;
}
