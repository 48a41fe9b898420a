import { readFileSync } from 'node:fs';
import { chains } from '../../src/annotate/coreference/chains.ts';
import { detectMentions } from '../../src/annotate/coreference/detect-mentions.ts';
import type { Draft } from '../../src/annotate/coreference/mention.ts';
import { PAIR_FEATURES } from '../../src/annotate/coreference/pair-features.ts';
import { pronounOf } from '../../src/annotate/coreference/pronouns.ts';
import type { View } from '../../src/annotate/coreference/view.ts';
import { sentencesByToken } from '../../src/annotate/coreference/view.ts';
import { type Words, wordsFrom } from '../../src/annotate/coreference/words.ts';
import type { Annotate } from '../../src/annotate/pipeline.ts';
import { loadRanker, type Ranker } from '../../src/annotate/runtime/ranker.ts';
import { ROOT } from '../../src/config.ts';
import type { Annotated } from '../../src/document/layers.ts';
import { gazetteer } from '../../src/vocabulary/gazetteer.ts';
import { loadVocabulary } from '../../src/vocabulary/load.ts';
import { type Chains, ConllF1 } from './conll-f1.ts';
import { type GumDocument, gumDocuments } from './gum-entities.ts';
import { annotatedGiven } from './product.ts';
import type { Figures } from './token-scores.ts';

/** GUM's types of who can act: what the contract calls persons, organisations, places and groups. */
const NAMED = /^(?:person|organization|place)$/;

/** The parts that the step is made of, so that things and ideas are scored too. */
export function coreferenceParts(): { words: Words; ranker: Ranker; viewOf: (annotated: Annotated) => View } {
  const places = gazetteer(ROOT);
  return {
    words: wordsFrom(loadVocabulary(ROOT)),
    ranker: loadRanker(new URL('models/antecedents.json', ROOT), PAIR_FEATURES),
    viewOf: ({ document, layers }) => ({
      text: document.text,
      ...layers,
      tokens: layers.tokens.tokens,
      sentences: layers.tokens.sentences,
      sentenceOf: sentencesByToken(layers.tokens.tokens.length, layers.tokens.sentences),
      gazetteer: places,
    }),
  };
}

/** CoNLL F1 with our own mentions, exact, without singletons; and how often a pronoun finds its gold chain. */
export async function coreferenceScores(name: string, file: URL, annotate: Annotate): Promise<Figures> {
  const { words, ranker, viewOf } = coreferenceParts();
  const all = new ConllF1();
  const named = new ConllF1();
  const pronouns = { right: 0, all: 0 };
  for (const document of gumDocuments(readFileSync(file, 'utf8'))) {
    const view = viewOf(await annotatedGiven(annotate, document.conllu));
    const mentions = detectMentions(view, words);
    const chainOf = chains(view, mentions, words, ranker);
    const given = new Map<number, string[]>();
    for (const [at, mention] of mentions.entries()) {
      if (isUnmarked(view, mention)) continue;
      given.set(chainOf[at]!, [...(given.get(chainOf[at]!) ?? []), spanOf(view, mention)]);
    }
    const unique = withoutRepeats([...given.values()]);
    all.add(
      chainsOf(document, () => true),
      unique,
    );
    if (/_(?:news|interview)_/.test(document.id)) {
      const goldSpans = new Set(
        document.chains
          .flat()
          .filter(({ type }) => NAMED.test(type))
          .map(({ first, last }) => `${first} ${last}`),
      );
      const other = new Set(
        document.chains
          .flat()
          .map(({ first, last }) => `${first} ${last}`)
          .filter((span) => !goldSpans.has(span)),
      );
      const typed = new Map<number, boolean>();
      for (const [at, mention] of mentions.entries())
        if (mention.type || isAddressed(mention)) typed.set(chainOf[at]!, true);
      const kept = [...given]
        .filter(([chain]) => typed.get(chain))
        .map(([, spans]) => spans.filter((span) => !other.has(span)));
      named.add(
        chainsOf(document, (type) => NAMED.test(type)),
        withoutRepeats(kept),
      );
    }
    countPronouns(view, document, mentions, chainOf, pronouns);
  }
  return new Map([
    [`${name}.coreference`, all.f1()],
    [`${name}-news-interview.coreference-named`, named.f1()],
    [`${name}.pronouns`, (100 * pronouns.right) / pronouns.all],
  ]);
}

/** GUM leaves relative pronouns and adjectives of nationality unmarked. */
function isUnmarked({ reading, syntax }: View, { relative, head, form }: Draft): boolean {
  return relative || (form === 'name' && (reading.upos[head] === 'ADJ' || /^amod/.test(syntax.relations[head]!)));
}

/** "I", "we" and "you" are people, though no word of their chain may say so. */
function isAddressed({ person }: Draft): boolean {
  return person === 1 || person === 2;
}

/** GUM's mentions take the possessive along: "[the court's] order". */
export function spanOf({ reading }: View, { first, last }: Draft): string {
  return `${first} ${reading.xpos[last] === 'POS' ? last + 1 : last}`;
}

function chainsOf({ chains: gold }: GumDocument, keep: (type: string) => boolean): Chains {
  return withoutRepeats(
    gold.map((chain) => chain.filter(({ type }) => keep(type)).map(({ first, last }) => `${first} ${last}`)),
  );
}

/** Each mention in one chain, and no singletons. */
function withoutRepeats(found: Chains): Chains {
  const seen = new Set<string>();
  return found
    .map((chain) => chain.filter((mention) => !seen.has(mention) && seen.add(mention)))
    .filter((chain) => chain.length > 1);
}

const ROWS = /^(?:he|she|who|I|we)$/;

/**
 * A pronoun (he, she, who and their forms; I and we in quotation marks) that has a gold antecedent which is no pronoun
 * of its own row is right if its chain has a mention, other than itself, of the same gold chain, and the nearest one is.
 */
function countPronouns(
  view: View,
  document: GumDocument,
  mentions: ReturnType<typeof detectMentions>,
  chainOf: readonly number[],
  count: { right: number; all: number },
): void {
  const goldOf = new Map<string, number>();
  for (const [number, chain] of document.chains.entries())
    for (const { first, last } of chain) goldOf.set(`${first} ${last}`, number);
  const goldAt = mentions.map((mention) => goldOf.get(spanOf(view, mention)));
  for (const [at, mention] of mentions.entries()) {
    const gold = goldAt[at];
    if (mention.form !== 'pronoun' || gold === undefined || document.chains[gold]!.length < 2) continue;
    const row =
      pronounOf(
        document.words[mention.head] as string,
        view.reading.upos[mention.head]!,
        view.reading.xpos[mention.head]!,
      )?.row ?? '';
    const { start } = view.tokens[mention.head]!;
    const isQuoted = view.quotations.quotations.some(
      ({ kind, content }) => kind !== 'indirect' && content.some((span) => span.start <= start && start < span.end),
    );
    if (!ROWS.test(row) || (mention.person === 1 && !isQuoted)) continue;
    count.all++;
    const before = chainOf.findLastIndex(
      (chain, other) => other < at && chain === chainOf[at] && goldAt[other] !== undefined,
    );
    const after = chainOf.findIndex(
      (chain, other) => other > at && chain === chainOf[at] && goldAt[other] !== undefined,
    );
    const other = before >= 0 ? before : after;
    if (other >= 0 && goldAt[other] === gold) count.right++;
  }
}
