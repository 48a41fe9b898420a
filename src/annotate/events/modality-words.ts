import type { Modality } from '../../document/layers.ts';

const table = (rows: Readonly<Partial<Record<Modality, string>>>): ReadonlyMap<string, Modality> =>
  new Map(
    Object.entries(rows).flatMap(([modality, words]) => words.split(' ').map((word) => [word, modality as Modality])),
  );

/** Verbs, nouns and adjectives under which what follows has not happened, by what it is instead. */
export const GOVERNORS = table({
  negated:
    'fail refuse decline prevent avoid deny stop avert abandon cancel reject postpone refute rebut dismiss disprove forbid refrain abstain dissuade block unable',
  planned:
    'plan intend aim expect promise vow pledge agree prepare schedule decide threaten order propose offer set due ready poised willing slated determined prepared expected scheduled undertake commit swear opt choose arrange intention decision promise pledge plan vow offer proposal threat order bid intent',
  hypothetical:
    'want demand urge call ask seek hope wish consider try need request suggest appeal like think risk fear worry likely unlikely possible impossible free eager reluctant tell instruct direct command suppose recommend advise encourage require invite press lobby push mull contemplate weigh attempt dream desire hesitate supposed',
  ongoing: 'continue keep remain',
});

/** Verbs of denying: what they say of is denied in any tense. */
export const DENIALS: ReadonlySet<string> = new Set([
  'deny',
  'refute',
  'rebut',
  'dismiss',
  'reject',
  'disprove',
  'dispute',
]);

/** Adjectives and participles that say of a nominal event that it is still to come, or may never, or was called off. */
export const QUALITIES = table({
  planned:
    'planned plan upcoming schedule scheduled future propose proposed impending due expect expected forthcoming set intend intended looming imminent promise promised',
  hypothetical: 'possible potential hypothetical threatened threaten would-be likely alleged',
  ongoing: 'ongoing continuing current continued',
  negated:
    'cancel cancelled canceled postpone postponed avert averted abandon abandoned failed aborted thwarted foiled',
});

/** Verbs of wishing: what they say of is not so yet, in any tense. */
export const WISHES: ReadonlySet<string> = new Set(['hope', 'wish', 'pray']);

/** Verbs whose infinitive is what came of it: "managed to [flee]", "was forced to [resign]". */
export const CARRIED_OUT: ReadonlySet<string> = new Set(
  'manage force begin start continue help come go proceed get happen use cease rush prove serve compel oblige lead drive cause make see hear watch let keep finish able'.split(
    ' ',
  ),
);

/** Verbs of giving somebody a task: their infinitive is still to be done: "named a judge to [find] out". */
export const TASKING: ReadonlySet<string> = new Set(
  'name appoint elect nominate assign hire designate invite choose pick'.split(' '),
);

export const OPEN: ReadonlySet<string> = new Set(['may', 'might', 'could', 'can', 'should', 'must', 'ought', 'cannot']);
export const IF: ReadonlySet<string> = new Set(['if', 'unless', 'provided', 'whether', 'should', 'lest']);
/** Prepositions before a gerund: "without [firing]", "instead of [paying]". */
export const INSTEAD: ReadonlyMap<string, Modality> = new Map([
  ['without', 'negated'],
  ['instead', 'negated'],
  ['rather', 'negated'],
  ['against', 'hypothetical'],
]);
/** Verbs that "would" only makes polite: "would [like] to ask". */
export const POLITE: ReadonlySet<string> = new Set(['like', 'love', 'admit', 'argue', 'say', 'prefer', 'hate']);
