import { placeKey } from './country-key.ts';
import type { Draft } from './mention.ts';
import { isSameBody, isSamePerson, type NameKey, nameKey } from './names.ts';
import { spanOf, type View } from './view.ts';

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
export function linkNames(view: View, mentions: readonly Draft[]): number[] {
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
    const { start, end } = spanOf(view, name);
    const text = view.text.slice(start, end).replace(/\s+/g, ' ');
    const key = nameKey(text);
    const clues = cluesOf(view, key, mention, text);
    const near = new Set(clues.flatMap((clue) => byWord.get(clue) ?? []));
    const chain = chosen(near, mention, key, text) ?? {
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

/** What two names of one entity share at least one of. */
function cluesOf(view: View, { words, acronym, initials }: NameKey, { type }: Draft, text: string): string[] {
  const clues = [...words, ...(acronym ? [`~${acronym}`] : []), ...initials.map((letters) => `~${letters}`)];
  if (type === 'Place' || type === 'Group') clues.push(`@${placeKey(view, text)}`);
  return clues;
}

/** Chains of one clue are looked at from the latest back, and no more than so many. */
const MOST = 40;

function chosen(near: ReadonlySet<Chain>, mention: Draft, key: NameKey, text: string): Chain | null {
  const chains = [...near].slice(-MOST).reverse();
  const same = chains.find((chain) => chain.texts.has(text) && agree(chain, mention));
  if (same) return same;
  const isSame = mention.type === 'Person' ? isSamePerson : isSameBody;
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
