import { checkEvents } from './check-events.ts';
import { checkKinds } from './check-kinds.ts';
import { checkLexicon } from './check-lexicon.ts';
import type { Sources } from './sources.ts';

/** What the files of the vocabulary get wrong about each other: one line each, none where all is well. */
export function check(sources: Sources): string[] {
  return [...checkEvents(sources), ...checkKinds(sources), ...checkLexicon(sources)];
}
