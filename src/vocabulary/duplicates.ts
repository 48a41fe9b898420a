/** One line for every entry whose key stood before: `[7]: "Jan." stood at [2] already`. */
export function duplicates<T>(entries: readonly T[], keyOf: (entry: T) => string): string[] {
  const seen = new Map<string, number>();
  return entries.flatMap((entry, index) => {
    const key = keyOf(entry);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    return first === undefined ? [] : [`[${index}]: "${key}" stood at [${first}] already`];
  });
}
