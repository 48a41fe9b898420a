/** What a decision is about: words of an article and which of their occurrences, so that it holds in a corrected version. */
export interface Subject {
  readonly article: string;
  readonly kind: 'entity' | 'event';
  /** The words of a mention of the entity, or of the event's trigger. */
  readonly words: string;
  /** Counts from 0 through the article's text. */
  readonly occurrence: number;
}

/** Fields of an event that a curator may correct, each with the words or id that it takes. */
export type CorrectableField = 'type' | 'mode' | 'earliest' | 'latest' | 'modality';

/** What a curator may decide. */
export type Act =
  | { readonly kind: 'same' | 'different'; readonly a: Subject; readonly b: Subject }
  | { readonly kind: 'rename'; readonly subject: Subject; readonly name: string }
  | {
      readonly kind: 'correct';
      readonly subject: Subject;
      readonly field: CorrectableField;
      readonly value: string | null;
    }
  | { readonly kind: 'withdraw'; readonly subject: Subject }
  | { readonly kind: 'retract'; readonly article: string }
  | { readonly kind: 'undo'; readonly decision: string };

/** A curator's act, with who, when and why. The log of them is only added to. */
export interface Decision {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly why: string | null;
  readonly act: Act;
}

/** Articles that an act is about. */
export function articlesOf(act: Act): readonly string[] {
  switch (act.kind) {
    case 'same':
    case 'different':
      return [...new Set([act.a.article, act.b.article])];
    case 'rename':
    case 'correct':
    case 'withdraw':
      return [act.subject.article];
    case 'retract':
      return [act.article];
    case 'undo':
      return [];
  }
}
