import type { NameMention, Stretch } from '../../document/layers.ts';

export type EntityType = 'Person' | 'Organization' | 'Place' | 'Group';
export type Gender = 'male' | 'female';

/** Words that may refer to something: everything that the chains are made of, things and ideas among them. */
export interface Draft extends Stretch {
  readonly form: 'name' | 'nominal' | 'pronoun';
  readonly head: number;
  /** All the words below its head, among which whose it is may stand, that the mention itself leaves out. */
  readonly full: Stretch;
  /** Null for things, ideas, and where nothing tells. */
  readonly type: EntityType | null;
  /** What sort of body or place its last word is of: "the Drevian [Ministry] of Health", "the [port]". */
  readonly sort: string | null;
  readonly gender: Gender | null;
  readonly plural: boolean;
  /** Of a pronoun: first, second or third person; 0 of other mentions. */
  readonly person: 0 | 1 | 2 | 3;
  /** "the man [who] left". */
  readonly relative: boolean;
  /** Whether its noun, or a title before its name, is of someone who leads. */
  readonly leads: boolean;
  /** The name in it: "President [Mara Oduya] of Drevia". */
  readonly name: NameMention | null;
  /** Lower-case key of the country that it names as its own ("the [Drevian] leader", "the king of [Drevia]"); null for none. */
  readonly country: string | null;
}
