import type { Kinds } from './context.ts';

/** Kinds of event that a word names, by label, mode or trigger: "protests" is PROTEST. */
export function kindsNamed({ events }: Kinds, word: string): string[] {
  const asked = stem(word);
  return [...events.values()]
    .filter(({ id, label, modes, triggers }) =>
      [id, label, ...modes.flatMap((mode) => [mode.id, mode.label]), ...triggers.map(({ lemma }) => lemma)].some(
        (name) => stem(name) === asked,
      ),
    )
    .map(({ id }) => id);
}

/** Takes the endings off that make "protests" and "arrested" of "protest" and "arrest". */
function stem(word: string): string {
  return word.toLowerCase().replace(/(?:ing|ed|es|s)$/u, '');
}
