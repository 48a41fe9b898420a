import type { Event, Statement, Time } from './extraction.ts';

export type Modality = Event['modality'];
export type Stance = Statement['about'][number]['stance'];

/** What the articles together make of an event: the first that applies. */
export type Standing = 'DISPUTED' | 'NARRATED' | 'CLAIMED' | 'DENIED' | 'PLANNED';
/** What timelines show unless asked otherwise. */
export const SHOWN: readonly Standing[] = ['NARRATED', 'CLAIMED', 'DISPUTED'];

/** When: as said (EDTF), and the days it can mean. */
export interface When {
  readonly edtf: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly basis: Time['basis'];
}

export interface Quantity {
  readonly min: number | null;
  readonly max: number | null;
}

/** One event as one article version tells it. Entities and events are given by signature. */
export interface Telling {
  readonly appearance: string;
  readonly signature: string;
  readonly article: string;
  readonly version: string;
  readonly source: string | null;
  /** Articles that are one text, reprinted, share it. */
  readonly wire: string;
  readonly ms: number;
  readonly type: string;
  readonly lemma: string;
  readonly mode: string | null;
  readonly contexts: readonly string[];
  readonly plover: string | null;
  readonly time: When | null;
  /** Day that an undated event stands at in a timeline, by its links to dated ones; not a time of its own. */
  readonly stands: string | null;
  readonly place: string | null;
  readonly country: string | null;
  readonly participants: readonly {
    readonly entity: string;
    readonly role: 'actor' | 'recipient';
    readonly quantity: Quantity | null;
  }[];
  readonly vouchers: readonly {
    readonly statement: string | null;
    readonly speaker: string | null;
    readonly modality: Modality;
  }[];
  readonly speechAct: string | null;
  readonly confidence: number;
}

/** One event as the graph has it: a function of its tellings alone. */
export interface EventView {
  readonly id: string;
  readonly signatures: readonly string[];
  readonly type: string;
  readonly lemma: string;
  readonly mode: string | null;
  readonly contexts: readonly string[];
  readonly plover: string | null;
  readonly standing: Standing;
  readonly time: When | null;
  /** The day it stands at, `~` where nothing tells. */
  readonly day: string;
  readonly place: string | null;
  readonly country: string | null;
  readonly participants: readonly {
    readonly entity: string;
    readonly roles: readonly ('actor' | 'recipient')[];
    readonly quantities: readonly (Quantity & { readonly article: string })[];
  }[];
  readonly narrator: boolean;
  /** Statements that vouch for it, the first hundred by id. */
  readonly statements: readonly string[];
  readonly speechActs: readonly string[];
  readonly sourceCount: number;
  readonly articleCount: number;
  readonly confidence: number;
}

/** One entity as the graph has it. */
export interface EntityView {
  readonly id: string;
  readonly signatures: readonly string[];
  readonly type: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly country: string | null;
  readonly gazetteer: string | null;
  /** In how many articles it appears. */
  readonly articleCount: number;
}

/** One statement, in one article version. */
export interface StatementView {
  readonly id: string;
  readonly article: string;
  readonly version: string;
  readonly kind: Statement['kind'];
  readonly speaker: string | null;
  readonly cue: { readonly lemma: string; readonly class: string } | null;
  readonly words: string;
  readonly audience: readonly string[];
  readonly setting: string | null;
  readonly within: string | null;
  /** `target` is a signature, of an entity or an event. */
  readonly about: readonly { readonly target: string; readonly stance: Stance; readonly denied: boolean }[];
  readonly saidAt: When | null;
  readonly events: readonly { readonly event: string; readonly modality: Modality }[];
  readonly confidence: number;
}

/** A lasting fact between two entities, or a link between two events, by signature. */
export interface RelationView {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string | null;
  readonly label: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly negated: boolean;
}
