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
  readonly isCapital: boolean;
  /** A capital, one that English has a name of its own for, or a large one: meant by the name alone. */
  readonly wellKnown: boolean;
}

/** The shipped places: found by name, in any case, with and without accents. */
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
  const cities = once(() => readCities(rowsOf(root, 'places.tsv'), rowsOf(root, 'city-names.tsv')));
  return {
    country: (name) => countries().names.get(name.toLowerCase()) ?? null,
    countryOfDemonym: (word) => {
      const { demonyms } = countries();
      const key = word.toLowerCase();
      return demonyms.get(key) ?? demonyms.get(key.replace(/s$/, '')) ?? null;
    },
    cities: (name) => cities().get(folded(name)) ?? [],
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

/** A city with fewer inhabitants may well be a namesake of another place. */
const LARGE = 200_000;

function readCities(rows: readonly string[][], english: readonly string[][]): Map<string, City[]> {
  const names = new Map(english.map(([id = '', list = '']) => [id, split(list)]));
  const found = new Map<string, City[]>();
  for (const [id = '', name = '', aliases = '', kind, country = '', latitude, longitude, population] of rows) {
    const city = {
      id,
      country,
      latitude: Number(latitude),
      longitude: Number(longitude),
      population: Number(population),
      isCapital: kind === 'capital',
      wellKnown: kind === 'capital' || names.has(id) || Number(population) >= LARGE,
    };
    for (const each of new Set([name, ...split(aliases), ...(names.get(id) ?? [])].map(folded))) {
      const same = found.get(each);
      if (same) same.push(city);
      else found.set(each, [city]);
    }
  }
  for (const same of found.values()) same.sort((a, b) => b.population - a.population || (a.id < b.id ? -1 : 1));
  return found;
}

const LETTERS: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', ð: 'd', ß: 'ss' };

/** "Łódź" and "Lodz", "Xi’an" and "Xi'an" are written alike. */
function folded(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\p{M}'’‘ʻ`]/gu, '')
    .replace(/[łøđıðß]/g, (letter) => LETTERS[letter] as string);
}

function split(list: string): string[] {
  return list.split('|').filter((each) => each !== '');
}
