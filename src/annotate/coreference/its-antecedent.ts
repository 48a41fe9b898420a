import { isOfCompany } from './constraints.ts';
import type { Draft } from './mention.ts';
import { type View, wordAt } from './view.ts';

/** Mentions of the sentence before that are looked at. */
const NEAR = 25;

/**
 * "[The port] urged calm. Its director, Mara Oduya, …": somebody's body, with whose "its" a sentence begins, is what the sentence
 * before is of; "…, according to [Open Hands]. Its director …": or else the body that it names last.
 */
export function itsAntecedent(view: View, mentions: readonly Draft[], at: number): number | null {
  const { syntax, sentences, sentenceOf } = view;
  const { head, form } = mentions[at]!;
  const sentence = sentenceOf[head]!;
  const noun = syntax.heads[head]!;
  if (form !== 'pronoun' || !/^its$/i.test(wordAt(view, head)) || sentences[sentence]!.first !== head) return null;
  // The phrase begins with the word, and comes before it.
  if (mentions[at - 1]?.head !== noun || mentions[at - 1]!.type !== 'Person') return null;
  if (sentences[sentence - 1]?.segment !== sentences[sentence]!.segment) return null;
  let named: number | null = null;
  for (let back = at - 2; back >= 0 && back >= at - NEAR; back--) {
    const before = mentions[back]!;
    if (sentenceOf[before.head] !== sentence - 1) break;
    const isBody = before.type === 'Organization' || (before.type === 'Place' && !isOfCompany(view, mentions[at]!));
    const above = syntax.heads[before.head]!;
    const isSubject = /^nsubj/.test(syntax.relations[before.head]!) && above >= 0 && syntax.heads[above]! < 0;
    if (isSubject && (isBody || /^it$/i.test(wordAt(view, before.head)))) return back;
    if (before.form === 'name' && before.type === 'Organization') named ??= back;
  }
  return named;
}
