/** Chains of mentions; a mention is any string that both sides spell alike. */
export type Chains = readonly (readonly string[])[];

/** Sums over documents of what MUC, B-cubed and CEAF-e divide at the end; the definitions of score_coref.py. */
export class ConllF1 {
  private readonly sums = new Map<string, number>();

  add(gold: Chains, given: Chains): void {
    for (const [key, other, side] of [
      [gold, given, 'r'],
      [given, gold, 'p'],
    ] as const) {
      const own = ownerOf(other);
      this.count(`muc.${side}`, ...muc(key, own));
      this.count(`b3.${side}`, ...b3(key, own, other));
    }
    const shared = ceaf(gold, given);
    this.count('ceaf.r', shared, gold.length);
    this.count('ceaf.p', shared, given.length);
  }

  f1(): number {
    const measure = (name: string) => {
      const [precision, recall] = ['p', 'r'].map((side) => this.ratio(`${name}.${side}`)) as [number, number];
      return precision + recall > 0 ? (200 * precision * recall) / (precision + recall) : 0;
    };
    return (measure('muc') + measure('b3') + measure('ceaf')) / 3;
  }

  private count(name: string, part: number, whole: number): void {
    this.sums.set(name, (this.sums.get(name) ?? 0) + part);
    this.sums.set(`${name}.of`, (this.sums.get(`${name}.of`) ?? 0) + whole);
  }

  private ratio(name: string): number {
    const whole = this.sums.get(`${name}.of`) ?? 0;
    return whole > 0 ? (this.sums.get(name) as number) / whole : 0;
  }
}

function ownerOf(chains: Chains): Map<string, number> {
  return new Map(chains.flatMap((chain, at) => chain.map((mention) => [mention, at] as const)));
}

function muc(key: Chains, own: ReadonlyMap<string, number>): [number, number] {
  let kept = 0;
  let all = 0;
  for (const chain of key) {
    kept += chain.length - new Set(chain.map((mention) => own.get(mention) ?? `alone ${mention}`)).size;
    all += chain.length - 1;
  }
  return [kept, all];
}

function b3(key: Chains, own: ReadonlyMap<string, number>, other: Chains): [number, number] {
  const sets = other.map((chain) => new Set(chain));
  let sum = 0;
  let all = 0;
  for (const chain of key) {
    all += chain.length;
    for (const mention of chain) {
      const at = own.get(mention);
      if (at !== undefined) sum += chain.filter((each) => sets[at]!.has(each)).length / chain.length;
    }
  }
  return [sum, all];
}

/** The best one-to-one alignment of chains, each pair worth twice what they share over what they have. */
function ceaf(gold: Chains, given: Chains): number {
  const own = ownerOf(given);
  const rows = gold.flatMap((chain) => {
    const shared = new Map<number, number>();
    for (const mention of chain) {
      const at = own.get(mention);
      if (at !== undefined) shared.set(at, (shared.get(at) ?? 0) + 1);
    }
    const worth = [...shared].map(([at, count]) => [at, (2 * count) / (chain.length + given[at]!.length)] as const);
    return worth.length > 0 ? [new Map(worth)] : [];
  });
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return bestAssignment(rows.map((row) => columns.map((column) => row.get(column) ?? 0)));
}

/** The greatest sum of one cell a row, no two in a column (Kuhn and Munkres, by shortest augmenting paths). */
function bestAssignment(worth: readonly (readonly number[])[]): number {
  const height = worth.length;
  const width = Math.max(height, worth[0]?.length ?? 0);
  const cost = (row: number, column: number) => -(worth[row]?.[column] ?? 0);
  const u = new Float64Array(height + 1);
  const v = new Float64Array(width + 1);
  const rowOf = new Int32Array(width + 1);
  const before = new Int32Array(width + 1);
  for (let row = 1; row <= height; row++) {
    rowOf[0] = row;
    const least = new Float64Array(width + 1).fill(Infinity);
    const used = new Uint8Array(width + 1);
    let column = 0;
    do {
      used[column] = 1;
      let delta = Infinity;
      let next = 0;
      for (let at = 1; at <= width; at++) {
        if (used[at]) continue;
        const reduced = cost(rowOf[column]! - 1, at - 1) - u[rowOf[column]!]! - v[at]!;
        if (reduced < least[at]!) {
          least[at] = reduced;
          before[at] = column;
        }
        if (least[at]! < delta) {
          delta = least[at]!;
          next = at;
        }
      }
      for (let at = 0; at <= width; at++) {
        if (used[at]) {
          u[rowOf[at]!]! += delta;
          v[at]! -= delta;
        } else least[at]! -= delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    for (; column !== 0; column = before[column]!) rowOf[column] = rowOf[before[column]!]!;
  }
  let sum = 0;
  for (let column = 1; column <= width; column++)
    if (rowOf[column]! > 0) sum += worth[rowOf[column]! - 1]?.[column - 1] ?? 0;
  return sum;
}
