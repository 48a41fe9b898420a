import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { didYouMean } from './did-you-mean.ts';
import type { Sourced } from './sources.ts';

/** Reads one YAML file whose shape is `schema/meta/<meta>.schema.json`; null where that failed and was noted. */
export type ReadShape = <T>(path: string, meta: string) => Sourced<T> | null;

/** A reader of files below `root`; what is wrong with their shape is added to `problems`, one line each. */
export function shapeReader(root: URL, problems: string[]): ReadShape {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, verbose: true });
  const validators = new Map<string, ValidateFunction>();

  return <T>(path: string, meta: string) => {
    const metaPath = `schema/meta/${meta}.schema.json`;
    try {
      const text = readFileSync(new URL(path, root), 'utf8');
      const directive = `# yaml-language-server: $schema=${posix.relative(posix.dirname(path), metaPath)}`;
      if (text.split(/\r?\n/, 1)[0] !== directive) problems.push(`${path}: line 1 must be "${directive}"`);
      const validate = validators.get(meta) ?? ajv.compile(JSON.parse(readFileSync(new URL(metaPath, root), 'utf8')));
      validators.set(meta, validate);
      const data: unknown = parse(text);
      if (validate(data)) return { path, data: data as T };
      for (const line of told(validate.errors ?? [])) problems.push(`${path}: ${line}`);
    } catch (error) {
      problems.push(`${path}: ${(error as Error).message.split('\n', 1)[0]}`);
    }
    return null;
  };
}

/** Errors as lines. Where a sentence or an object may stand, only what is wrong with the one that does is told. */
function told(errors: readonly ErrorObject[]): string[] {
  const isDeeper = (error: ErrorObject) => !['anyOf', 'type'].includes(error.keyword);
  const lines = errors.flatMap((error) => {
    const { keyword, instancePath: pointer } = error;
    if (keyword === 'anyOf') return [];
    if (keyword !== 'type') return [`${place(pointer)}${message(error)}`];
    if (errors.some((other) => isDeeper(other) && other.instancePath.startsWith(pointer))) return [];
    const types = errors.filter((other) => other.keyword === 'type' && other.instancePath === pointer);
    return [`${place(pointer)}must be ${types.map(({ params }) => String(params.type)).join(' or ')}`];
  });
  return [...new Set(lines)];
}

/** `/roles/actor/kinds/1` as `roles.actor.kinds[1]: `. */
function place(pointer: string): string {
  const path = pointer
    .replace(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.')
    .replace(/^\./, '');
  return path === '' ? '' : `${path}: `;
}

function message(error: ErrorObject): string {
  if (error.keyword === 'additionalProperties') {
    const name = error.params.additionalProperty as string;
    return `no property "${name}"${didYouMean(name, Object.keys((error.parentSchema?.properties as object) ?? {}))}`;
  }
  if (error.keyword === 'enum')
    return `must be one of ${(error.params.allowedValues as unknown[]).map(String).join(', ')}`;
  return error.message ?? error.keyword;
}
