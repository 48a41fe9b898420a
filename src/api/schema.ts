import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { QueryResolver } from './types/query.ts';

/** The API as GraphQL sees it; `schema/schema.graphql` is its printed form. */
export function apiSchema(): GraphQLSchema {
  return buildSchemaSync({ resolvers: [QueryResolver], validate: false, emitSchemaFile: false });
}
