import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  NoSchemaIntrospectionCustomRule,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { Viewer } from '../access/access.ts';
import { contextOf, lastingContextOf, type Shared } from '../context.ts';
import { priced } from '../limits/bounded.ts';
import type { Limits } from '../limits/limits.ts';
import { refusal } from '../refusal.ts';
import { timeUp, watchOf } from '../watch.ts';
import type { Moment, Subscribing } from './subscriber.ts';

/** Events come one at a time, without turns. */
const SUBSCRIBER = 'subscriber';

/** What a client sends to subscribe. */
export interface Asked {
  readonly query?: unknown;
  readonly variables?: unknown;
  readonly operationName?: unknown;
}

/** What every subscription of a server needs. */
export interface Live {
  readonly schema: GraphQLSchema;
  readonly shared: Shared;
  readonly limits: Limits;
  readonly introspection: boolean;
}

/**
 * Checks a subscription as every query is checked, before anything is read. `who` is asked again for every event: a token
 * that has expired ends it. Throws GraphQLError, or a list of them for a query that is not valid.
 */
export async function prepare(live: Live, asked: Asked, who: () => Promise<Viewer | null>): Promise<Subscribing> {
  const { schema, shared, limits } = live;
  const document = parsed(asked.query, limits);
  const rules = live.introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const faults = validate(schema, document, rules);
  if (faults.length > 0) throw coded(faults, 'GRAPHQL_VALIDATION_FAILED', !live.introspection);
  const operationName = typeof asked.operationName === 'string' ? asked.operationName : null;
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) {
    throw refusal('BAD_REQUEST', 'only subscriptions are answered here: send the rest to /graphql', {}, 400);
  }
  const variableValues = isObject(asked.variables) ? asked.variables : {};
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues);
  if (errors) throw coded(errors, 'BAD_USER_INPUT');
  // One event may cost what a query may that does not wait its turn: events come by themselves.
  priced(schema, document, operation, variableValues, { ...limits, cost: limits.expensive });
  const whole = new AbortController();
  const contextValue = lastingContextOf(shared, watchOf(whole.signal, SUBSCRIBER), await who());
  const moment = async (): Promise<Moment> => {
    const own = new AbortController();
    const timer = setTimeout(() => own.abort(timeUp(limits.timeoutMs)), limits.timeoutMs).unref();
    const viewer = await who();
    return { context: contextOf(shared, watchOf(own.signal, SUBSCRIBER), viewer), end: () => clearTimeout(timer) };
  };
  const stop = () => whole.abort(refusal('CANCELLED', 'the subscription was ended'));
  return { schema, document, operationName, variableValues, contextValue, moment, stop };
}

function parsed(query: unknown, { tokens: maxTokens }: Limits): DocumentNode {
  if (typeof query !== 'string') throw refusal('BAD_REQUEST', 'give the subscription as `query`', {}, 400);
  try {
    return parse(query, { maxTokens });
  } catch (error) {
    throw error instanceof GraphQLError ? coded([error], 'GRAPHQL_PARSE_FAILED') : error;
  }
}

/** Errors of graphql-js with the codes that Apollo gives them. */
function coded(errors: readonly GraphQLError[], code: string, isSecret = false): GraphQLError[] {
  const shown = (message: string) => (isSecret ? message.replace(/ ?Did you mean .*$/s, '') : message);
  return errors.map(({ message }) => new GraphQLError(shown(message), { extensions: { code } }));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
