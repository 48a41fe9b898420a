import { StoreError } from '../../errors.ts';

interface Known {
  readonly match: RegExp;
  readonly code: string;
  readonly hint: string;
}

const KNOWN: readonly Known[] = [
  {
    match: /^Neo\.ClientError\.Security\.(Unauthorized|CredentialsExpired|AuthenticationRateLimit)/,
    code: 'STORE_DENIED',
    hint: 'set DATELINE_STORE_PASSWORD to the password of the user in the address (neo4j://USER@HOST; neo4j if none is given)',
  },
  {
    match: /^Neo\.ClientError\.Security\.Forbidden|ForbiddenOnReadOnlyDatabase|WriteOnReadOnlyAccess/,
    code: 'STORE_READ_ONLY',
    hint: 'give a user that may write to this database',
  },
  {
    match: /DatabaseNotFound/,
    code: 'STORE_NOT_FOUND',
    hint: 'give the name of a database that is there: neo4j://HOST/NAME',
  },
  {
    match: /^(ServiceUnavailable|SessionExpired|N\/A)$|DatabaseUnavailable/,
    code: 'STORE_UNREACHABLE',
    hint: 'start Neo4j, or check host and port; what was acknowledged is kept',
  },
  {
    match: /LockClient|LockAcquisition|DeadlockDetected/,
    code: 'STORE_BUSY',
    hint: 'another process is writing to it: wait for it, or stop it',
  },
  {
    match: /TransactionTimedOut|TransactionTerminated/,
    code: 'STORE_TIMEOUT',
    hint: 'ask for less or write fewer articles at a time; or wait for another process that writes; DATELINE_STORE_TIMEOUT gives more time',
  },
  {
    match: /MemoryPoolOutOfMemory|OutOfMemory|TransactionOutOfMemory/,
    code: 'STORE_FULL',
    hint: 'raise dbms.memory.transaction.total.max, or ingest fewer articles at a time with --batch',
  },
];

/** Any error of the driver as one of ours, with its remedy. The password is in none of them. */
export function storeError(error: unknown, place: string): StoreError {
  if (error instanceof StoreError) return error;
  const code = String((error as { code?: unknown }).code ?? '');
  const known = KNOWN.find(({ match }) => match.test(code));
  return new StoreError(known?.code ?? 'STORE_FAILED', `the store answers: ${(error as Error).message}`, {
    place,
    hint: known?.hint,
    cause: error,
  });
}

/** Whether an error is the driver's, rather than that of the work done in a transaction. */
export function isOfDriver(error: unknown): boolean {
  return (error as { name?: string }).name === 'Neo4jError';
}
