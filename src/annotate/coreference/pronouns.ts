import type { EntityType, Gender } from './mention.ts';

/** What a pronoun tells of whom it refers to. */
export interface Pronoun {
  /** The personal pronoun of its row: "him" is a form of "he". */
  readonly row: string;
  readonly person: 1 | 2 | 3;
  readonly plural: boolean;
  readonly gender: Gender | null;
  readonly type: EntityType | null;
  readonly reflexive: boolean;
  readonly relative: boolean;
}

const ROWS: readonly [
  row: string,
  forms: string,
  person: 1 | 2 | 3,
  plural: boolean,
  gender: Gender | null,
  type: EntityType | null,
][] = [
  ['I', 'i me my mine myself', 1, false, null, 'Person'],
  ['we', 'we us our ours ourselves', 1, true, null, null],
  ['you', 'you your yours yourself yourselves', 2, false, null, null],
  ['he', 'he him his himself', 3, false, 'male', 'Person'],
  ['she', 'she her hers herself', 3, false, 'female', 'Person'],
  ['it', 'it its itself', 3, false, null, null],
  ['they', "they them their theirs themselves themself 'em ’em", 3, true, null, null],
  ['who', 'who whom whose', 3, false, null, null],
];
const TABLE: ReadonlyMap<string, Pronoun> = new Map(
  ROWS.flatMap(([row, forms, person, plural, gender, type]) =>
    forms.split(' ').map((form) => {
      const reflexive = /sel(?:f|ves)$/.test(form);
      return [form, { row, person, plural, gender, type, reflexive, relative: row === 'who' }] as const;
    }),
  ),
);
const RELATIVE: Pronoun = {
  row: 'which',
  person: 3,
  plural: false,
  gender: null,
  type: null,
  reflexive: false,
  relative: true,
};

/** The pronoun that a word is; null where it refers to nobody. */
export function pronounOf(word: string, upos: string, xpos: string): Pronoun | null {
  const form = word.toLowerCase();
  if (upos !== 'PRON' && !/^PRP|^WP/.test(xpos)) return null;
  if ((form === 'which' || form === 'that') && xpos === 'WDT') return RELATIVE;
  return TABLE.get(form) ?? null;
}
