import { type View, wordAt } from './view.ts';

/** What a clause makes of its subject: one who is said to have done wrong, or one who came to harm. */
export type Part = 'accused' | 'harmed';
const ACCUSED =
  /^(?:accuse|appear|arrest|charge|confess|convict|deny|detain|extradite|fine|hold|imprison|indict|jail|plead|question|remand|sentence|suspect)$/;
const HARMED = /^(?:abduct|bury|die|drown|hang|hospitalize|hurt|injure|kidnap|perish|rescue|wound)$/;
/** "A suspected smuggler" is accused whatever else is said of him. */
const ACCUSING = /^(?:accused|alleged|convicted|suspected)$/;
/** Who does it is accused of it, whom it is done to is harmed. */
const BOTH = /^(?:assault|attack|beat|hit|kill|murder|rape|shoot|stab|strike)$/;
/** What somebody came to: "the death of a welder", or is left: "the body of a welder". */
const HARM = /^(?:abduction|assault|body|death|disappearance|drowning|killing|murder|rape|rescue|shooting|stabbing)$/;
const PARTS = [ACCUSED, HARMED, BOTH, HARM];
/** Whom a word by itself makes one or the other. */
const ACCUSED_NOUNS = /^(?:assailant|attacker|gunman|killer|murderer|robber|shooter|suspect)$/;
const HARMED_NOUNS = /^(?:casualty|victim)$/;

/** Whether a verb or noun makes somebody one or the other. */
export function isPart(lemma: string): boolean {
  return PARTS.some((of) => of.test(lemma));
}

/** What is made of somebody whom these heads mention. */
export function partsOf(view: View, heads: readonly number[]): Part[] {
  return heads.flatMap((head) => partsAt(view, head));
}

function partsAt(view: View, head: number): Part[] {
  const { heads, relations, children } = view.syntax;
  const { reading } = view;
  const clauses = children[head]!.filter((child) => /^acl/.test(relations[child]!));
  return [heads[head]!, ...clauses].flatMap((verb): Part[] => {
    const lemma = reading.lemmas[verb]?.toLowerCase() ?? '';
    if (ACCUSED.test(lemma)) return ['accused'];
    if (HARMED.test(lemma) || HARM.test(lemma)) return ['harmed'];
    if (!BOTH.test(lemma)) return [];
    const isDoneTo =
      verb === heads[head]
        ? /^(?:nsubj:pass|obj|nmod)$/.test(relations[head]!)
        : reading.xpos[verb] === 'VBN' && relations[verb] === 'acl';
    return [isDoneTo ? 'harmed' : 'accused'];
  });
}

/** "a [suspected] smuggling leader" */
export function isCalledAccused(view: View, head: number): boolean {
  const { relations, children } = view.syntax;
  const below = (token: number, relation: RegExp) =>
    children[token]!.filter((child) => relation.test(relations[child]!));
  const before = below(head, /^(?:amod|compound)/).flatMap((child) => [child, ...below(child, /^amod/)]);
  return before.some((child) => ACCUSING.test(wordAt(view, child)));
}

/** What the noun of a mention makes of somebody: "the gunman", "a victim". */
export function partsOfNoun({ reading }: View, head: number): Part[] {
  const lemma = reading.lemmas[head]!.toLowerCase();
  return ACCUSED_NOUNS.test(lemma) ? ['accused'] : HARMED_NOUNS.test(lemma) ? ['harmed'] : [];
}
