// Prints the API's schema to schema/schema.graphql; a test fails when the two differ.
import { writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { apiSchema } from '../src/api/schema.ts';

writeFileSync(
  new URL('../schema/schema.graphql', import.meta.url),
  `${printSchema(lexicographicSortSchema(apiSchema()))}\n`,
);
