import type { Claimed } from '../score/reliability.ts';

/** So many cases weigh as much as what is known of the whole that they are a part of. */
const WEIGHT = 10;
/** A part that was seen less often is not told from its whole. */
const LEAST = 8;

/** By `rule detail`, `rule` and "" for all: the share that was right, in hundredths, drawn to that of the whole where few were seen. */
export function sharesOf(claims: readonly Claimed[]): Record<string, number> {
  const shares: Record<string, number> = {};
  const add = (key: string, of: readonly Claimed[], whole: number): number => {
    const right = of.filter(([, isRight]) => isRight).length;
    const share = (right + WEIGHT * whole) / (of.length + WEIGHT);
    shares[key] = Math.round(100 * share) / 100;
    return share;
  };
  const all = add('', claims, 0.5);
  for (const [rule, ofRule] of grouped(claims, ([, , rule]) => rule)) {
    const share = add(rule, ofRule, all);
    // What a rule always finds tells no more than the rule.
    const ofDetail = grouped(ofRule, ([, , , detail]) => detail);
    for (const [detail, of] of ofDetail) if (of.length < ofRule.length) add(`${rule} ${detail}`, of, share);
  }
  return shares;
}

/** In order of the names, those seen often enough. */
function grouped(claims: readonly Claimed[], nameOf: (claim: Claimed) => string): [string, Claimed[]][] {
  const groups = new Map<string, Claimed[]>();
  for (const claim of claims) groups.set(nameOf(claim), [...(groups.get(nameOf(claim)) ?? []), claim]);
  return [...groups].filter(([, of]) => of.length >= LEAST).sort(([a], [b]) => (a < b ? -1 : 1));
}
