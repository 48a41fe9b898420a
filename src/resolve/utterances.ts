import type { Appearance, UtteranceSignature } from '../knowledge/appearance.ts';
import type { Entity, Extraction, Statement } from '../knowledge/extraction.ts';
import { entityKeys, entitySignature } from './entities.ts';
import { foldedName } from './names.ts';
import { bandsOf, sketchOf } from './sketch.ts';

const UNDECIDED = { same: [], different: [], named: null, pin: null };
/** Fewer quoted words than these are said too often to be one utterance. */
const FEWEST_WORDS = 5;
const SIZE = 30;
/** So many values a key that two utterances of one speaker hardly ever have one in common by chance, however much they say. */
const ROWS = 3;
/** Letters of a word that is not in every sentence. */
const LONG = 5;
/** Share of words that two quotations of one utterance have in common, of the shorter one. */
const ALIKE = 0.6;

/** What someone known by name is quoted with, by which the same utterance is found in other articles. */
export function utteranceAppearances({ article, entities, statements }: Extraction): Appearance[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  return statements.flatMap((statement) => {
    const speaker = statement.speaker ? byId.get(statement.speaker) : undefined;
    const words = quotedWords(article.text, statement);
    const speakers = speaker ? speakersOf(speaker) : [];
    if (speakers.length === 0 || words.length < FEWEST_WORDS) return [];
    const signature: UtteranceSignature = { kind: 'utterance', speakers, words: words.join(' '), ...UNDECIDED };
    return [{ local: statement.id, signature, keys: utteranceKeys(signature), reach: [], called: null }];
  });
}

/** The folded words of a statement that stand in quotation marks. */
function quotedWords(text: string, { content, kind }: Statement): string[] {
  if (kind === 'indirect') return [];
  const words = content.map(({ start, end }) => text.slice(start, end)).join(' ');
  const quoted = [...words.matchAll(/[“"‘](.*?)[”"’](?!\p{L})/gsu)].map(([, inner]) => inner).join(' ');
  return foldedName(kind === 'mixed' ? quoted : words)
    .replace(/,/g, '')
    .split(' ')
    .filter(Boolean);
}

function speakersOf(entity: Entity): string[] {
  return entityKeys(entitySignature(entity, null));
}

export function utteranceKeys({ speakers, words }: UtteranceSignature): string[] {
  const bands = bandsOf(sketchOf(tellingPairs(words.split(' ')), 1, SIZE), ROWS);
  return speakers.flatMap((speaker) => bands.map((band) => `said ${speaker} ${band}`)).sort();
}

/** Each two words that follow each other, without "of the" and the like: those are in whatever anybody says. */
function tellingPairs(words: readonly string[]): string[] {
  const pairs = words.slice(1).map((word, at) => [words[at] as string, word]);
  const telling = pairs.filter((pair) => pair.some(({ length }) => length >= LONG));
  return (telling.length > 0 ? telling : pairs).map((pair) => pair.join(' '));
}

/** Above 0 for two quotations of one utterance: one speaker, and most words of the shorter in the longer. */
export function utteranceScore(a: UtteranceSignature, b: UtteranceSignature): number {
  if (!a.speakers.some((speaker) => b.speakers.includes(speaker))) return -1;
  const [x, y] = [wordsOf(a), wordsOf(b)];
  let shared = 0;
  for (const word of x) if (y.has(word)) shared++;
  const share = shared / Math.min(x.size, y.size);
  return share >= ALIKE ? share : 0;
}

/** Words of signatures that were compared: each is compared with many. */
const WORDS = new WeakMap<UtteranceSignature, ReadonlySet<string>>();

function wordsOf(signature: UtteranceSignature): ReadonlySet<string> {
  const words = WORDS.get(signature) ?? new Set(signature.words.split(' '));
  WORDS.set(signature, words);
  return words;
}
