import type { Found } from './mentions-in.ts';
import { type Words, wordAt } from './words.ts';

/** First-level parts of the United States and Canada, which are written right behind a city's name. */
const PARTS = `Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois
Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana
Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Washington Wisconsin Wyoming
Alberta Manitoba Ontario Quebec Saskatchewan`;
const TWO_WORDS = [
  'New Hampshire',
  'New Jersey',
  'New Mexico',
  'New York',
  'North Carolina',
  'North Dakota',
  'Rhode Island',
  'South Carolina',
  'South Dakota',
  'West Virginia',
  'British Columbia',
  'New Brunswick',
  'Nova Scotia',
];
/** Their postal codes, but for those that are words: "in", "or", "me". */
const CODES =
  'AL AK AZ AR CA CO CT DE FL GA ID IL IA KS KY LA MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH PA RI SC SD TN TX UT VT VA WA WV WI WY';
const NAMES: ReadonlySet<string> = new Set([...PARTS.split(/\s+/), ...TWO_WORDS].map((name) => name.toLowerCase()));
const POSTAL: ReadonlySet<string> = new Set(CODES.split(' '));

/** "San Rafael Ca", "Springfield Illinois": a city and what it lies in are two names, with or without a comma. */
export function splitPlaces(found: readonly Found[], words: Words): Found[] {
  return found.flatMap((name) => {
    const { first, last, label } = name;
    if (label !== 'Location' || last - first < 2) return [name];
    const size =
      last - first > 2 && NAMES.has(`${wordAt(words, last - 2)} ${wordAt(words, last - 1)}`.toLowerCase()) ? 2 : 1;
    const tail = wordAt(words, last - 1);
    if (size === 1 && !NAMES.has(tail.toLowerCase()) && !POSTAL.has(tail.toUpperCase().replace(/\.$/, '')))
      return [name];
    let end = last - size;
    // "New York", "West Virginia", "the state of Washington": the words before are no city.
    const before = wordAt(words, end - 1);
    if (
      /^(?:of|the|new|north|south|east|west|northern|southern|eastern|western|central|upstate|lower|upper|baja|port|fort|lake|mount|san|santa)$/i.test(
        before,
      )
    )
      return [name];
    if (before === ',') end--;
    if (end <= first) return [name];
    return [
      { first, last: end, label },
      { first: last - size, last, label },
    ];
  });
}
