import { placeKey } from './country-key.ts';
import type { Draft } from './mention.ts';
import { isSameBody, isSamePerson, type NameKey, nameKey } from './names.ts';
import { spanOf, type View, wordAt } from './view.ts';
import type { Words } from './words.ts';

/** A chain of names while it grows. */
interface Chain {
  readonly number: number;
  readonly type: Draft['type'];
  readonly keys: NameKey[];
  readonly texts: Set<string>;
  gender: Draft['gender'];
}

/**
 * By mention, the number of its chain; -1 for what is no name. A name joins the latest chain that has its words, else the
 * latest that a fuller or shorter form of it may be of; it looks only at chains that share a word or an acronym with it.
 */
export function linkNames(
  view: View,
  mentions: readonly Draft[],
  { fullNamesOf }: Pick<Words, 'fullNamesOf'>,
): number[] {
  const chainOf: number[] = new Array(mentions.length).fill(-1);
  const byWord = new Map<string, Chain[]>();
  const adjectives: number[] = [];
  for (const [at, mention] of mentions.entries()) {
    const { name } = mention;
    if (!name) continue;
    if (mention.type === null) {
      adjectives.push(at);
      continue;
    }
    const text = wordsOf(view, name);
    const key = nameKey(text);
    const clues = cluesOf(view, key, mention, text);
    const near = new Set(clues.flatMap((clue) => byWord.get(clue) ?? []));
    const chain = spelledOut(view, mentions, chainOf, at, key, byWord) ??
      chosen(near, mention, key, text, fullNamesOf) ?? {
        number: at,
        type: mention.type,
        keys: [],
        texts: new Set<string>(),
        gender: mention.gender,
      };
    chainOf[at] = chain.number;
    chain.gender ??= mention.gender;
    if (!chain.texts.has(text)) {
      chain.texts.add(text);
      chain.keys.push(key);
      for (const clue of clues) {
        const chains = byWord.get(clue);
        if (!chains) byWord.set(clue, [chain]);
        else if (!chains.includes(chain)) chains.push(chain);
      }
    }
  }
  // "Drevian" is Drevia's, wherever in the article that is named.
  for (const at of adjectives) {
    const { start, end } = spanOf(view, mentions[at]!);
    const places = byWord.get(`@${placeKey(view, view.text.slice(start, end))}`);
    chainOf[at] = places?.find(({ type }) => type === 'Place')?.number ?? at;
  }
  return chainOf;
}

/** "Ostrin Space Agency ([OSPA])": letters in brackets behind a body's name that begin as it does, whatever they stand for. */
function spelledOut(
  view: View,
  mentions: readonly Draft[],
  chainOf: readonly number[],
  at: number,
  { acronym }: NameKey,
  byWord: ReadonlyMap<string, readonly Chain[]>,
): Chain | null {
  const { name, type } = mentions[at]!;
  if (acronym === null || !name || type !== 'Organization' || name.first < 2) return null;
  if (wordAt(view, name.first - 1) !== '(' || wordAt(view, name.last) !== ')') return null;
  for (let back = at - 1; back >= 0 && back >= at - BESIDE; back--) {
    const before = mentions[back]!;
    if (!before.name || before.type !== 'Organization' || before.name.last !== name.first - 1) continue;
    const { words } = nameKey(wordsOf(view, before.name));
    if (words.length < 2 || words[0]![0] !== acronym[0]) return null;
    return words.flatMap((word) => byWord.get(word) ?? []).find(({ number }) => number === chainOf[back]) ?? null;
  }
  return null;
}

/** Mentions back in which the name before brackets is looked for. */
const BESIDE = 4;

function wordsOf(view: View, name: { readonly first: number; readonly last: number }): string {
  const { start, end } = spanOf(view, name);
  return view.text.slice(start, end).replace(/\s+/g, ' ');
}

/** What two names of one entity share at least one of. */
function cluesOf(view: View, { words, acronym, initials }: NameKey, { type }: Draft, text: string): string[] {
  const clues = [...words, ...(acronym ? [`~${acronym}`] : []), ...initials.map((letters) => `~${letters}`)];
  if (type === 'Place' || type === 'Group') clues.push(`@${placeKey(view, text)}`);
  return clues;
}

/** Chains of one clue are looked at from the latest back, and no more than so many. */
const MOST = 40;

function chosen(
  near: ReadonlySet<Chain>,
  mention: Draft,
  key: NameKey,
  text: string,
  fullNamesOf: Words['fullNamesOf'],
): Chain | null {
  const chains = [...near].slice(-MOST);
  // Of several of one surname the article's own, whom it named first, goes by that alone: "Irena Solt … Vera Solt … [Solt]".
  if (mention.type !== 'Person' || key.words.length !== 1) chains.reverse();
  const same = chains.find((chain) => chain.texts.has(text) && agree(chain, mention));
  if (same) return same;
  const isSame = mention.type === 'Person' ? (a: NameKey, b: NameKey) => isSamePerson(a, b, fullNamesOf) : isSameBody;
  return (
    chains.find(
      (chain) =>
        chain.type === mention.type &&
        agree(chain, mention) &&
        chain.keys.every((each) => isSame(each, key) || isShort(each)) &&
        chain.keys.some((each) => isSame(each, key)),
    ) ?? null
  );
}

/** "Oduya" tells nothing against "Mara": only fuller names of the chain must agree. */
function isShort({ words }: NameKey): boolean {
  return words.length === 1;
}

function agree(chain: Chain, { gender, type }: Draft): boolean {
  if (gender && chain.gender && gender !== chain.gender) return false;
  return chain.type === type || (chain.type !== 'Person' && type !== 'Person');
}
