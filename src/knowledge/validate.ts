import { Ajv2020 } from 'ajv/dist/2020.js';
import { ContractError } from '../errors.ts';
import type { Extraction } from './extraction.ts';
import { faultsOf } from './faults.ts';

/** Checks that a value is an extraction as the contract has it, and returns it typed. */
export type ValidateExtraction = (value: unknown) => Extraction;

const SHOWN = 5;

/**
 * Compiles `schema/extraction.schema.json` (JSON Schema 2020-12) once. The validator checks the shape, then what a
 * schema cannot say: spans in range, ids unique and resolving.
 * @throws ContractError `EXTRACTION_INVALID`, naming the first faults with their JSON pointers.
 */
export function extractionValidator(schema: object): ValidateExtraction {
  const shape = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile<Extraction>(schema);
  return (value) => {
    const faults = shape(value)
      ? faultsOf(value)
      : (shape.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.message}`);
    if (faults.length === 0) return value as Extraction;
    const more = faults.length > SHOWN ? ` (and ${faults.length - SHOWN} more)` : '';
    throw new ContractError(
      'EXTRACTION_INVALID',
      `not a valid extraction: ${faults.slice(0, SHOWN).join('; ')}${more}`,
      {
        place: articleOf(value),
        hint: 'this is a bug in Dateline: please report it with the article',
      },
    );
  };
}

function articleOf(value: unknown): string | undefined {
  const article = (value as { article?: { id?: unknown } } | null)?.article;
  return typeof article?.id === 'string' ? article.id : undefined;
}
