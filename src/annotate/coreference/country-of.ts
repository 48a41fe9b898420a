import type { ArticleEntity, NameMention, Stretch } from '../../document/layers.ts';
import type { Draft } from './mention.ts';
import { namesIn, spanOf, type View, wordAt } from './view.ts';

/**
 * The country that a mention's own words name: "the [Kazakh] leader", "the president of [Chile]", the "[Chilean] Navy"; null
 * where none does.
 */
export function countryOf(view: View, drafts: readonly Draft[]): ArticleEntity['country'] {
  for (const draft of drafts) {
    if (draft.country === null || draft.form === 'pronoun') continue;
    for (const name of namesIn(view, draft.full)) {
      if (name === draft.name) continue;
      const code = codeOf(view, name);
      if (code === draft.country) return { code, ...spanOf(view, name) };
    }
  }
  for (const { name } of drafts) {
    const code = name && name.label === 'NORP' ? codeOf(view, name) : null;
    if (name && code !== null) return { code, ...spanOf(view, name) };
  }
  for (const { name, type } of drafts) {
    const first = name && type === 'Organization' ? peopleIn(view, name) : null;
    const code = first && codeOf(view, first);
    if (first && code) return { code, ...spanOf(view, first) };
  }
  return null;
}

const WATER = /^(?:Gulf|Ocean|Sea)$/;
/** Words that a people's name may have: "[South African] Navy". */
const LONGEST = 2;

/** The people that a body's name begins with; the "[Indian] Ocean Commission" is nobody's. */
function peopleIn(view: View, { first, last }: NameMention): Stretch | null {
  for (let end = Math.min(last - 1, first + LONGEST); end > first; end--) {
    const { start } = view.tokens[first]!;
    const people = view.gazetteer.countryOfDemonym(view.text.slice(start, view.tokens[end - 1]!.end));
    if (people) return WATER.test(wordAt(view, end)) ? null : { first, last: end };
  }
  return null;
}

function codeOf(view: View, name: Stretch): string | null {
  let words = '';
  for (let token = name.first; token < name.last; token++) words += (words ? ' ' : '') + wordAt(view, token);
  const bare = words.replace(/^the /i, '');
  return (view.gazetteer.country(bare) ?? view.gazetteer.countryOfDemonym(bare))?.code ?? null;
}
