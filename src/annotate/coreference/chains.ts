import { type Ranker, rankScore } from '../runtime/ranker.ts';
import { doerOf } from './apart.ts';
import { breathOf } from './breath.ts';
import { called } from './called.ts';
import { type Facts, learn, mayJoin, noFacts } from './constraints.ts';
import { headlined } from './headlined.ts';
import { identified } from './identified.ts';
import { linkNames } from './link-names.ts';
import type { Draft } from './mention.ts';
import { backTo } from './near-mention.ts';
import { isNarrators, mayBeOurs } from './ours.ts';
import { coreWords, pairFeatures } from './pair-features.ts';
import { partners } from './partners.ts';
import { salienceOf } from './salience.ts';
import { isSpeaker, voices } from './speaker-links.ts';
import { sureAntecedent } from './sure-antecedent.ts';
import { type View, wordAt } from './view.ts';
import type { Words } from './words.ts';

/** Mentions back from which an antecedent is looked for: a bound on the work, which few pronouns reach. */
const BACK = 50;
/** Chains that are referred to from farther, by their latest mentions. */
const CHAINS = 40;

/**
 * What a mention may refer to, nearest first: the mentions just before it, and from farther the latest mention of each of
 * the latest chains that have more than one or a name. Shared with the ranker's training.
 */
export function candidatesOf(mentions: readonly Draft[], at: number, latest: ReadonlyMap<number, number>): number[] {
  const found: number[] = [];
  for (let back = at - 1; back >= 0 && back >= at - BACK; back--) found.push(back);
  const far = [...latest.values()].filter((back) => back < at - BACK);
  found.push(...far.slice(-CHAINS).reverse());
  return found.filter((back) => !mentions[back]!.relative);
}

/** Notes that a chain has a further mention: the latest chains come last. */
export function touch(latest: Map<number, number>, chain: number, at: number, lasting: boolean): void {
  if (!latest.delete(chain) && !lasting) return;
  latest.set(chain, at);
}

/**
 * Who is who: by mention, the number of its chain. Names first, by their words; then each other mention in text order
 * joins the chain of the antecedent that the ranker finds likeliest, where no constraint forbids it, or begins its own.
 * `voiceOf` is who speaks where, as `voices` tells.
 */
export function chains(
  view: View,
  mentions: readonly Draft[],
  words: Pick<Words, 'fullNamesOf'>,
  ranker: Ranker,
  voiceOf: ReadonlyMap<number, number> = voices(view, mentions),
): number[] {
  const chainOf = linkNames(view, mentions, words);
  const facts = new Map<number, Facts>();
  const latest = new Map<number, number>();
  const sameWords = new Map<string, number>();
  const join = (at: number, chain: number) => {
    chainOf[at] = chain;
    const known = facts.get(chain) ?? noFacts();
    const mention = mentions[at]!;
    learn(view, known, mention);
    const breath = breathOf(view, mention, voiceOf.get(at));
    if (breath) known.breaths.add(breath.own);
    facts.set(chain, known);
    if (mention.form === 'nominal') sameWords.set(coreWords(view, mention), at);
    touch(latest, chain, at, known.size > 1 || mention.form === 'name');
  };
  const heads = new Set(view.quotations.quotations.map(({ source }) => source?.head));
  const isSource = new Set([...mentions.keys()].filter((at) => heads.has(mentions[at]!.head)));
  const asked = partners(view, mentions, voiceOf);
  const later: [number, number][] = [];
  for (const [at, mention] of mentions.entries()) {
    const speaker = isSpeaker(view, mention) ? voiceOf.get(at) : asked.get(at);
    if (mention.form === 'name') join(at, chainOf[at]!);
    else if (speaker === undefined)
      join(at, antecedent(view, mentions, at, { chainOf, facts, latest, sameWords, voiceOf, isSource }, ranker) ?? at);
    else if (chainOf[speaker]! >= 0 && speaker < at) join(at, chainOf[speaker]!);
    else later.push([at, speaker]);
  }
  for (const [at, speaker] of later) join(at, chainOf[speaker]!);
  return identified(view, mentions, headlined(view, mentions, called(view, mentions, chainOf)));
}

/** The chain of whoever speaks at a mention; -1 for the narrator. */
function voiceAt({ voiceOf, chainOf }: State, at: number): number {
  const speaker = voiceOf.get(at);
  return speaker === undefined ? -1 : chainOf[speaker]!;
}

