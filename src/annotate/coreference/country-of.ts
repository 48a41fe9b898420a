import type { ArticleEntity, NameMention } from '../../document/layers.ts';
import type { Draft } from './mention.ts';
import { namesIn, spanOf, type View, wordAt } from './view.ts';

/** The country that a mention's own words name: "the [Kazakh] leader", "the president of [Chile]"; null where none does. */
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
  return null;
}

function codeOf(view: View, name: NameMention): string | null {
  let words = '';
  for (let token = name.first; token < name.last; token++) words += (words ? ' ' : '') + wordAt(view, token);
  const bare = words.replace(/^the /i, '');
  return (view.gazetteer.country(bare) ?? view.gazetteer.countryOfDemonym(bare))?.code ?? null;
}
