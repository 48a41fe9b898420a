import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, getMetadataStorage } from 'type-graphql';
import { ContractError } from '../errors.ts';
import { callDirectly } from './call-directly.ts';
import { MutationsResolver } from './mutations/mutations.ts';
import { AboutTheGraphResolver } from './questions/about-the-graph.ts';
import { AccountsResolver } from './questions/accounts.ts';
import { ArticlesResolver } from './questions/articles.ts';
import { ChangesResolver } from './questions/changes.ts';
import { EntitiesResolver } from './questions/entities.ts';
import { GraphResolver } from './questions/graph.ts';
import { HistogramResolver } from './questions/histogram.ts';
import { NodeResolver } from './questions/node.ts';
import { PathResolver } from './questions/path.ts';
import { PositionsResolver } from './questions/positions.ts';
import { RelationshipsResolver } from './questions/relationships.ts';
import { SearchResolver } from './questions/search.ts';
import { StatementsResolver } from './questions/statements.ts';
import { TimelineResolver } from './questions/timeline.ts';

/** The API as GraphQL sees it; `schema/schema.graphql` is its printed form. */
export function apiSchema(): GraphQLSchema {
  // What is a property is read as one: nothing of ours runs before a field, and a promise for each would take longer than the rest.
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers = true;
  const schema = buildSchemaSync({
    resolvers: [
      TimelineResolver,
      StatementsResolver,
      EntitiesResolver,
      RelationshipsResolver,
      ArticlesResolver,
      NodeResolver,
      AccountsResolver,
      GraphResolver,
      HistogramResolver,
      PathResolver,
      PositionsResolver,
      SearchResolver,
      AboutTheGraphResolver,
      MutationsResolver,
      ChangesResolver,
    ],
    // Asked for, and not used: what is new comes from the store's log, not from this process.
    pubSub: { publish: notUsed, subscribe: notUsed },
    validate: false,
    emitSchemaFile: false,
  });
  callDirectly(schema);
  return schema;
}

function notUsed(): never {
  throw new ContractError('NOT_USED', 'subscriptions follow the log of the store');
}
