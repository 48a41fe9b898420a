import type {
  Abbreviation,
  Agency,
  Boilerplate,
  Calendar,
  Context,
  ContextCue,
  EntityKind,
  EventKind,
  EventWordList,
  GivenNameList,
  Honorific,
  LinkCue,
  LinkKind,
  Nickname,
  NounList,
  OfficeTitle,
  PlaceCue,
  RelationCue,
  RelationKind,
  ReportingCue,
  SameWordList,
  SayClass,
  TimeWords,
} from './records.ts';

/** All that may be said, read from `schema/` and frozen: the kinds, and the words of English that announce them. */
export interface Vocabulary {
  /** By id, in alphabetical order: `ACCUSE`. */
  readonly events: ReadonlyMap<string, EventKind>;
  /** By id: `human_rights`. */
  readonly contexts: ReadonlyMap<string, Context>;
  /** By id: `Person`. */
  readonly entities: ReadonlyMap<string, EntityKind>;
  /** By id: `HOLDS_OFFICE`. */
  readonly relations: ReadonlyMap<string, RelationKind>;
  /** By id: `CAUSES`. */
  readonly links: ReadonlyMap<string, LinkKind>;
  /** By id: `blame`. */
  readonly say: ReadonlyMap<string, SayClass>;
  /** One lemma may have several entries, of different classes. */
  readonly reportingVerbs: readonly ReportingCue[];
  readonly officeTitles: readonly OfficeTitle[];
  readonly honorifics: readonly Honorific[];
  readonly nouns: readonly NounList[];
  readonly givenNames: readonly GivenNameList[];
  readonly nicknames: readonly Nickname[];
  readonly abbreviations: readonly Abbreviation[];
  readonly agencies: readonly Agency[];
  readonly boilerplate: readonly Boilerplate[];
  readonly calendar: Calendar;
  readonly times: TimeWords;
  readonly linkWords: readonly LinkCue[];
  readonly placeWords: readonly PlaceCue[];
  readonly relationWords: readonly RelationCue[];
  readonly contextWords: readonly ContextCue[];
  readonly eventWords: readonly EventWordList[];
  readonly sameWords: readonly SameWordList[];
  /** `schema/extraction.schema.json`, parsed. */
  readonly extractionSchema: object;
}
