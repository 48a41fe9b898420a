import type { NameMention } from '../../document/layers.ts';
import type { Gazetteer } from '../../vocabulary/gazetteer.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { step } from '../step.ts';
import { agree } from './agree.ts';
import { companyNames } from './company-names.ts';
import { completeNames } from './complete-names.ts';
import { headlineNouns } from './headline-nouns.ts';
import { initials } from './initials.ts';
import { joinHyphens } from './join-hyphens.ts';
import { type Found, mentionsIn } from './mentions-in.ts';
import { namedBeside } from './named-beside.ts';
import { nationality } from './nationality.ts';
import { placesTold } from './places-told.ts';
import { repeated } from './repeated.ts';
import { shortNamesOfBodies } from './short-names.ts';
import { splitPlaces } from './split-places.ts';
import { storms } from './storms.ts';
import { trimEdges } from './trim-edges.ts';
import { titleTrimmer } from './trim-titles.ts';
import type { Words } from './words.ts';

/** Looks at the names of one article and gives them back, changed: none overlap, before or after. */
type Rule = (found: readonly Found[], words: Words) => readonly Found[];

/** Names by type, from what the language model says of each word and the rules that it does not know. */
export function entities(
  vocabulary: Pick<Vocabulary, 'givenNames' | 'honorifics' | 'officeTitles' | 'nouns' | 'placeWords'>,
  gazetteer: Gazetteer,
) {
  const rules: readonly Rule[] = [
    // Whole names before their edges are looked at: "Tamir|-|Bek Ardakov".
    joinHyphens,
    headlineNouns,
    nationality,
    trimEdges,
    titleTrimmer(vocabulary),
    // Again, for what stood behind a title: "Mayor 's".
    trimEdges,
    namedBeside(vocabulary),
    companyNames(vocabulary),
    splitPlaces,
    completeNames,
    storms,
    repeated,
    initials(gazetteer),
  ];
  const told = placesTold(vocabulary, gazetteer);
  const shortNames = shortNamesOfBodies(vocabulary, gazetteer);
  return step({
    name: 'entities',
    needs: ['tokens', 'reading'],
    gives: 'entities',
    run({ text, dateline }, { tokens: { tokens, sentences }, reading }) {
      const words: Words = { text, tokens, sentences, reading };
      let found: readonly Found[] = mentionsIn(reading.names, sentences);
      for (const rule of rules) found = rule(found, words);
      const place = dateline?.place ? text.slice(dateline.place.start, dateline.place.end) : '';
      // Last, because it compares forms.
      const places = place === '' ? [] : place.split(/\s*[,/]\s*/);
      const placesOf = told(found, words);
      found = agree(found, words, places, placesOf, shortNames(found, words, placesOf));
      return { mentions: found.map((name) => mentionOf(name, words)) };
    },
  });
}

function mentionOf({ first, last, label }: Found, { tokens }: Words): NameMention {
  return { start: tokens[first]!.start, end: tokens[last - 1]!.end, first, last, label };
}
