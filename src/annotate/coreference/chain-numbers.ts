import type { Draft } from './mention.ts';

/** The chains that have a name. */
export function namedChains(mentions: readonly Draft[], chainOf: readonly number[]): ReadonlySet<number> {
  return new Set(chainOf.filter((_, at) => mentions[at]!.form === 'name'));
}

/** The chains, with all of one in another. */
export function joinedTo(chainOf: readonly number[], from: number, to: number): number[] {
  return chainOf.map((chain) => (chain === from ? to : chain));
}

/** Whether nothing that is known of two genders speaks against their being one person's. */
export function areOfOneGender(one: Draft['gender'] | undefined, other: Draft['gender'] | undefined): boolean {
  return !one || !other || one === other;
}