/** The chains so far. */
interface State {
  readonly chainOf: readonly number[];
  readonly facts: ReadonlyMap<number, Facts>;
  readonly latest: ReadonlyMap<number, number>;
  /** By the words of a nominal, its last mention. */
  readonly sameWords: ReadonlyMap<string, number>;
  readonly voiceOf: ReadonlyMap<number, number>;
  /** Mentions that are sources of quotations. */
  readonly isSource: ReadonlySet<number>;
}

function antecedent(view: View, mentions: readonly Draft[], at: number, state: State, ranker: Ranker): number | null {
  const { chainOf, facts, latest, sameWords } = state;
  const mention = mentions[at]!;
  const sure = sureAntecedent(view, mentions, at);
  if (sure !== null) return sure === at ? null : chainOf[sure]!;
  // By chain, how likely one of its mentions is the antecedent: the ranker learned to share its belief among them.
  // “Its” is of what stands nearest, seldom of whatever is told of most.
  const power = mention.form === 'pronoun' && mention.gender === null && mention.person === 3 ? 2 : 1;
  const belief = new Map<number, number>();
  // "He" and "she" are somebody: the likeliest, however unlikely.
  // So is whoever says something, and it is no thing.
  const speaks = mention.form === 'pronoun' && state.isSource.has(at);
  const isSomebody = speaks || (mention.gender !== null && mention.form === 'pronoun');
  const same = mention.form === 'nominal' ? sameWords.get(coreWords(view, mention)) : undefined;
  const candidates = candidatesOf(mentions, at, latest);
  if (same !== undefined && same < at - BACK) candidates.push(same);
  const voice = voiceAt(state, at);
  const breath = mention.form === 'pronoun' ? breathOf(view, mention, state.voiceOf.get(at)) : null;
  const speaker = state.voiceOf.get(at);
  // A speaker named later has no chain yet.
  const isOfVoice = (other: number) =>
    state.voiceOf.get(other) === speaker ||
    (voice >= 0 && (voiceAt(state, other) === voice || chainOf[other] === voice));
  const ours = speaker === undefined ? null : { speaker: mentions[speaker]!, isOfVoice };
  const doer = doerOf(view, mention);
  const whose = doer < 0 ? null : backTo(mentions, at, ({ head }) => head === doer);
  for (const [gap, back] of candidates.entries()) {
    const before = mentions[back]!;
    if (whose !== null && chainOf[back] === chainOf[whose]) continue;
    const chain = facts.get(chainOf[back]!);
    if (!chain || !mayJoin(view, mention, before, chain)) continue;
    if (ours && !mayBeOurs(view, mention, before, back, ours)) continue;
    // "I met her": who speaks is not whom she speaks of.
    if (breath && chain.breaths.has(breath.other)) continue;
    if (speaks && chain.types.size === 0) continue;
    // Nobody calls himself "the minister": "Oduya said the minister had told him".
    if (mention.form === 'nominal' && back !== same && chainOf[back] === voice) continue;
    // Unnamed actors are whoever their speaker means: "armed groups" of two speakers are not the same.
    const isUnnamed =
      mention.form === 'nominal' && before.form === 'nominal' && mention.type === 'Group' && mention.plural;
    const isTheirs = back === same && voiceAt(state, back) < 0 && /^the$/i.test(wordAt(view, mention.first));
    if (isUnnamed && !isTheirs && voice !== voiceAt(state, back)) continue;
    if (isUnnamed && back === same && mention.head - mention.first > 1) return chainOf[back]!;
    const salience = speaks ? salienceOf(view, state, mentions, at, back) : 0;
    const score = rankScore(ranker, pairFeatures(view, mention, before, gap)) + salience;
    belief.set(chainOf[back]!, (belief.get(chainOf[back]!) ?? 0) + Math.exp(power * score));
  }
  let best: number | null = null;
  let most = isSomebody ? 0 : Math.exp(power * ranker.none);
  for (const [chain, chance] of belief) if (chance > most) [best, most] = [chain, chance];
  if (best !== null || ours) return best;
  const wrote = candidates.find((back) => isNarrators(view, mentions, at, back, state.voiceOf));
  return wrote === undefined ? null : chainOf[wrote]!;
}
