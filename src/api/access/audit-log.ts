import { pino } from 'pino';
import type { Audited } from '../context.ts';

/** An audit log in a file that is only added to: a line of JSON each, with the time, on disk when it returns. */
export function auditLog(file: string): (line: Audited) => void {
  const log = pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: file, mkdir: true, sync: true }),
  );
  return (line) => log.info(line);
}
