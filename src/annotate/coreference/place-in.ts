import type { Member } from './entities-of.ts';
import { spanOf, type View } from './view.ts';

/** A place of the gazetteer: `country:KAZ` or `geonames:1526384`, with the country that it is or lies in. */
export interface KnownPlace {
  readonly id: string;
  readonly country: string;
}

/** So many times smaller a namesake of a capital is not meant, even where its country is named: no "London" in Canada. */
const HARDLY = 10;

/** The place that names stand for: a country; else the city that lies in a country of the article; else the best known. */
export function placeIn(
  view: View,
  aliases: readonly { readonly name: string }[],
  members: readonly Member[],
): KnownPlace | null {
  const names = aliases.map(({ name }) => name.replace(/^the /i, ''));
  for (const name of names) {
    const country = view.gazetteer.country(name);
    if (country) return { id: `country:${country.code}`, country: country.code };
  }
  const near = countriesNamed(view, members);
  for (const name of names) {
    const cities = view.gazetteer.cities(name);
    const known = cities.find(({ wellKnown }) => wellKnown);
    const least = known?.isCapital ? known.population / HARDLY : 0;
    const city = cities.find(({ country, population }) => near.has(country) && population >= least) ?? known;
    if (city) return { id: city.id, country: city.country };
  }
  return null;
}

const named = new WeakMap<readonly Member[], ReadonlySet<string>>();

/** Countries that the article names, by themselves or by their people; worked out once an article. */
function countriesNamed(view: View, members: readonly Member[]): ReadonlySet<string> {
  const known = named.get(members);
  if (known) return known;
  const found = new Set<string>();
  for (const { drafts } of members) {
    for (const { name } of drafts) {
      if (!name || (name.label !== 'Location' && name.label !== 'NORP')) continue;
      const { start, end } = spanOf(view, name);
      const words = view.text.slice(start, end).replace(/^the /i, '');
      const country = view.gazetteer.country(words) ?? view.gazetteer.countryOfDemonym(words);
      if (country) found.add(country.code);
    }
  }
  named.set(members, found);
  return found;
}
