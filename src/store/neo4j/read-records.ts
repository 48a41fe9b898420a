import neo4j, { type Record } from 'neo4j-driver';
import { type Connection, openSession } from './connect.ts';

/** No read of the port takes long; one that does is ended in the database, whether anybody waits for it or not. */
const LONGEST_READ_MS = 20_000;

/**
 * The records that a query reads. By itself it is one exchange with the database, in a transaction it would be several: that is
 * for one that failed for a reason that may pass, and is tried again. Throws the driver's errors, and the signal's reason.
 */
export async function readRecords(
  connection: Connection,
  text: string,
  parameters: object,
  signal: AbortSignal | undefined,
): Promise<Record[]> {
  const { driver, database, timeoutMs } = connection;
  const transactionConfig = { timeout: Math.min(timeoutMs, LONGEST_READ_MS) };
  try {
    return await readOnce(connection, text, parameters, transactionConfig, signal);
  } catch (error) {
    signal?.throwIfAborted();
    if (!neo4j.isRetryableError(error)) throw error;
    const { records } = await driver.executeQuery(text, parameters, {
      routing: neo4j.routing.READ,
      transactionConfig,
      ...(database && { database }),
      ...(signal && { signal }),
    });
    return records;
  }
}

async function readOnce(
  connection: Connection,
  text: string,
  parameters: object,
  config: { readonly timeout: number },
  signal: AbortSignal | undefined,
): Promise<Record[]> {
  const session = openSession(connection, 'READ');
  // Ends the query in the database, too.
  const close = () => void session.close().catch(() => undefined);
  signal?.addEventListener('abort', close, { once: true });
  try {
    const { records } = await session.run(text, parameters, config);
    signal?.throwIfAborted();
    return records;
  } finally {
    signal?.removeEventListener('abort', close);
    await session.close();
  }
}
