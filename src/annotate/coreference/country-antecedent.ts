import { placeKey } from './country-key.ts';
import type { Draft } from './mention.ts';
import { spanOf, type View, wordAt } from './view.ts';

/** Mentions back that are looked at. */
const BACK = 200;
/** Nouns that mean a whole country when nothing else stands beside them. */
const COUNTRY = /^(?:country|kingdom|nation|republic)$/;

/** Where countries lie. */
const REGION =
  /(?:^|\s)(?:Africa|America|Arctic|Asia|Balkans|Baltic|Caribbean|Caucasus|East|Europe|Gulf|Mediterranean|Ocean|Pacific|Sahel|Sea|West)$/;

/**
 * "[the country]": the country that was named most until here, its people's name counted; a place of no gazetteer may be one where
 * it has a people ("Drevian") or is the only such. Null where two were named as often.
 */
export function countryAntecedent(view: View, mentions: readonly Draft[], at: number): number | null {
  const { head, first, last, form, type } = mentions[at]!;
  if (form !== 'nominal' || type !== 'Place' || first + 1 !== head || last !== head + 1) return null;
  if (!/^(?:the|this)$/i.test(wordAt(view, first)) || !COUNTRY.test(view.reading.lemmas[head]!)) return null;
  const counts = new Map<string, { size: number; latest: number }>();
  for (let back = at - 1; back >= 0 && back >= at - BACK; back--) {
    const { name, type: kind } = mentions[back]!;
    if (name?.label !== 'Location' && name?.label !== 'NORP') continue;
    const words = wordsOf(view, name);
    if (REGION.test(words)) continue;
    if (
      !view.gazetteer.country(words) &&
      !view.gazetteer.countryOfDemonym(words) &&
      view.gazetteer.cities(words).length > 0
    )
      continue;
    const key = placeKey(view, words);
    const known = counts.get(key) ?? { size: 0, latest: -1 };
    // An adjective counts, and only a name is what the noun joins.
    counts.set(key, { size: known.size + 1, latest: known.latest < 0 && kind === 'Place' ? back : known.latest });
  }
  const [best, other] = [...counts.values()].sort((a, b) => b.size - a.size);
  return best && best.latest >= 0 && best.size > (other?.size ?? 0) ? best.latest : null;
}

function wordsOf(view: View, name: { readonly first: number; readonly last: number }): string {
  const { start, end } = spanOf(view, name);
  return view.text.slice(start, end).replace(/^the /i, '');
}
