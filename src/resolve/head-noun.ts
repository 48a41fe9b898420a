import { foldedName } from './names.ts';

/** Where what is said of a noun begins: "the owner | of the shop", "a man | who fled". */
const AFTER =
  /(?:,| - | (?:of|in|at|on|from|for|with|without|to|by|near|outside|inside|who|whom|whose|that|which|where|when|as|against|between|among|behind|during|after|before|over|under|including|and|or|is|was|are|were|has|had|have)) .*$/;
/** What joins words before the noun, where it may have spaces: "a hit - and - run driver". */
const HYPHENS = / - (and|by|in|of|on|or|to) - /g;
/** Two peoples before it: "Somali and Yemeni pirates". */
const PEOPLES = /(?<=\p{Lu}\S+) and (?=\p{Lu}\S+ \p{Ll}\S+$)/u;

/** The head of an unnamed mention, folded: "owner" of "the owner of the shop". */
export function headNoun(name: string): string {
  const folded = foldedName(name.replace(HYPHENS, '-$1-').replace(PEOPLES, '-and-'));
  return (folded.replace(AFTER, '').trim().split(' ').pop() ?? '').replace(/^-+|-+$/g, '');
}
