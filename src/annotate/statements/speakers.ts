import { mentionsIn, type View } from './view.ts';

/** By quotation, the entity that says it: whoever its source's head names, or a mention within the source; null for nobody known. */
export function speakers(view: View): (number | null)[] {
  return view.quotations.quotations.map(({ source }) => {
    if (source === null) return null;
    const named = view.mentionAt.get(source.head);
    // "[No group] has claimed it": nobody has.
    if (named && /^no$/i.test(view.text.slice(named.start, view.tokens[named.first]!.end))) return null;
    if (named) return named.entity;
    const people = mentionsIn(view, source).filter(({ entity }) => view.coreference.entities[entity]!.type !== 'Place');
    return people[0]?.entity ?? mentionsIn(view, source)[0]?.entity ?? null;
  });
}
