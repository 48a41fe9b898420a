import type { Layers } from '../../document/layers.ts';
import type { TimeWords } from '../../vocabulary/records.ts';
import type { Tense } from './setting.ts';

/** Heads that are looked at on the way up to the clause. */
const REACH = 12;
/** Words before a time among which a verb in the past settles it. */
const NEAR = 4;

/** What the clause that a token stands in speaks of: "will meet on [Friday]" and "is due to open in [May]" of the future. */
export function tenseAt(
  { reading, syntax }: Pick<Layers, 'reading' | 'syntax'>,
  token: number,
  data: TimeWords,
): Tense {
  const lemma = (at: number) => reading.lemmas[at]!.toLowerCase();
  // "…," she [said] on Tuesday: the tree may hang the day on what is said.
  for (let back = token - 1; back >= Math.max(0, token - NEAR); back--) {
    if (reading.xpos[back] === 'VBD' && reading.upos[back] === 'VERB') return 'past';
    if (reading.upos[back] === 'VERB') break;
  }
  let at = token;
  // "to meet on Friday" is ahead of what it depends on, unless that is over and no plan: "met on Friday to discuss".
  let isPurpose = false;
  for (let step = 0; step < REACH && at >= 0; step++, at = syntax.heads[at]!) {
    if (isPurpose && data.plans.includes(lemma(at))) return 'future';
    const helpers = syntax.children[at]!.filter((child) => /^(?:aux|cop)/.test(syntax.relations[child]!));
    if (reading.upos[at] !== 'VERB' && helpers.length === 0) continue;
    if (helpers.some((child) => data.ahead.includes(lemma(child)) && reading.xpos[child] === 'MD'))
      return helpers.some((child) => lemma(child) === 'have') ? 'past' : 'future';
    if (reading.xpos[at] === 'VB' && syntax.children[at]!.some((child) => reading.xpos[child] === 'TO')) {
      isPurpose = true;
      continue;
    }
    const tags = [reading.xpos[at]!, ...helpers.map((child) => reading.xpos[child]!)];
    const isPresent = tags.some((tag) => tag === 'VBP' || tag === 'VBZ');
    if (tags.includes('VBD') || helpers.some((child) => lemma(child) === 'have')) return 'past';
    if (isPresent && data.plans.includes(lemma(at))) return 'future';
    // "is meeting on Friday"
    if (isPresent && reading.xpos[at] === 'VBG') return 'future';
    if (isPresent) return isPurpose && !data.done.includes(lemma(at)) ? 'future' : 'present';
  }
  return isPurpose ? 'future' : 'past';
}
