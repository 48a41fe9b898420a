import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfigError } from '../../errors.ts';

/** JSON with a seal over all of it, as the small models are kept. */
export function sealed(body: object): string {
  return `${JSON.stringify({ ...body, seal: sealOf(body) }, null, 1)}\n`;
}

/** Reads such a file; `what` names it in errors. Throws ConfigError: MODEL_MISSING, MODEL_DAMAGED. */
export function readSealed<Body extends object>(file: URL, what: string): Body {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ConfigError('MODEL_MISSING', `${what} cannot be read`, { place: file.pathname, hint: HINT, cause });
  }
  try {
    const { seal, ...body } = JSON.parse(content) as Body & { seal: string };
    if (seal === sealOf(body)) return body as unknown as Body;
  } catch {
    // Not JSON: damaged, as below.
  }
  throw damaged(file, what);
}

/** The error of a file that is not what its seal, or its reader, says. */
export function damaged(file: URL, what: string): ConfigError {
  return new ConfigError('MODEL_DAMAGED', `${what} is not what its seal says`, { place: file.pathname, hint: HINT });
}

const HINT = 'reinstall Dateline, or in a checkout run `git checkout models`';

function sealOf(body: object): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 16);
}
