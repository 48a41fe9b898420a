import { parseDate } from '../document/dates.ts';
import { InputError } from '../errors.ts';

/**
 * The first of several accounts of one date that can be read, as parseDate gives it; null where there is none.
 * @throws InputError SOURCE_BAD_DATE if there are accounts and all of them are unreadable
 */
export function knownDate(accounts: readonly (string | null | undefined)[], place: string): string | null {
  const given = accounts.filter((account): account is string => typeof account === 'string' && account.trim() !== '');
  for (const account of given) {
    const date = parseDate(account);
    if (date !== null) return date;
  }
  if (given[0] === undefined) return null;
  throw new InputError('SOURCE_BAD_DATE', `"${given[0].slice(0, 60)}" is not a date, or one that does not exist`, {
    place,
    hint: 'write it as YYYY-MM-DD, or as YYYY-MM-DDTHH:mm:ssZ',
  });
}
