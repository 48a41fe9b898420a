import type { Stretch } from '../../document/layers.ts';
import type { View } from './view.ts';

/** What is said to somebody: its passive's subject is who hears it. */
const TOLD =
  /^(?:accuse|advise|ask|assure|blame|charge|condemn|criticise|criticize|inform|invite|offer|order|praise|promise|remind|tell|urge|warn)$/;
/** "walked out [over] plans to close it": what others have said stands behind these. */
const OVER = /^(?:over|against|despite|amid)$/;

/** Whether a cue shows that the words taken for its source are not who speaks: "[she] was promised four", "[workers] walked out over plans to …". */
export function isNotBy({ syntax, reading }: View, cue: Stretch & { readonly head: number }, source: number): boolean {
  const { head } = cue;
  const below = syntax.children[head]!;
  const [above, governor] = [syntax.heads[source], syntax.heads[head]];
  if (!/^nsubj/.test(syntax.relations[source]!)) return false;
  if (reading.upos[head] === 'VERB') {
    // "asked for ten and [was promised] four"
    const isSubject = above === head || (syntax.relations[head] === 'conj' && above === governor);
    const isPassive = below.some((child) => syntax.relations[child] === 'aux:pass');
    return isSubject && isPassive && TOLD.test(reading.lemmas[head]!);
  }
  return (
    syntax.relations[head] === 'obl' &&
    above === governor &&
    below.some((child) => syntax.relations[child] === 'case' && OVER.test(reading.lemmas[child]!))
  );
}
