import type { Nickname } from './records.ts';

/** Which given names a short form may be of, both in lower case: "kate" of "catherine", "katherine" and "kathryn". */
export function fullNamesFrom(nicknames: readonly Nickname[]): (short: string) => readonly string[] {
  const full = new Map<string, string[]>();
  for (const { of, names } of nicknames) {
    for (const name of names.map((each) => each.toLowerCase()))
      full.set(name, [...(full.get(name) ?? []), of.toLowerCase()]);
  }
  return (short) => full.get(short) ?? [];
}
