import type { Subject } from './decision.ts';
import type { Extraction } from './extraction.ts';
import type { EntityView, EventView, RelationView, Stance, Standing, StatementView, Telling } from './views.ts';

/** Which days; `POSSIBLY` takes what can overlap them, `CERTAINLY` what cannot lie outside. Null ends are open. */
export interface Days {
  readonly from: string | null;
  readonly to: string | null;
  readonly match: 'POSSIBLY' | 'CERTAINLY';
}

/** Whose word counts: the narrator's, a speaker's (a node id), an outlet's. */
export type Voucher =
  | { readonly kind: 'narrator' }
  | { readonly kind: 'speaker'; readonly entity: string }
  | { readonly kind: 'source'; readonly source: string };

/** Asked of every list. `after` is the place where the page before ended. */
export interface Page {
  readonly first: number;
  readonly after: readonly string[] | null;
  readonly descending: boolean;
}

/** Which events; every condition must hold, an empty list asks nothing. Entities are node ids. */
export interface EventFilter {
  readonly of: readonly string[];
  readonly place: string | null;
  readonly types: readonly string[];
  readonly modes: readonly string[];
  readonly contexts: readonly string[];
  readonly days: Days | null;
  readonly standing: readonly Standing[];
  readonly vouchedBy: Voucher | null;
  /** Only as this outlet tells it. */
  readonly source: string | null;
  /** Instant in milliseconds: only what was published by then and not yet superseded. */
  readonly asOf: number | null;
  readonly minConfidence: number;
  readonly minSources: number;
}

/** Which statements, likewise. */
export interface StatementFilter {
  readonly by: string | null;
  readonly about: string | null;
  readonly to: string | null;
  readonly stance: Stance | null;
  readonly kinds: readonly string[];
  readonly classes: readonly string[];
  readonly days: Days | null;
  readonly asOf: number | null;
  readonly search: string | null;
  /** Only in articles of this outlet. */
  readonly source: string | null;
  readonly minConfidence: number;
}

/** One version of an article and the release that read it, without what was read in it. */
export interface ToldVersion {
  readonly release: string;
  readonly article: Extraction['article'];
}

/** One version of an article; the current one where none is named. */
export interface VersionKey {
  readonly article: string;
  readonly version: string | null;
}

/** One item of a list, with its place in the list's order. */
export interface Listed<Item> {
  readonly item: Item;
  readonly at: readonly string[];
}

/** A page of a list. It may hold fewer than asked and still have a next, where much had to be passed over. */
export interface Answer<Item> {
  readonly items: readonly Listed<Item>[];
  readonly hasNext: boolean;
  /** Where to go on. */
  readonly end: readonly string[] | null;
}

/** Words that a fact rests on, with what stands around them. */
export interface Evidence {
  readonly fact: string;
  /** The version that has them: read for what stands around them, and so at hand. */
  readonly told: ToldVersion;
  readonly article: string;
  readonly version: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly modality: string | null;
  readonly statement: string | null;
  readonly rule: string;
  readonly confidence: number;
  readonly reportedAt: string;
}

/** An entity that another meets in events and statements. */
export interface Neighbour {
  readonly entity: EntityView;
  readonly weight: number;
  /** Shared events, by type. */
  readonly types: Readonly<Record<string, number>>;
  /** Statements of the one about the other by stance, and with `of:` before it those of the other about the one. */
  readonly stances: Readonly<Record<string, number>>;
}

/** A relation as it stands between two nodes; `facts` are what its evidence is found under. */
export interface Related extends RelationView {
  readonly fromNode: string;
  readonly toNode: string | null;
  readonly facts: readonly string[];
}

/** The same utterance in another article. */
export interface Retelling {
  readonly statement: StatementView;
  /** Whether words inside quotation marks differ, in more than spelling or length. */
  readonly altered: boolean;
}

/** An article whose headline holds so many of the words of a search, in any of their forms. */
export interface Headline {
  readonly told: ToldVersion;
  readonly words: number;
}

/** What will be asked next of what is found, which may then be at hand: the parts of places, the words that facts rest on, whose timeline. */
export type AskedNext = 'parts' | 'evidence' | { readonly timeline: EventFilter; readonly page: Page };

/** What can be asked of a graph. Every list is paged; nothing walks all that a node has. */
export interface GraphReads {
  /** Nodes by any id ever served; null for unknown ones, `gone` for those of retracted articles. */
  nodesOf(ids: readonly string[], next?: AskedNext): Promise<Map<string, string | 'gone' | null>>;
  entities(ids: readonly string[]): Promise<Map<string, EntityView>>;
  /** The entities that signatures belong to. */
  entitiesOfSignatures(signatures: readonly string[]): Promise<Map<string, EntityView>>;
  /** Signatures of the places that articles say are part of a place, and of their parts. */
  partsOf(place: string): Promise<string[]>;
  /** Entities by name, best first: exact names, then names with a slip in a word; a prefix finds too. */
  find(search: string, type: string | null, first: number): Promise<EntityView[]>;
  /** Entities whose whole name stands in a text, those with names of more words first. */
  namedIn(text: string, first: number): Promise<EntityView[]>;
  /** Current versions of articles with words of a search in their headline, best first: those with most, then the newest. */
  headlines(search: string, first: number): Promise<Headline[]>;
  /** Statements with words of a search, best first: those with most, then the newest. */
  spoken(search: string, first: number): Promise<StatementView[]>;
  /** Entities that have exactly this name, as their own or another of theirs. */
  named(name: string, next?: AskedNext): Promise<EntityView[]>;
  events(ids: readonly string[]): Promise<Map<string, EventView>>;
  /** Versions of articles, in the order asked for; null for those that are not there. At most 500. */
  versionsAt(keys: readonly VersionKey[]): Promise<(ToldVersion | null)[]>;
  /** What was read in versions of articles, likewise. */
  extractionsAt(keys: readonly VersionKey[]): Promise<(Extraction | null)[]>;
  eventsOfSignatures(signatures: readonly string[]): Promise<Map<string, EventView>>;
  /** Who tells each event how, of current versions. */
  tellings(events: readonly Pick<EventView, 'id' | 'signatures'>[]): Promise<Map<string, Telling[]>>;
  timeline(filter: EventFilter, page: Page): Promise<Answer<EventView>>;
  statements(filter: StatementFilter, page: Page): Promise<Answer<StatementView>>;
  statementsById(ids: readonly string[]): Promise<Map<string, StatementView>>;
  /** Where other articles quote the same utterance. */
  retellings(ids: readonly string[]): Promise<Map<string, Retelling[]>>;
  relationships(of: string, other: string | null, types: readonly string[], asOf: number | null): Promise<Related[]>;
  /** The same of several at once, by node. */
  relationshipsOf(
    ids: readonly string[],
    types: readonly string[],
    asOf: number | null,
    next?: AskedNext,
  ): Promise<Map<string, Related[]>>;
  neighbours(of: string, first: number): Promise<Neighbour[]>;
  /** The same of several at once, by node. */
  neighboursOf(ids: readonly string[], first: number): Promise<Map<string, Neighbour[]>>;
  /** What a decision about this entity or event is anchored to; null for an unknown id. */
  subjectOf(id: string): Promise<Subject | null>;
  /** The first words that each fact rests on, the earliest reported first; of current versions, or as of an instant. */
  evidence(facts: readonly string[], each: number, asOf?: number | null): Promise<Map<string, Evidence[]>>;
}
