import { firstAt, prepositionOf, type View } from '../events/view.ts';

/** Since when and until when, as EDTF; null where the words do not say. */
export interface Tenure {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

const FROM = /^(?:since|from)$/;
const TO = /^(?:until|till|to)$/;

/**
 * The times that hang on a word or its clause: "president [since 2019]", "mayor [from 2010 to 2019]". Where the clause
 * is of the beginning ("succeeded him [in 2019]", "became mayor [on Friday]") a time without such a word is that.
 */
export function tenureAt(view: View, token: number, isBeginning: boolean): Tenure {
  const { syntax, tokens, times } = view;
  let validFrom: string | null = null;
  let validTo: string | null = null;
  for (const { start, end, edtf, type } of times) {
    if (edtf === null || type === 'DURATION' || type === 'SET') continue;
    let at = firstAt(tokens, start);
    // The word that the time hangs by.
    while (syntax.heads[at]! >= 0 && tokens[syntax.heads[at]!]!.start >= start && tokens[syntax.heads[at]!]!.end <= end)
      at = syntax.heads[at]!;
    // "from 2011 to [2019]": the second may hang by the first.
    const above = syntax.heads[at]!;
    const isSecond =
      above >= 0 && syntax.heads[above] === token && times.some((each) => each.start === tokens[above]!.start);
    if (above !== token && !isSecond) continue;
    const preposition = prepositionOf(view, at);
    if (FROM.test(preposition)) validFrom ??= edtf;
    else if (TO.test(preposition)) validTo ??= edtf;
    else if (isBeginning && /^(?:obl|advmod|nmod)/.test(syntax.relations[at]!)) validFrom ??= edtf;
  }
  return { validFrom, validTo };
}
