import type { EventTrigger } from '../../vocabulary/records.ts';
import { hasCase } from '../syntax/tree.ts';
import { type NounTypes, nounTypeOf } from './noun-types.ts';
import type { View } from './view.ts';

/** How many words to either side company is looked for. */
const NEAR = 25;
const PERSON =
  /^(?:he|she|they|we|you|him|her|them|me|us|himself|herself|themselves|who|whom|everyone|anyone|someone|no-one|nobody|everybody)$/i;

const COUNTS = /^(?:one|dozens|scores|hundreds|thousands|many|several|some|others)$/i;

/** Whether what stands around a word is as an entry of the vocabulary wants it: its company, its frame, who it is done to. */
export function fits(
  view: View,
  types: NounTypes,
  entry: EventTrigger,
  token: number,
  first: number,
  last: number,
): boolean {
  const { with: company, without, frame, undergoer } = entry;
  if (company && !isNear(view, company, token, Math.max(first, token - NEAR), Math.min(last, token + NEAR)))
    return false;
  if (without) {
    const { first: from, last: to } = view.syntax.extents[token]!;
    const clause = view.clauseAt.get(token);
    const doer = clause?.subject ?? clause?.understood ?? token;
    if (isNear(view, without, token, from, to) || isNear(view, without, token, doer, doer + 1)) return false;
  }
  if (!frame && !undergoer) return true;
  const done = undergoerOf(view, token);
  if (frame === 'intransitive' && done !== null) return false;
  if (frame === 'clausal' && !hasComplement(view, token)) return false;
  if (frame === 'transitive' && done === null && !hasComplement(view, token)) return false;
  return !undergoer || (done !== null && isOf(view, types, undergoer, done));
}

/** Who or what it is done to: the object, in the passive the subject, of a noun what follows "of" or owns it. */
function undergoerOf({ clauseAt, syntax, reading }: View, token: number): number | null {
  const clause = clauseAt.get(token);
  if (!clause || reading.upos[token] !== 'VERB') {
    const below = syntax.children[token]!;
    const found = below.find((child) => /^nmod/.test(syntax.relations[child]!) && hasCase(syntax, child, 'of'));
    return found ?? below.find((child) => /^(?:nmod:poss|compound)/.test(syntax.relations[child]!)) ?? null;
  }
  const noun = /^acl/.test(syntax.relations[token]!) ? syntax.heads[token]! : null;
  if (clause.isPassive) return clause.subject ?? clause.understood ?? noun;
  return reading.xpos[token] === 'VBN' && noun !== null ? noun : clause.object;
}

/** "asked [to leave]": a clause is an object too. */
function hasComplement({ syntax }: View, token: number): boolean {
  return syntax.children[token]!.some((child) => /^(?:xcomp|ccomp)/.test(syntax.relations[child]!));
}

function isOf(view: View, types: NounTypes, kinds: readonly string[], token: number): boolean {
  const { mentionAt, coreference, reading, text, tokens } = view;
  const mention = mentionAt.get(token);
  if (mention) return kinds.includes(coreference.entities[mention.entity]!.type);
  const { start, end } = tokens[token]!;
  if (PERSON.test(text.slice(start, end))) return kinds.includes('Person');
  // "two", "dozens", "several hundred", "no one": how many of them, and never of things of which nobody spoke.
  if (reading.upos[token] === 'NUM' || COUNTS.test(text.slice(start, end))) return kinds.includes('Person');
  const type = nounTypeOf(view, types, token);
  return type !== null && kinds.includes(type);
}

function isNear({ reading }: View, lemmas: readonly string[], token: number, first: number, last: number): boolean {
  for (let at = first; at < last; at++) {
    if (at !== token && singularsOf(reading.lemmas[at]!.toLowerCase()).some((lemma) => lemmas.includes(lemma)))
      return true;
  }
  return false;
}

/** The lemmatiser leaves some plurals as they are ("troops"), and of some a letter too many ("lorrie"). */
function singularsOf(lemma: string): string[] {
  if (lemma.endsWith('s')) return [lemma, lemma.slice(0, -1)];
  return lemma.endsWith('ie') ? [lemma, `${lemma.slice(0, -2)}y`] : [lemma];
}
