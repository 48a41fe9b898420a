import type { LinkCue } from '../../vocabulary/records.ts';
import { eventNear, eventsNear, type Found, type View } from './view.ts';

interface Phrase {
  readonly words: readonly string[];
  readonly cue: LinkCue;
}

const MARKING = /^(?:case|mark|advmod|fixed)$/;
/** How many words up the tree the event is looked for on which a phrase hangs. */
const REACH = 3;
const SAYING = /^(?:say|tell|add|ask)$/;

/** "[because of] the arrests", "[after] police fired", "[in retaliation for] the raid": words before an event or its clause. */
export function phraseLinks(view: View, cues: readonly LinkCue[]): Found[] {
  const byFirst = new Map<string, Phrase[]>();
  for (const cue of cues)
    for (const entry of cue.words) {
      const words = entry.split(' ');
      byFirst.set(words[0]!, [...(byFirst.get(words[0]!) ?? []), { words, cue }]);
    }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  const found: Found[] = [];
  for (const sentence of view.sentences)
    for (let token = sentence.first; token < sentence.last; token++) {
      const phrases = byFirst.get(wordAt(view, token)) ?? [];
      const phrase = phrases.find(({ words }) => words.every((word, at) => wordAt(view, token + at) === word));
      if (!phrase) continue;
      for (const { words, cue } of phrases)
        if (words.join(' ') === phrase.words.join(' ')) found.push(...linksAt(view, token, words.length, cue));
      token += phrase.words.length - 1;
    }
  return found;
}

function linksAt(view: View, first: number, size: number, cue: LinkCue): Found[] {
  const last = first + size;
  const complement = complementOf(view, first, last);
  if (complement === null) return [];
  const governor = governorOf(view, complement, first, last);
  if (governor === null) return [];
  if (cue.types && !cue.types.includes(view.events[governor]!.type)) return [];
  const negated = isDenied(view, first, complement);
  const shared = { type: cue.link, negated, first, last, rule: 'link-phrase', confidence: size > 1 ? 0.85 : 0.75 };
  // "not because of the rallies but because of the arrests": the second is a cause of its own.
  const isOther = (event: number) =>
    view.syntax.children[complement]!.some((child) => isBut(view, child) && view.eventAt.get(child) === event);
  return eventsNear(view, complement)
    .filter((event) => !isOther(event))
    .map((other) => ({
      ...shared,
      from: cue.from === 'before' ? governor : other,
      to: cue.from === 'before' ? other : governor,
    }));
}

/** What the phrase stands before: the nominal or predicate that one of its words marks. */
function complementOf({ syntax }: View, first: number, last: number): number | null {
  for (let token = last - 1; token >= first; token--) {
    const head = syntax.heads[token]!;
    if (MARKING.test(syntax.relations[token]!) && head >= last) return head;
  }
  return null;
}

/** The event on which it hangs: the nearest one above, or what its carrier tells ("The strike [began] after …"). */
function governorOf(view: View, complement: number, first: number, last: number): number | null {
  const { syntax } = view;
  let at = syntax.heads[complement]!;
  if (at >= 0 && isBut(view, complement)) at = syntax.heads[at]!;
  for (let steps = 0; at >= 0 && steps < REACH; steps++, at = syntax.heads[at]!) {
    if (at >= first && at < last) continue;
    const own = eventNear(view, at, undefined, complement);
    if (own !== null) return own;
    if (SAYING.test(view.reading.lemmas[at]!)) return null;
  }
  return null;
}

/** Joined to what stands before it by "but". */
function isBut({ syntax, reading }: View, token: number): boolean {
  if (syntax.relations[token] !== 'conj') return false;
  return syntax.children[token]!.some((child) => syntax.relations[child] === 'cc' && reading.lemmas[child] === 'but');
}

/** "[not] because of the rallies", "never in response to". */
function isDenied({ syntax, reading }: View, first: number, complement: number): boolean {
  const isNot = (token: number) => /^(?:not|n't|n’t|never)$/.test(reading.lemmas[token]?.toLowerCase() ?? '');
  return isNot(first - 1) || syntax.children[complement]!.some((child) => child < first && isNot(child));
}

function wordAt({ text, tokens }: View, token: number): string {
  const at = tokens[token];
  return at ? text.slice(at.start, at.end).toLowerCase() : '';
}
