import type { Draft } from './mention.ts';
import { isSpeaker } from './speaker-links.ts';
import { type View, wordAt } from './view.ts';

/** A sentence, who speaks in it, and whether a mention there is the speaker or somebody spoken of. */
export interface Breath {
  readonly own: string;
  /** The same of those who are not what this mention is: nobody is "I" and "she" in one breath. */
  readonly other: string;
}

/**
 * In which breath a person is "I", or is named or called "he" or "she"; null for all other mentions. `voice` is the mention
 * of who speaks there, if anybody is quoted.
 */
export function breathOf(view: View, mention: Draft, voice: number | undefined): Breath | null {
  const isMe = isSpeaker(view, mention);
  const isThem =
    mention.type === 'Person' &&
    ((mention.form === 'name' && !isPredicate(view, mention)) ||
      (mention.form === 'pronoun' && mention.gender !== null && !mention.relative));
  if (!isMe && !isThem) return null;
  const where = `${view.sentenceOf[mention.head]} ${voice ?? ''}`;
  const [me, them] = [`${where} me`, `${where} them`];
  return isMe ? { own: me, other: them } : { own: them, other: me };
}

/** The name that "I" gives as the speaker's own: "[I]'m Mara Oduya"; -1 where none is given, as in "I'm not Mara Oduya". */
export function introducedAs(view: View, mention: Draft): number {
  const { syntax } = view;
  const name = syntax.heads[mention.head]!;
  if (mention.person !== 1 || mention.plural || name < 0 || !/^nsubj/.test(syntax.relations[mention.head]!)) return -1;
  const beside = syntax.children[name]!;
  const isNot = beside.some((child) => /^(?:not|n['’]t|never)$/i.test(wordAt(view, child)));
  return isPredicate(view, { head: name }) && !isNot ? name : -1;
}

/** "I'm [Mara Oduya]" speaks of nobody else. */
function isPredicate({ syntax }: View, { head }: Pick<Draft, 'head'>): boolean {
  return syntax.children[head]!.some((child) => syntax.relations[child] === 'cop');
}
