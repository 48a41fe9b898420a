import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { AboutTheGraphResolver } from './questions/about-the-graph.ts';
import { ArticlesResolver } from './questions/articles.ts';
import { EntitiesResolver } from './questions/entities.ts';
import { NodeResolver } from './questions/node.ts';
import { RelationshipsResolver } from './questions/relationships.ts';
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
      AboutTheGraphResolver,
    ],
    validate: false,
    emitSchemaFile: false,
  });
}
