/** The words of a language that the document room needs; `vocabulary` reads them from `schema/lexicon/`. */
export interface DocumentLexicon {
  readonly agencies: readonly { readonly name: string; readonly forms: readonly string[] }[];
  readonly boilerplate: readonly Furniture[];
  readonly calendar: { readonly months: readonly CalendarName[]; readonly weekdays: readonly CalendarName[] };
}

/** Words that belong to the page and not to the story, and where in a segment they stand. */
export interface Furniture {
  readonly kind: 'inline' | 'line' | 'credit' | 'caption-credit' | 'byline';
  readonly form: string;
  readonly match: 'equals' | 'prefix' | 'suffix' | 'contains';
  /** Whether case counts; absent means no. */
  readonly exact?: boolean;
}

/** A month or weekday with its short forms, with and without the dot. */
export interface CalendarName {
  readonly number: number;
  readonly name: string;
  readonly forms: readonly string[];
}
