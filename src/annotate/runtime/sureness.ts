import { damaged, readSealed, sealed } from './sealed.ts';

/** Layers whose facts are found by rules: how sure they are is how often a rule was right on annotated text. */
export type RuledLayer = 'times' | 'events' | 'relations';
/** How sure a fact is, 0 to 1 in hundredths, by the rule that found it and, where enough of it was seen, what it found. */
export type Sureness = (rule: string, detail?: string) => number;
/** By layer, the share that was right of each `rule detail`, of each `rule`, and of all (""). */
export type Shares = Readonly<Record<RuledLayer, Readonly<Record<string, number>>>>;

const WHAT = 'the table of confidences';

/** The file that holds the shares. */
export function sealedShares(shares: Shares): string {
  return sealed({ shares });
}

/** Reads `models/confidence.json`. Throws ConfigError: MODEL_MISSING, MODEL_DAMAGED. */
export function loadSureness(file: URL): Record<RuledLayer, Sureness> {
  const { shares } = readSealed<{ shares: Shares }>(file, WHAT);
  const of =
    (layer: RuledLayer): Sureness =>
    (rule, detail) => {
      const found = shares[layer][`${rule} ${detail}`] ?? shares[layer][rule] ?? shares[layer][''];
      if (found === undefined) throw damaged(file, WHAT);
      return found;
    };
  return { times: of('times'), events: of('events'), relations: of('relations') };
}
