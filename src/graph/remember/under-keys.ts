import { compareValues } from '../../knowledge/order.ts';
import type { RowWrites, Tables } from '../../knowledge/rows.ts';
import { addTo } from '../add-to.ts';

type KeyRow = Tables['key'];

/** More signatures than one thing can have under one key; a key that has more is no sign of identity. */
export const MOST_UNDER_A_KEY = 5000;

/** Asks who is found under some keys, or which anchors or those who look for one only. */
export type UnderKeys = (keys: readonly string[], anchor?: 0 | 1) => Promise<KeyRow[]>;

/** Who is found under keys: in the store, and of what is yet to be written there. */
export function underKeys(rows: RowWrites, unwritten: readonly KeyRow[]): UnderKeys {
  const inHand = new Map<string, KeyRow[]>();
  for (const row of unwritten) addTo(inHand, row.key, row);
  return async (keys, anchor) => {
    const prefixes = keys.map((key) => (anchor === undefined ? [key] : [key, anchor]));
    const stored = prefixes.length
      ? await rows.range({ table: 'key', order: 'key', prefixes, limit: MOST_UNDER_A_KEY, each: true })
      : [];
    const found = [...stored];
    for (const key of keys) {
      for (const row of inHand.get(key) ?? []) if (anchor === undefined || row.anchor === anchor) found.push(row);
    }
    return found.length < MOST_UNDER_A_KEY ? found : cut(found);
  };
}

/** The first of each key, in the order of the store. */
function cut(found: readonly KeyRow[]): KeyRow[] {
  const byKey = new Map<string, KeyRow[]>();
  for (const row of found) addTo(byKey, row.key, row);
  const inOrder = (a: KeyRow, b: KeyRow) => compareValues([a.anchor, a.signature], [b.anchor, b.signature]);
  return [...byKey.values()].flatMap((list) =>
    list.length > MOST_UNDER_A_KEY ? list.sort(inOrder).slice(0, MOST_UNDER_A_KEY) : list,
  );
}
