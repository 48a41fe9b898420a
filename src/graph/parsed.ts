/** What was read of rows already: a store that keeps rows at hand gives the same ones again. */
const known = new WeakMap<object, unknown>();

/** What a row's JSON says; not to be changed, for others read it too. */
export function parsed<T>(row: { readonly json: string }): T {
  const before = known.get(row);
  if (before !== undefined) return before as T;
  const made = JSON.parse(row.json) as T;
  known.set(row, made);
  return made;
}
