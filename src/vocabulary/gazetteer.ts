import { readFileSync } from 'node:fs';

export interface Country {
  /** ISO 3166-1 alpha-3. */
  readonly code: string;
  readonly name: string;
}

export interface City {
  /** `geonames:…` */
  readonly id: string;
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly population: number;
}

/** The shipped places: found by name, in any case. */
export interface Gazetteer {
  country(name: string): Country | null;
  /** "Kazakh", "Kazakhs". */
  countryOfDemonym(word: string): Country | null;
  /** Cities of that name, the largest first. */
  cities(name: string): readonly City[];
}

/** Reads `seeds/gazetteer/` below `root` when it is first asked; places take some 20 ms, countries one. */
export function gazetteer(root: URL): Gazetteer {
  const countries = once(() => readCountries(rowsOf(root, 'countries.tsv')));
  const cities = once(() => readCities(rowsOf(root, 'places.tsv')));
  return {
    country: (name) => countries().names.get(name.toLowerCase()) ?? null,
    countryOfDemonym: (word) => {
      const { demonyms } = countries();
      const key = word.toLowerCase();
      return demonyms.get(key) ?? demonyms.get(key.replace(/s$/, '')) ?? null;
    },
    cities: (name) => cities().get(name.toLowerCase()) ?? [],
  };
}

/** Worked out when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function rowsOf(root: URL, file: string): string[][] {
  const lines = readFileSync(new URL(`seeds/gazetteer/${file}`, root), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.slice(1).map((line) => line.split('\t'));
}

function readCountries(rows: readonly string[][]) {
  const names = new Map<string, Country>();
  const demonyms = new Map<string, Country>();
  for (const [code = '', name = '', aliases = '', ofThem = ''] of rows) {
    const country = { code, name };
    for (const each of [name, ...split(aliases)]) names.set(each.toLowerCase(), country);
    for (const each of split(ofThem)) demonyms.set(each.toLowerCase(), country);
  }
  return { names, demonyms };
}

function readCities(rows: readonly string[][]): Map<string, City[]> {
  const found = new Map<string, City[]>();
  for (const [id = '', name = '', aliases = '', , country = '', latitude, longitude, population] of rows) {
    const city = {
      id,
      country,
      latitude: Number(latitude),
      longitude: Number(longitude),
      population: Number(population),
    };
    for (const each of new Set([name, ...split(aliases)].map((one) => one.toLowerCase()))) {
      const same = found.get(each);
      if (same) same.push(city);
      else found.set(each, [city]);
    }
  }
  for (const same of found.values()) same.sort((a, b) => b.population - a.population || (a.id < b.id ? -1 : 1));
  return found;
}

function split(list: string): string[] {
  return list.split('|').filter((each) => each !== '');
}
