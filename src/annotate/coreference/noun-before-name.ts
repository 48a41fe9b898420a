import type { Draft } from './mention.ts';
import { type View, wordAt } from './view.ts';

/**
 * "[musician Ada Melk]", "[Senior researcher Ada Melk]": a noun without an article before somebody's name is told with it,
 * and both are one mention of the name; "his wife, Ada Melk" and "the musician Ada Melk" are two. Text order is kept.
 */
export function withNouns(view: View, drafts: readonly Draft[]): Draft[] {
  const nouns = new Map(drafts.filter(isNoun).map((draft) => [draft.head, draft]));
  const joined = new Map<Draft, Draft>();
  const gone = new Set<Draft>();
  for (const draft of drafts) {
    if (!draft.name || draft.type !== 'Person') continue;
    const noun = nouns.get(view.syntax.heads[draft.head]!);
    if (!noun || gone.has(noun) || !isToldWith(view, noun, draft)) continue;
    gone.add(noun);
    joined.set(draft, {
      ...draft,
      first: noun.first,
      last: Math.max(noun.last, draft.last),
      head: noun.head,
      full: noun.full,
      gender: draft.gender ?? noun.gender,
      country: draft.country ?? noun.country,
      leads: draft.leads || noun.leads,
    });
  }
  return drafts.filter((draft) => !gone.has(draft)).map((draft) => joined.get(draft) ?? draft);
}

function isNoun({ form, type, plural }: Draft): boolean {
  return form === 'nominal' && !plural && (type === 'Person' || type === null);
}

function isToldWith(view: View, noun: Draft, { name, head, first }: Draft): boolean {
  const { relations, children } = view.syntax;
  if (first !== noun.head + 1 && name!.first !== noun.head + 1) return false;
  if (/^flat/.test(relations[head]!)) return !/^the$/i.test(wordAt(view, noun.first));
  return (
    /^appos/.test(relations[head]!) &&
    !children[noun.head]!.some((child) => child < noun.head && /^(?:det|nmod:poss|nummod)/.test(relations[child]!))
  );
}
