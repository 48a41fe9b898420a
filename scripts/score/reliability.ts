/** One thing that was claimed: how sure, whether it was right, by which rule, and what it was. */
export type Claimed = readonly [confidence: number, isRight: boolean, rule: string, detail: string];

/** Lines of a table: of what was claimed with about this confidence, how much was right. */
export function reliability(name: string, claims: readonly Claimed[]): string {
  const bins = new Map<string, { claimed: number; right: number; count: number }>();
  for (const [confidence, isRight] of claims) {
    const key = (Math.floor(confidence * 10 + 1e-9) / 10).toFixed(1);
    const bin = bins.get(key) ?? { claimed: 0, right: 0, count: 0 };
    bins.set(key, { claimed: bin.claimed + confidence, right: bin.right + Number(isRight), count: bin.count + 1 });
  }
  const lines = [...bins]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([key, { claimed, right, count }]) => {
      const [said, was] = [claimed / count, right / count].map((share) => share.toFixed(2).padStart(9));
      return `  ${key}${said}${was}${String(count).padStart(8)}`;
    });
  return [`${name}: confidence, right, number`, ...lines].join('\n');
}
