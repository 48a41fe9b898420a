import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Context } from '../context.ts';
import { refusal } from '../refusal.ts';
import { type Cost, costOf } from './cost-of.ts';
import type { Limits } from './limits.ts';
import { type Shape, shapeOf } from './shape-of.ts';
import type { Turns } from './turns.ts';

/** Operations whose cost is known. */
const MOST_KNOWN = 500;
/** Questions of one query that are answered without letting others go between them. */
const FEW_FIELDS = 3;

/** What an operation costs, and how many questions it asks. */
type Priced = Cost & Pick<Shape, 'rootFields'>;

/** Refuses an operation that is deeper, wider or more expensive than allowed; else tells its cost. Throws GraphQLError, 400. */
export function priced(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  limits: Limits,
): Priced {
  const { depth, deepest, aliases, rootFields } = shapeOf(document, operation);
  if (depth > limits.depth) {
    const details = { depth, limit: limits.depth, field: deepest };
    throw refusal('QUERY_TOO_DEEP', `${depth} levels, of ${limits.depth} allowed: trim ${deepest}`, details, 400);
  }
  if (aliases > limits.aliases || rootFields > limits.rootFields) {
    const details = { aliases, rootFields, limit: { aliases: limits.aliases, rootFields: limits.rootFields } };
    throw refusal('QUERY_TOO_WIDE', 'too many aliases or root fields: ask in several requests', details, 400);
  }
  const cost = costOf(schema, document, operation, variables);
  if (cost.total > limits.cost) {
    throw refusal(
      'QUERY_TOO_EXPENSIVE',
      `estimated to cost ${cost.total}, of ${limits.cost} allowed: trim ${cost.field}, which costs ${cost.fieldCost}`,
      { cost: cost.total, limit: limits.cost, field: cost.field, hint: 'ask for a smaller page or fewer nested lists' },
      400,
    );
  }
  return { ...cost, rootFields };
}

/** Prices every operation before it runs, makes expensive ones wait their turn, and tells the cost when asked to. */
export function bounded(schema: GraphQLSchema, limits: Limits, turns: Turns): ApolloServerPlugin<Context> {
  const known = new LRUCache<string, Priced>({ max: MOST_KNOWN });
  return {
    async requestDidStart({ request }) {
      let cost: Priced | null = null;
      let endTurn: (() => void) | null = null;
      return {
        async didResolveOperation({ document, operation, queryHash, operationName, contextValue: { watch } }) {
          if (!operation) return;
          const variables = request.variables ?? {};
          // Wrong variables are told when it is executed, before anything is read.
          if (getVariableValues(schema, operation.variableDefinitions ?? [], variables).errors) return;
          const key = `${queryHash} ${operationName} ${numbersOf(variables)}`;
          cost = known.get(key) ?? priced(schema, document, operation, variables, limits);
          known.set(key, cost);
          watch.isPatient = cost.total >= limits.expensive || cost.rootFields > FEW_FIELDS;
          if (cost.total < limits.expensive) return;
          watch.endTurn();
          endTurn = await turns.take(watch.caller, watch.signal);
        },
        async willSendResponse({ response, contextValue: { watch } }) {
          endTurn?.();
          // What it takes to send the answer is the reader's time.
          watch.endTurn();
          const isAsked = request.extensions?.cost === true || request.http?.headers.get('x-dateline-cost') === '1';
          if (!cost || !isAsked || response.body.kind !== 'single') return;
          const told = { estimated: cost.total, limit: limits.cost, storeCalls: watch.calls };
          const { singleResult } = response.body;
          singleResult.extensions = { ...singleResult.extensions, cost: told };
        },
      };
    },
  };
}

/** The variables that a cost depends on: sizes of pages, and whether fields are left out. Not whom is asked about. */
function numbersOf(variables: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(variables, (name, value: unknown) => {
    if (name === '') return value;
    return typeof value === 'string' || (typeof value === 'object' && value !== null) ? undefined : value;
  });
}
