import type { View } from '../events/view.ts';
import { placeOfPeople } from './home-country.ts';
import type { Fact } from './relations.ts';

/** Offices that a country has, and that are named without it where it is understood. */
const OF_STATES = /(?:president|minister|premier|chancellor)$/;

/**
 * "Drevian [President] Sana Melk", "Melk, the former [mayor] of Tarn". An office whose country the words leave out is
 * that of the person's own country, where the article names it. A former one ended at the latest on the day of publication.
 */
export function officesHeld(view: View, publishedAt: string, home: number | null): Fact[] {
  const { entities } = view.coreference;
  const places = new Map<string, number>();
  entities.forEach(({ type, country, gazetteer }, at) => {
    if (type === 'Place' && country && gazetteer === `country:${country.code}` && !places.has(country.code))
      places.set(country.code, at);
  });
  return entities.flatMap(({ country, offices }, from) =>
    offices.flatMap(({ title, of, former, start, end }): Fact[] => {
      const own = of === null ? ((country && places.get(country.code)) ?? null) : placeOfPeople(view, of);
      // "Interior Minister Sana Melk": of the country that the story is about.
      const to = own ?? (country === null && OF_STATES.test(title) ? home : null);
      if (to === null || to === from) return [];
      const validTo = former && publishedAt ? `../${publishedAt.slice(0, 10)}` : null;
      const sure = { rule: 'title-with-name', confidence: of === null ? 0.7 : 0.85 };
      return [{ type: 'HOLDS_OFFICE', from, to, label: title, validFrom: null, validTo, start, end, ...sure }];
    }),
  );
}
