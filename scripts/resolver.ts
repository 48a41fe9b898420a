import { ROOT } from '../src/config.ts';
import { resolverOf } from '../src/resolve/resolver.ts';
import { openVocabulary } from '../src/vocabulary/compiled.ts';

/** Who is who, with the words that the product decides it by. */
export const resolver = resolverOf(await openVocabulary(ROOT));
