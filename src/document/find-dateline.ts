import type { Dateline } from './document.ts';
import { type FindDays, isoDay } from './full-dates.ts';
import type { DocumentLexicon } from './lexicon.ts';
import { type Span, trimmed } from './span.ts';

/** A dateline is short: no dash after this many characters closes one. */
const LONGEST = 110;
/** A dash with space before it, two hyphens, a long dash, or any dash after the agency; the story follows. */
const CLOSING_DASH = /\s+(?:-{1,2}|[–—])(?=\s)|(?<=\))\s*-|\s*(?:--|[–—])/g;
const AGENCY = /\(([^()]{2,40})\)\s*$/;
/** "PORT-ADRA", "ST. PETERSBURG", "SANTA FE DE BOGOTÁ": capitals, with points, hyphens and apostrophes. */
const CAPITALS = /^\p{Lu}[\p{Lu}\p{M}.'’\-/ ]*\p{Lu}\.?$/u;
/** A region after the place: "Kazakhstan", "Calif.", "D.C.", "New South Wales". */
const REGION = /^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+(?:\p{Lu}[\p{L}\p{M}.'’-]*|of|and|the|de|do|da)){0,4}$/u;

/** Finds the dateline that a paragraph begins with; null where it has none. The span takes in the closing dash. */
export type FindDateline = (text: string, paragraph: Span) => Dateline | null;

export function datelineFinder(lexicon: DocumentLexicon, findDays: FindDays): FindDateline {
  const agencies = new Map<string, string>();
  for (const { name, forms } of lexicon.agencies) {
    for (const form of [name, ...forms]) agencies.set(form.toLowerCase(), name);
  }
  return (text, paragraph) => {
    const opening = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + LONGEST));
    for (const dash of opening.matchAll(CLOSING_DASH)) {
      const end = paragraph.start + dash.index + dash[0].length;
      const dateline = readHead(text, { start: paragraph.start, end: paragraph.start + dash.index }, end);
      if (dateline) return dateline;
    }
    return null;
  };

  /** `head` is the stretch before the dash: it is a dateline only if every piece of it is accounted for. */
  function readHead(text: string, head: Span, end: number): Dateline | null {
    const words = text.slice(head.start, head.end);
    const bracket = AGENCY.exec(words);
    const named = bracket ? agencies.get((bracket[1] as string).toLowerCase()) : undefined;
    const agency = bracket && spanOf(head.start + bracket.index + 1, bracket[1] as string);
    const rest = trimmed(text, { start: head.start, end: bracket ? head.start + bracket.index : head.end });
    const [day, ...others] = findDays(text.slice(rest.start, rest.end));
    const isDayLast = day === undefined || rest.start + day.end === rest.end;
    if (others.length > 0 || !isDayLast) return null;
    const place = readPlace(text, { start: rest.start, end: day ? rest.start + day.start : rest.end });
    if (place === false) return null;
    const isCertain = place?.isCapitals || (agency && (day || named)) || (named && !place);
    if (!isCertain || (agency && !named && !place && !day)) return null;
    return {
      start: head.start,
      end,
      place: place && { start: place.start, end: place.end },
      day: day ? { start: rest.start + day.start, end: rest.start + day.end, value: isoDay(day) } : null,
      agency: agency && { ...agency, name: named ?? agencyName(bracket?.[1] as string) },
    };
  }
}

/** The place before the day, with its region ("ALMATY, Kazakhstan"); null where nothing stands there, false where it is no place. */
function readPlace(text: string, stretch: Span): (Span & { readonly isCapitals: boolean }) | null | false {
  const words = text.slice(stretch.start, stretch.end).replace(/[\s,]+$/, '');
  if (words === '') return null;
  const [place, ...regions] = words.split(/\s*,\s*/) as [string, ...string[]];
  const cities = place.split(/\s*\/\s*/);
  const isCapitals = cities.every((city) => CAPITALS.test(city) && (city.match(/\p{L}/gu)?.length ?? 0) > 2);
  if (!isCapitals && !REGION.test(place)) return false;
  if (regions.length > 2 || !regions.every((region) => REGION.test(region))) return false;
  return { ...spanOf(stretch.start, words), isCapitals };
}

function spanOf(start: number, words: string): Span {
  return { start, end: start + words.length };
}

/** An agency that is not in the list signs in capitals as often as not: "HALYARD" is kept as it is written. */
function agencyName(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
