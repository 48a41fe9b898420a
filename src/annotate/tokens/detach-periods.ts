import type { Token } from '../../document/layers.ts';
import { isCloser, shapeOf } from './shapes.ts';

/**
 * An abbreviation that ends a sentence gives its period to the sentence: "in the U.S|." Only once sentences are known
 * can that be told from "the U.S. Senate". Takes and gives tokens with the indices at which sentences begin.
 */
export function detachPeriods(
  text: string,
  tokens: readonly Token[],
  begins: readonly number[],
): { tokens: readonly Token[]; begins: readonly number[] } {
  const cut: number[] = [];
  for (let at = 0; at < begins.length; at++) {
    let last = (begins[at + 1] ?? tokens.length) - 1;
    while (last > begins[at]! && isCloser(shapeAt(text, tokens[last]!))) last--;
    if (endsInPeriod(text, tokens[last]!)) cut.push(last);
  }
  if (cut.length === 0) return { tokens, begins };
  const result: Token[] = [];
  const moved: number[] = [];
  let next = 0;
  for (const [at, token] of tokens.entries()) {
    if (moved.length < begins.length && begins[moved.length] === at) moved.push(result.length);
    if (cut[next] !== at) {
      result.push(token);
      continue;
    }
    next++;
    result.push({ start: token.start, end: token.end - 1, joined: token.joined });
    result.push({ start: token.end - 1, end: token.end, joined: false });
  }
  return { tokens: result, begins: moved };
}

function shapeAt(text: string, { start, end }: Token): number {
  return shapeOf(text, start, end);
}

/** A word with a period of its own; an ellipsis has none to give. */
function endsInPeriod(text: string, { start, end }: Token): boolean {
  return (
    end - start > 1 &&
    text.charCodeAt(end - 1) === 0x2e &&
    text.charCodeAt(end - 2) !== 0x2e &&
    text.charCodeAt(end - 2) !== 0x2026
  );
}
