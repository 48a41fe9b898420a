import type { Fact } from './relations.ts';

/**
 * Whoever a president succeeded was president: the office of the one was the other's, where the one has a single office of a
 * state and the words name no other ("succeeded him as party leader").
 */
export function predecessors(facts: readonly Fact[], publishedAt: string): Fact[] {
  return facts.flatMap((fact): Fact[] => {
    if (fact.type !== 'SUCCEEDED' || fact.to === null) return [];
    const offices = facts.filter(
      ({ type, from, validTo }) => type === 'HOLDS_OFFICE' && from === fact.from && validTo === null,
    );
    const held = new Map(offices.map((office) => [`${office.label} ${office.to}`, office]));
    const [office] = held.values();
    if (office === undefined || held.size > 1 || (fact.label !== null && fact.label !== office.label)) return [];
    const isKnown = facts.some(
      ({ type, from, to, label }) =>
        type === 'HOLDS_OFFICE' && from === fact.to && to === office.to && label === office.label,
    );
    if (isKnown) return [];
    const validTo = fact.validFrom ?? (publishedAt ? `../${publishedAt.slice(0, 10)}` : null);
    const { to, label } = office;
    return [
      {
        ...fact,
        type: 'HOLDS_OFFICE',
        from: fact.to,
        to,
        label,
        validFrom: null,
        validTo,
        rule: 'predecessor',
      },
    ];
  });
}
