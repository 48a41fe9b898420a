import type { Trigger } from './triggers.ts';
import type { View } from './view.ts';

/** Kinds whose object is what is asked for, promised, refused or ended: no event beside theirs. */
const TAKING = new Set(['REQUEST', 'AGREE', 'REJECT', 'CONCEDE', 'SANCTION', 'RETREAT', 'THREATEN']);

/** Triggers that are not the object of another one: "demanded an [inquiry]" is a request, "cut off [aid]" a sanction. */
export function kept({ syntax }: View, found: readonly Trigger[]): Trigger[] {
  const taking = new Map<number, Trigger>();
  for (const trigger of found) if (TAKING.has(trigger.pattern.kind.id)) taking.set(trigger.token, trigger);
  return found.filter(({ token, pattern }) => {
    const head = syntax.heads[token]!;
    const above = taking.get(head);
    if (!above || above.pattern.kind === pattern.kind) return true;
    // "ordered the release [of the dockers]" tells of both: whose release it is makes it an event to look for.
    if (
      pattern.trigger.pos !== 'NOUN' ||
      syntax.children[token]!.some((child) => /^nmod/.test(syntax.relations[child]!))
    )
      return true;
    return !/^(?:obj|obl|nmod|nsubj:pass)/.test(syntax.relations[token]!);
  });
}
