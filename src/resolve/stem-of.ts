import porter from 'wink-porter2-stemmer';

/** What a verb and its noun have in common ("announce", "announcement"), by Porter's second stemmer. */
export function stemOf(lemma: string): string {
  return porter(lemma);
}
