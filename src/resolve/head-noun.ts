/** Where what is said of a noun begins: "the owner | of the shop", "a man | who fled". */
const AFTER =
  /(?:,| - | (?:of|in|at|on|from|for|with|without|to|by|near|outside|inside|who|whom|whose|that|which|where|when|as|against|between|among|behind|during|after|before|over|under|including|and|or|is|was|are|were|has|had|have)) .*$/;

/** The head of an unnamed mention, folded: "owner" of "the owner of the shop". */
export function headNoun(folded: string): string {
  return (folded.replace(AFTER, '').trim().split(' ').pop() ?? '').replace(/^-+|-+$/g, '');
}
