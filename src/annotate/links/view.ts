import type { EventReading, Layers, LinkReading } from '../../document/layers.ts';
import type { EventWords } from '../events/event-words.ts';
import { type View as EventView, viewOf as eventViewOf, firstAt } from '../events/view.ts';

/** What the rules for links look at. */
export interface View extends EventView {
  readonly events: readonly EventReading[];
  /** By token of its trigger, the event that is told there. */
  readonly eventAt: ReadonlyMap<number, number>;
}

/** One link as its words tell it; whose words they are is the same for all rules. */
export type Found = Pick<LinkReading, 'type' | 'from' | 'to' | 'negated' | 'rule' | 'confidence'> & {
  /** Tokens `[first, last)` that announce it. */
  readonly first: number;
  readonly last: number;
};

export function viewOf(
  text: string,
  { events, ...layers }: Parameters<typeof eventViewOf>[1] & Pick<Layers, 'events'>,
  words: EventWords,
): View {
  const view = eventViewOf(text, layers, words);
  const eventAt = new Map<number, number>();
  events.events.forEach(({ mentions }, at) => {
    for (const { start, end } of mentions)
      for (
        let token = firstAt(view.tokens, start);
        token < view.tokens.length && view.tokens[token]!.start < end;
        token++
      )
        if (!eventAt.has(token)) eventAt.set(token, at);
  });
  return { ...view, events: events.events, eventAt };
}

/** Where the words of an event may stand below the word that carries it: "[held] a rally", "the start of [the strike]". */
const CARRIED = /^(?:obj|nsubj(?::pass)?|xcomp|nmod|compound)$/;
const DEPTH = 2;

/** The event that a token tells or carries; null for none. Never another clause's, and none below `except`. */
export function eventNear(view: View, token: number, depth = DEPTH, except = -1): number | null {
  const { syntax, eventAt } = view;
  const own = eventAt.get(token);
  if (own !== undefined) return own;
  if (depth === 0) return null;
  for (const child of syntax.children[token]!) {
    if (child === except || !CARRIED.test(syntax.relations[child]!)) continue;
    const below = eventNear(view, child, depth - 1, except);
    if (below !== null) return below;
  }
  return null;
}

/** The events of a token and of what is joined to it by "and"; each once. */
export function eventsNear(view: View, token: number | null): number[] {
  if (token === null) return [];
  const joined = view.syntax.children[token]!.filter((child) => view.syntax.relations[child] === 'conj');
  const found = [token, ...joined].map((each) => eventNear(view, each));
  return [...new Set(found.filter((each): each is number => each !== null))];
}
