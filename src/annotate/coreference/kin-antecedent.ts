import type { Draft } from './mention.ts';
import { backTo } from './near-mention.ts';
import { type View, wordAt } from './view.ts';

/** Mentions behind the pronoun among which the name of the kin is. */
const NEXT = 6;
const KIN =
  /^(?:son|daughter|brother|sister|wife|husband|widow|widower|father|mother|cousin|nephew|niece|grandson|granddaughter)$/;

const SHORT: Readonly<Record<string, string>> = { dad: 'father', mom: 'mother', mum: 'mother', sis: 'sister' };

/** The kin that a noun tells of: "mother" of "mum"; null for other nouns. */
export function kinOf(lemma: string): string | null {
  const kin = SHORT[lemma.toLowerCase()] ?? lemma.toLowerCase();
  return KIN.test(kin) ? kin : null;
}

/** "“The president is safe,” [his] daughter, Awa Kessel, wrote": of kin that bears a surname, whoever was named with the same. */
export function kinAntecedent(view: View, mentions: readonly Draft[], at: number): number | null {
  const { syntax, reading } = view;
  const { form, head, person, gender } = mentions[at]!;
  const noun = syntax.heads[head]!;
  if (form !== 'pronoun' || person !== 3 || syntax.relations[head] !== 'nmod:poss') return null;
  if (kinOf(reading.lemmas[noun]!) === null) return null;
  const kin = mentions
    .slice(at, at + NEXT)
    .find(
      ({ name, head: token }) =>
        name?.label === 'Person' && (syntax.heads[token] === noun || syntax.heads[noun] === token) && token > noun,
    )?.name;
  if (!kin || kin.last - kin.first < 2) return null;
  const surname = wordAt(view, kin.last - 1);
  return backTo(mentions, at, (before) => {
    const { name } = before;
    const isOther = name?.label === 'Person' && wordAt(view, name.first) !== wordAt(view, kin.first);
    const isLike = !gender || !before.gender || gender === before.gender;
    return isOther && isLike && wordAt(view, name.last - 1) === surname;
  });
}
