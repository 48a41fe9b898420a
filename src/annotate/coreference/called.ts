import { givesName } from '../quotations/not-said.ts';
import { hasCase } from '../syntax/tree.ts';
import { actorOf } from './apart.ts';
import { joinedTo, namedChains } from './chain-numbers.ts';
import type { Draft } from './mention.ts';
import { type View, wordAt } from './view.ts';

/**
 * The chains, where whoever is said to be somebody is: "police identified [him] as [Mara Oduya]", "[a man] named as [Jon Melk]",
 * "[Mara Oduya], also known as [the Heron]", "[a group] calling itself [the Sons of the Ridge]". Two that both have names are
 * one only where both are said to be known by them.
 */
export function called(view: View, mentions: readonly Draft[], chainOf: readonly number[]): number[] {
  const byHead = new Map(mentions.map(({ head }, at) => [head, at]));
  const named = namedChains(mentions, chainOf);
  let found = [...chainOf];
  for (const [at, mention] of mentions.entries()) {
    const isName = mention.form === 'name' || /^\p{Lu}/u.test(wordAt(view, mention.head));
    const verb = isName ? callingVerb(view, mention.head) : -1;
    const whom = verb < 0 ? undefined : byHead.get(whomOf(view, verb));
    if (whom === undefined || whom === at) continue;
    const isAlias = view.reading.lemmas[verb] === 'know' && mentions[whom]!.form === 'name';
    const [from, to] = isAlias ? [found[at]!, found[whom]!] : [found[whom]!, found[at]!];
    const genders = new Set(
      mentions.flatMap(({ gender }, other) => (gender && [from, to].includes(found[other]!) ? [gender] : [])),
    );
    if (from === to || genders.size > 1 || (!isAlias && (named.has(from) || !isAlike(mentions[whom]!, mention))))
      continue;
    found = joinedTo(found, from, to);
  }
  return found;
}

/** Of a group some say that it is a body. */
function isAlike({ type: a }: Draft, { type: b }: Draft): boolean {
  return a === b || [a, b].every((type) => type === 'Group' || type === 'Organization');
}

/** "identified … as [Oduya]", "calling itself [the Heron]": the verb; -1 for none. */
function callingVerb(view: View, name: number): number {
  const { syntax, reading } = view;
  const verb = syntax.heads[name]!;
  if (verb >= 0 && /^(?:xcomp|obj)$/.test(syntax.relations[name]!) && givesName(view, verb)) return verb;
  if (verb < 0 || !/^(?:identify|know|name)$/.test(reading.lemmas[verb]!)) return -1;
  return hasCase(syntax, name, 'as') && /^(?:obl|xcomp|nmod)/.test(syntax.relations[name]!) ? verb : -1;
}

/** The token of whom a verb calls something: its object, its passive subject, or what it hangs on ("a man named as …"). */
function whomOf(view: View, verb: number): number {
  const { syntax } = view;
  if (givesName(view, verb)) return actorOf(view, verb, true);
  const beside = syntax.children[verb]!.find((child) => /^(?:obj|nsubj:pass)$/.test(syntax.relations[child]!));
  return beside ?? (/^acl/.test(syntax.relations[verb]!) ? syntax.heads[verb]! : -1);
}
