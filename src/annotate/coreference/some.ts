import type { View } from './view.ts';

/** "[several of them]", "[all] were freed": many, though the word is no plural; "a third" is one, if not of somebody. */
export function isSome({ reading, syntax }: View, head: number): boolean {
  const lemma = reading.lemmas[head]!.toLowerCase();
  if (/^(?:several|some|most|many|few|all|both|rest|majority)$/.test(lemma)) return true;
  if (!/^(?:half|third|quarter|fifth|tenth|minority)$/.test(lemma)) return false;
  return syntax.children[head]!.some((child) => syntax.relations[child] === 'nmod');
}
