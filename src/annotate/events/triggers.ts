import { fits } from './fits.ts';
import type { NounTypes } from './noun-types.ts';
import type { Pattern, TriggerIndex } from './trigger-index.ts';
import type { View } from './view.ts';

/** A word that announces an event. */
export interface Trigger {
  readonly token: number;
  readonly pattern: Pattern;
  /** All tokens of its words, in text order: "took", "streets". */
  readonly words: readonly number[];
}

/** How far below its head a word of a trigger may stand: "take [to the] street" is two steps. */
const DEPTH = 2;
/** How many words may lie between: "went back on Monday, ending a strike" is not "go on strike". */
const APART = 6;
/** Descendants looked at, at most: nobody stages a protest across a list of a hundred names. */
const MOST = 60;

/** The triggers of an article in text order; a word serves one of them only. */
export function triggers(view: View, index: TriggerIndex, types: NounTypes): Trigger[] {
  const found: Trigger[] = [];
  for (const { first, last } of view.sentences)
    for (let token = first; token < last; token++) {
      const trigger = triggerAt(view, index, types, token, first, last);
      if (trigger) found.push(trigger);
    }
  found.push(...takenUp(view, index, found));
  found.sort((a, b) => a.token - b.token);
  const taken = new Map<number, Trigger>();
  for (const trigger of found)
    for (const word of trigger.words) {
      const other = taken.get(word);
      if (!other || trigger.words.length > other.words.length) taken.set(word, trigger);
    }
  return found.filter((trigger) => trigger.words.every((word) => taken.get(word) === trigger));
}

/** A definite noun that lacks the company which the same word had before it means the same: "the blockade", three paragraphs on. */
function takenUp(view: View, index: TriggerIndex, found: readonly Trigger[]): Trigger[] {
  const { reading, syntax, sentences } = view;
  const taken = new Set(found.flatMap(({ words }) => words));
  const senses = new Map<string, Trigger>();
  for (const trigger of found)
    if (
      trigger.pattern.trigger.pos === 'NOUN' &&
      trigger.words.length === 1 &&
      !senses.has(trigger.pattern.trigger.lemma)
    )
      senses.set(trigger.pattern.trigger.lemma, trigger);
  const more: Trigger[] = [];
  for (const { first, last } of sentences)
    for (let token = first; token < last; token++) {
      if (reading.upos[token] !== 'NOUN' || taken.has(token)) continue;
      const sense = senses.get(reading.lemmas[token]!.toLowerCase());
      if (!sense || sense.token > token || !index.has(`NOUN ${sense.pattern.trigger.lemma}`)) continue;
      const isDefinite = syntax.children[token]!.some((child) =>
        /^(?:the|this|that|these|their|its|his|her)$/.test(reading.lemmas[child]!.toLowerCase()),
      );
      if (isDefinite) more.push({ ...sense, token, words: [token] });
    }
  return more;
}

function triggerAt(
  view: View,
  index: TriggerIndex,
  types: NounTypes,
  token: number,
  first: number,
  last: number,
): Trigger | null {
  const { upos, lemmas } = view.reading;
  const pos = upos[token]!;
  if (pos !== 'VERB' && pos !== 'NOUN' && pos !== 'ADJ') return null;
  if (pos === 'VERB' && isName(view, token)) return null;
  const patterns = lemmasOf(lemmas[token]!, view.text.slice(view.tokens[token]!.start, view.tokens[token]!.end), pos)
    .flatMap((lemma) => index.get(`${pos} ${lemma}`) ?? [])
    .sort((a, b) => b.others.length - a.others.length);
  for (const pattern of patterns) {
    const words = matched(view, pattern, token);
    if (words && fits(view, types, pattern.trigger, token, first, last)) return { token, pattern, words };
  }
  return null;
}

/** "a Swiss general, [Beat] Keller": a name beside somebody that is taken for a verb. */
function isName({ syntax, text, tokens }: View, token: number): boolean {
  return syntax.relations[token] === 'appos' && /^\p{Lu}/u.test(text[tokens[token]!.start]!);
}

/** The words of a pattern at a head, or null: each of the others stands somewhere below it. */
function matched(view: View, { others }: Pattern, head: number): number[] | null {
  const { syntax, reading } = view;
  if (others.length === 0) return [head];
  const words = [head];
  let level = [head];
  let seen = 0;
  const left = [...others];
  for (let depth = 0; depth < DEPTH && left.length > 0; depth++) {
    level = level.flatMap((token) => syntax.children[token]!);
    for (const token of level) {
      if (++seen > MOST) return null;
      const lemma = reading.lemmas[token]!.toLowerCase();
      const at = Math.max(left.indexOf(lemma), lemma.endsWith('s') ? left.indexOf(lemma.slice(0, -1)) : -1);
      if (at < 0 || Math.abs(token - head) > APART || isAside(view, token, head)) continue;
      // "troop deployment" is a phrase, "the deployment of troops" a word with its object.
      if (reading.upos[head] === 'NOUN' && token > head) continue;
      left.splice(at, 1);
      words.push(token);
    }
  }
  return left.length === 0 ? words.sort((a, b) => a - b) : null;
}

/** A preposition before the verb ("sorry [for] calling"), or that leads to a time ("fired [on] Sunday") or to what is given, is none of the verb's. */
function isAside({ syntax, reading, times, tokens }: View, token: number, head: number): boolean {
  if (!/^(?:case|mark)$/.test(syntax.relations[token]!) || reading.upos[head] !== 'VERB') return false;
  if (token < head) return true;
  // "gave the port 2 million [in] aid" gives in to nobody.
  const hasObject = syntax.children[head]!.some((child) => /^(?:obj|iobj)$/.test(syntax.relations[child]!));
  if (hasObject && reading.lemmas[token] === 'in') return true;
  const { start } = tokens[syntax.heads[token]!]!;
  return times.some((time) => time.start <= start && start < time.end);
}

/**
 * The dictionary forms that a word may have: the lemmatiser's, and those that English endings allow, for it now and then
 * takes a letter too many off ("deraile"). A wrong one is in no list.
 */
export function lemmasOf(lemma: string, form: string, pos: string): string[] {
  const word = form.toLowerCase();
  const found = new Set([lemma.toLowerCase()]);
  // "found" is of "find", whatever is founded elsewhere.
  if (pos !== 'VERB') found.add(word);
  const endings = pos === 'VERB' ? ['ed', 'd', 'ing', 's', 'es'] : ['s', 'es'];
  for (const ending of endings) {
    if (!word.endsWith(ending) || word.length < ending.length + 3) continue;
    const stem = word.slice(0, -ending.length);
    found.add(stem);
    if (ending === 'ing') found.add(`${stem}e`);
    if (stem.at(-1) === stem.at(-2)) found.add(stem.slice(0, -1));
    if (stem.endsWith('i')) found.add(`${stem.slice(0, -1)}y`);
  }
  return [...found];
}
