import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { MutationsResolver } from './mutations/mutations.ts';
import { AboutTheGraphResolver } from './questions/about-the-graph.ts';
import { AccountsResolver } from './questions/accounts.ts';
import { ArticlesResolver } from './questions/articles.ts';
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
  return buildSchemaSync({
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
    ],
    validate: false,
    emitSchemaFile: false,
  });
}
