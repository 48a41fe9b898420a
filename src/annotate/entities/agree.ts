import type { NameLabel } from '../../document/layers.ts';
import { headOf } from './head-of.ts';
import { isOfPeople } from './is-of-people.ts';
import type { Found } from './mentions-in.ts';
import type { PlacesTold } from './places-told.ts';
import { type Words, wordAt, wordsOf } from './words.ts';

/** What one mention says of a form: that it is a name of this type. */
interface Vote {
  readonly sentence: number;
  readonly label: NameLabel;
  readonly weight: number;
}

/** Types that are told by who or what is named; days and amounts are told by their own words. */
const OF_NAMES: ReadonlySet<NameLabel> = new Set([
  'Person',
  'Organization',
  'Location',
  'Facility',
  'NORP',
  'Product',
  'Misc',
]);
/** Sentences on either side in which a form is taken to name the same: more than most articles have. */
const NEAR = 30;
/** A person named in full says more of each part of the name than a lone mention of the part does. */
const IN_FULL = 2;
/** "in Drevia" says more of what Drevia is than "Drevia said". */
const PLACED = 2;
/** What the dateline names is a place, and so is what has a people: "Drevian" of Drevia. */
const SURE = 12;
const PEOPLE = /^(\p{Lu}\p{L}{3,}?)(?:n|an|ian|i|ish|ese)$/u;

/**
 * One form, one type: where most mentions of "Yassir" nearby are a person's, or "Adel Yassir" is one, the one that was
 * taken for an organization is a person too. Of equals a mention keeps its own.
 */
export function agree(
  found: readonly Found[],
  words: Words,
  places: readonly string[],
  told: PlacesTold,
  bodies: ReadonlyMap<string, readonly number[]>,
): Found[] {
  const sentences = sentencesOf(found, words);
  const votes = votesOf(found, sentences, words, told, bodies);
  const known = new Set([...places, ...placesWithPeople(words), ...told.sure]);
  const agreed = found.map((name, at) => {
    const cast = votes.get(formOf(name, words));
    const isPlace = known.has(formOf(name, words));
    if (!cast) return name;
    const counts = new Map<NameLabel, number>(isPlace ? [['Location', SURE]] : []);
    let all = isPlace ? SURE : 0;
    for (const { sentence, label, weight } of cast) {
      if (Math.abs(sentence - sentences[at]!) > NEAR) continue;
      counts.set(label, (counts.get(label) ?? 0) + weight);
      all += weight;
    }
    const [label] = [...counts].find(([, count]) => count * 2 > all) ?? [name.label];
    return label === name.label ? name : { ...name, label };
  });
  return ofPeoples(agreed, words);
}

/** "[Drevian] artillery": what stands before a noun and is the people's of a place of the article is no person, no body and no place. */
function ofPeoples(found: Found[], words: Words): Found[] {
  const places = [...new Set(found.flatMap((name) => (name.label === 'Location' ? [wordsOf(words, name)] : [])))];
  return found.map((name) => {
    const isName = /^(?:Person|Organization|Location)$/.test(name.label);
    const isBefore = /^(?:compound|amod)/.test(words.reading.relations[headOf(name, words.reading.heads)]!);
    // "[Drevian] President Mara Oduya", which the model may hang on the verb.
    const isBesideTitle = words.reading.relations[name.last] === 'nmod:desc';
    if (!isName || !(isBefore || isBesideTitle)) return name;
    const people = wordsOf(words, name);
    return places.some((place) => isOfPeople(people, place)) ? { ...name, label: 'NORP' } : name;
  });
}

function votesOf(
  found: readonly Found[],
  sentences: readonly number[],
  words: Words,
  told: PlacesTold,
  bodies: ReadonlyMap<string, readonly number[]>,
): Map<string, Vote[]> {
  const votes = new Map<string, Vote[]>();
  const cast = (form: string, vote: Vote) => {
    const others = votes.get(form);
    if (others) others.push(vote);
    else votes.set(form, [vote]);
  };
  for (const [at, name] of found.entries()) {
    const { first, last, label } = name;
    if (!OF_NAMES.has(label)) continue;
    const sentence = sentences[at]!;
    const form = formOf(name, words);
    const isNear = (other: number) => Math.abs(sentences[other]! - sentence) <= NEAR;
    const isShort = (label === 'Person' || label === 'Location') && bodies.get(form)?.some(isNear);
    if (isShort) cast(form, { sentence, label: 'Organization', weight: 1 });
    else if (label === 'Person' && told.likely.has(form)) cast(form, { sentence, label: 'Location', weight: 1 });
    else cast(form, { sentence, label, weight: label === 'Location' && told.isPlaced(name) ? PLACED : 1 });
    if (label !== 'Person' || last - first === 1) continue;
    // "Halvard was founded by Jon Halvard": a body's short name stays the body's.
    for (let token = first; token < last; token++)
      if (!bodies.get(wordAt(words, token))?.some(isNear))
        cast(wordAt(words, token), { sentence, label, weight: IN_FULL });
  }
  return votes;
}

/** What adjectives of the article would be of: "Drevian" of Drevia or Drevi. */
function placesWithPeople({ tokens, text, reading }: Words): string[] {
  return tokens.flatMap(({ start, end }, token) => {
    // "[Drevian] gunboats", which now and then is taken for a name.
    const isBefore = reading.heads[token]! > token && /^(?:amod|compound)/.test(reading.relations[token]!);
    const isOfThem = reading.upos[token] === 'ADJ' || (reading.upos[token] === 'PROPN' && isBefore);
    const stem = isOfThem ? PEOPLE.exec(text.slice(start, end))?.[1] : undefined;
    return stem === undefined ? [] : [stem, `${stem}a`, `${stem}ia`, `${stem}e`];
  });
}

/** The words of a name with one space between them; never that of another type, such as a day. */
function formOf(name: Found, words: Words): string {
  return OF_NAMES.has(name.label) ? wordsOf(words, name) : '';
}

/** The sentence that each name is in; both are in text order. */
function sentencesOf(found: readonly Found[], { sentences }: Words): number[] {
  let at = 0;
  return found.map(({ first }) => {
    while (sentences[at]!.last <= first) at++;
    return at;
  });
}
