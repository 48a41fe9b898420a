/** The weights of the sentence splitter, as `loadSentenceModel` gives them. */
export interface SentenceModel {
  /** There are `2 ** bits` weights. */
  readonly bits: number;
  /** A sentence begins where this and the weights of the boundary's features add up to more than zero. */
  readonly bias: number;
  readonly weights: Int8Array;
  /** One bit by hash of a word, masked to `bits`: it is usually written in lower case, so a capital means something. */
  readonly common: Uint8Array;
}

export function isCommon({ bits, common }: Pick<SentenceModel, 'bits' | 'common'>, word: number): boolean {
  const bit = word & ((1 << bits) - 1);
  return (common[bit >> 3]! & (1 << (bit & 7))) !== 0;
}

/** The file that holds a model: JSON with its tables in base 64 and a seal over all of it. */
export function sealed({ bits, bias, weights, common }: SentenceModel): string {
  const body = { format: 1, bits, bias, weights: encoded(weights), common: encoded(common) };
  return `${JSON.stringify({ ...body, seal: sealOf(Object.values(body)) })}\n`;
}

/** Reads what `sealed` wrote; null where anything was changed or is missing. */
export function unsealed(file: string): SentenceModel | null {
  let body: unknown;
  try {
    body = JSON.parse(file);
  } catch {
    return null;
  }
  if (typeof body !== 'object' || body === null) return null;
  const { seal, ...rest } = body as Record<string, unknown>;
  if (seal !== sealOf(Object.values(rest))) return null;
  const { format, bits, bias, weights, common } = rest;
  if (format !== 1 || typeof bits !== 'number' || typeof bias !== 'number') return null;
  if (typeof weights !== 'string' || typeof common !== 'string') return null;
  const table = Buffer.from(weights, 'base64');
  const bitmap = Buffer.from(common, 'base64');
  if (table.length !== 2 ** bits || bitmap.length !== 2 ** bits / 8) return null;
  return { bits, bias, weights: new Int8Array(table.buffer, table.byteOffset, table.length), common: bitmap };
}

function encoded(table: Int8Array | Uint8Array): string {
  return Buffer.from(table.buffer, table.byteOffset, table.byteLength).toString('base64');
}

/** FNV-1a over everything that decides a boundary: it finds damage, not malice. */
function sealOf(values: readonly unknown[]): string {
  let hash = 0x811c9dc5;
  const content = values.join(' ');
  for (let at = 0; at < content.length; at++) hash = Math.imul(hash ^ content.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
