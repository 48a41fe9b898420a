import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute, GraphQLError } from 'graphql';
import type { Context } from '../context.ts';
import { publicFault } from '../public-error.ts';

/** What one event is answered with, and what ends it. */
export interface Moment {
  readonly context: Context;
  end(): void;
}

/** A subscription that is ready to begin. */
export interface Subscribing extends ExecutionArgs {
  readonly contextValue: Context;
  /** A context for each event, so that it is read anew, by someone who still may, and takes no longer than allowed. */
  moment(): Promise<Moment>;
  /** Ends the whole. */
  stop(): void;
}

/** What a subscription gives. */
export type Results = AsyncGenerator<ExecutionResult, void>;

/** Begins a subscription. The next event is worked on only when the one before was taken. */
export async function subscriber(args: Subscribing): Promise<Results | ExecutionResult> {
  const stream = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in stream)) {
    args.stop();
    return told(stream);
  }
  return stoppable(results(stream, args), args.stop);
}

async function* results(stream: AsyncIterable<unknown>, args: Subscribing): Results {
  try {
    for await (const rootValue of stream) {
      const moment = await args.moment();
      try {
        yield told(await execute({ ...args, rootValue, contextValue: moment.context }));
      } finally {
        moment.end();
      }
    }
  } catch (error) {
    yield { errors: [shown(error)] };
  }
}

/** A generator that waits for its next event cannot be returned from: it is stopped first, and what it says then is not told. */
function stoppable(results: Results, stop: () => void): Results {
  const done = { done: true as const, value: undefined };
  let isOver = false;
  const end = async () => {
    isOver = true;
    stop();
    await results.return();
    return done;
  };
  return {
    next: async () => {
      const next = await results.next();
      if (next.done) stop();
      return isOver ? done : next;
    },
    return: end,
    throw: end,
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => void (await end()),
    [Symbol.toStringTag]: 'AsyncGenerator',
  } as unknown as Results;
}

/** A result whose errors tell no more than those of a query. */
function told(result: ExecutionResult): ExecutionResult {
  return result.errors ? { ...result, errors: result.errors.map(shown) } : result;
}

/** Anything that was thrown, as a client may see it. */
export function shown(error: unknown): GraphQLError {
  const { message, path, extensions } = publicFault(error);
  return new GraphQLError(message, { path: path ?? null, extensions: extensions ?? {} });
}
