import { ConfigError, DatelineError, type InputError } from '../../errors.ts';

/** What a command answers the shell. */
export const EXIT = { good: 0, someFailed: 1, wrongUse: 2 } as const;

/** One error on one or two lines: place, what, code; then the remedy. */
export function describe(error: DatelineError, place: string | undefined = error.place): string {
  const where = place ? `${place}: ` : '';
  const remedy = error.hint ? `\n  ${error.hint}` : '';
  return `${where}${error.message} [${error.code}]${remedy}`;
}

/** Prints what ended the command and gives its exit code. A stack is shown for our own mistakes only. */
export function reportFatal(error: unknown): number {
  if (!(error instanceof DatelineError)) {
    console.error(error);
    console.error('dateline: this is a bug; please report it with the lines above');
    return EXIT.someFailed;
  }
  console.error(`dateline: ${describe(error)}`);
  return error instanceof ConfigError ? EXIT.wrongUse : EXIT.someFailed;
}

/** Prints why an article is left out of a batch that goes on; the command then ends with 1. */
export function reportRefused(error: InputError, place: string): void {
  console.error(`dateline: ${describe(error, place)}`);
  process.exitCode = EXIT.someFailed;
}

/** A number with thousands apart. */
export function count(n: number): string {
  return n.toLocaleString('en-US');
}
