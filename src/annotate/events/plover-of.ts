import type { EventReading } from '../../document/layers.ts';
import type { EventKind } from '../../vocabulary/records.ts';

/** PLOVER's code for a kind as its first voucher puts it, what is ordered being no threat; null where PLOVER has none (OTHER). */
export function ploverOf(
  { id, plover }: EventKind,
  vouchers: EventReading['vouchers'],
  isOrdered: boolean,
): string | null {
  if (plover === null) return null;
  const code = plover[modalityOf(vouchers)] ?? id;
  return code === 'THREATEN' && isOrdered ? id : code;
}

/** The narrator's modality, else the first voucher's. */
export function modalityOf(vouchers: EventReading['vouchers']): EventReading['vouchers'][number]['modality'] {
  return (vouchers.find(({ statement }) => statement === null) ?? vouchers[0]!).modality;
}
