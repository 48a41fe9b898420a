import { createRequire } from 'node:module';
import {
  type DocumentNode,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
} from 'graphql';
import type { ComplexityEstimator } from 'graphql-query-complexity';

// Loaded as CommonJS: its ESM build brings a second copy of graphql along.
const { getComplexity } = createRequire(import.meta.url)(
  'graphql-query-complexity',
) as typeof import('graphql-query-complexity');

/** How long a list is taken to be that has no `first`. */
const LIST = 3;
const PAGE = 50;

/** What an operation is estimated to cost, and where most of it goes. */
export interface Cost {
  readonly total: number;
  /** Path of the field that costs most, as `timeline.edges.node.links`. */
  readonly field: string;
  readonly fieldCost: number;
}

/**
 * Estimates an operation before it runs: something that is read costs 1, a list `first` times what one of it costs, and
 * what needs no read nothing. Fields that read much say so themselves (`complexity`).
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Cost {
  const roots: { name: string; cost: number }[] = [];
  const rootType = schema.getRootType(operation.operation);
  const estimate: ComplexityEstimator = (options) => {
    const cost = fieldCost(options.field, options.args, options.childComplexity);
    if (options.type === rootType) roots.push({ name: options.node.alias?.value ?? options.field.name, cost });
    return cost;
  };
  const total = getComplexity({
    schema,
    query: document,
    variables: { ...variables },
    ...(operation.name && { operationName: operation.name.value }),
    estimators: [estimate],
  });
  const most = roots.reduce((a, b) => (b.cost > a.cost ? b : a), { name: '', cost: 0 });
  return { total, field: most.name, fieldCost: most.cost };
}

type Own = number | ((options: { args: Record<string, unknown>; childComplexity: number }) => number);

function fieldCost(field: GraphQLField<unknown, unknown>, args: Record<string, unknown>, child: number): number {
  const own = field.extensions.complexity as Own | undefined;
  if (typeof own === 'number') return own + child;
  if (own) return own({ args, childComplexity: child });
  const type = getNamedType(field.type);
  // Introspection is read from memory, and bounded by depth and tokens.
  if (isLeafType(type) || type.name === 'PageInfo' || type.name.startsWith('__')) return 0;
  if (type.name.endsWith('Connection')) return 1 + sizeOf(args.first, PAGE) * child;
  // An edge stands for what it leads to; the connection has counted how many there are.
  if (type.name.endsWith('Edge')) return child;
  if (isWithoutRead(type.name)) return child;
  return isList(field.type) ? sizeOf(args.first, LIST) * (1 + child) : 1 + child;
}

/** Told from what is there already. */
const WITHOUT_READ = new Set([
  'Term',
  'EventType',
  'Cue',
  'Time',
  'Quantity',
  'Count',
  'VouchedBy',
  'Segment',
  'Dateline',
]);

function isWithoutRead(name: string): boolean {
  return WITHOUT_READ.has(name);
}

function sizeOf(first: unknown, otherwise: number): number {
  return typeof first === 'number' ? Math.max(1, first) : otherwise;
}

function isList(type: GraphQLOutputType): boolean {
  return isNonNullType(type) ? isList(type.ofType) : isListType(type);
}
