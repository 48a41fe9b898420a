import type {
  Abbreviations,
  Agencies,
  Boilerplates,
  Calendar,
  Contexts,
  ContextWords,
  EntityKind,
  EventKind,
  EventWords,
  GivenNames,
  Honorifics,
  Links,
  LinkWords,
  Nicknames,
  Nouns,
  OfficeTitles,
  PlaceWords,
  Relations,
  RelationWords,
  ReportingCues,
  SameWords,
  Say,
  TimeWords,
} from './records.ts';

/** What a data file holds, and where it lies: `schema/events/protest.yaml`. */
export interface Sourced<T> {
  readonly path: string;
  readonly data: T;
}

/** Every data file of the vocabulary: each has the right shape, none is yet checked against the others. */
export interface Sources {
  readonly events: readonly Sourced<EventKind>[];
  readonly entities: readonly Sourced<EntityKind>[];
  readonly contexts: Sourced<Contexts>;
  readonly relations: Sourced<Relations>;
  readonly links: Sourced<Links>;
  readonly say: Sourced<Say>;
  readonly reportingVerbs: Sourced<ReportingCues>;
  readonly officeTitles: Sourced<OfficeTitles>;
  readonly honorifics: Sourced<Honorifics>;
  readonly nouns: Sourced<Nouns>;
  readonly givenNames: Sourced<GivenNames>;
  readonly nicknames: Sourced<Nicknames>;
  readonly abbreviations: Sourced<Abbreviations>;
  readonly agencies: Sourced<Agencies>;
  readonly boilerplate: Sourced<Boilerplates>;
  readonly calendar: Sourced<Calendar>;
  readonly times: Sourced<TimeWords>;
  readonly linkWords: Sourced<LinkWords>;
  readonly placeWords: Sourced<PlaceWords>;
  readonly relationWords: Sourced<RelationWords>;
  readonly contextWords: Sourced<ContextWords>;
  readonly eventWords: Sourced<EventWords>;
  readonly sameWords: Sourced<SameWords>;
}
