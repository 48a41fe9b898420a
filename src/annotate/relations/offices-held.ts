import type { OfficeTitle } from '../../vocabulary/records.ts';
import type { View } from '../events/view.ts';
import { type Home, placeOfPeople } from './home-country.ts';
import type { Fact } from './relations.ts';

/** By title in lower case, of what kinds of entities it is an office. */
export type Titles = ReadonlyMap<string, OfficeTitle['of']>;

/** Offices that a country has, and that are named without it where it is understood. */
export const OF_STATES = /(?:president|minister|premier|chancellor)$/;
/** "[Ilvoran] Prime Minister" is of a country, whether the article names it or not. */
const PEOPLE_BEFORE = /(?<!\p{L})((?!Then\s)\p{Lu}\p{L}{2,}(?:n|ese|ish|i|ic))\s$/u;

const LONGEST_WORD = 40;

/** The people named right before an offset: "[Ilvoran] Prime Minister"; null where none is. */
export function peopleBefore(text: string, end: number): string | null {
  return PEOPLE_BEFORE.exec(text.slice(Math.max(0, end - LONGEST_WORD), end))?.[1] ?? null;
}

/**
 * "Drevian [President] Sana Melk", "Melk, the former [mayor] of Tarn". An office whose country the words leave out is
 * that of the person's own country, where the article names it. A former one ended at the latest on the day of publication.
 */
export function officesHeld(view: View, titles: Titles, publishedAt: string, home: Home): Fact[] {
  const { entities } = view.coreference;
  return entities.flatMap(({ aliases, country, offices }, from) =>
    // "The premier" without a name is nobody that could be told apart from the next.
    (aliases.length === 0 ? [] : offices).flatMap(({ title, of, former, start, end }): Fact[] => {
      const kinds = titles.get(title);
      // "Education Minister Otto Lams … the minister" is one office.
      if (offices.some((other) => other.title.endsWith(` ${title}`))) return [];
      // "Reporter Sana Melk in Tarn" is none of Tarn's, nor a French one France's.
      const own =
        of !== null && (!kinds || kinds.some((kind) => kind === entities[of]!.type))
          ? placeOfPeople(view, of)
          : country && (!kinds || kinds.includes('Place'))
            ? (home.countries.get(country.code) ?? null)
            : null;
      // "Interior Minister Sana Melk": of the country that the story is about.
      const isOpen = country === null && OF_STATES.test(title) && peopleBefore(view.text, start) === null;
      const to = own ?? (isOpen ? home.at(start) : null);
      if (to === null || to === from) return [];
      const label = title.replace(/^former /, '');
      const isOver = former || label !== title;
      const validTo = isOver && publishedAt ? `../${publishedAt.slice(0, 10)}` : null;
      const rule = of === null ? 'title-of-home' : 'title-with-name';
      return [{ type: 'HOLDS_OFFICE', from, to, label, validFrom: null, validTo, start, end, rule }];
    }),
  );
}
