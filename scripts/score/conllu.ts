/**
 * Parsing from raw text, by the definitions of the CoNLL 2018 shared task: a TypeScript twin of
 * `../shared/scorers/score_conllu.py`, figure for figure.
 */
export type Measure = 'tokens' | 'sentences' | 'words' | 'upos' | 'xpos' | 'lemma' | 'uas' | 'las';

export interface Score {
  /** All three in percent. */
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

type Range = readonly [start: number, end: number];

interface Word {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** Relation without its subtype. */
  readonly relation: string;
  /** Of the token that it is in, in characters of the text without white space. */
  readonly span: Range;
  /** One of several words of a token. */
  readonly multi: boolean;
  head: Word | null;
  match: Word | null;
}

interface Treebank {
  /** The text without its white space. */
  readonly text: string;
  readonly tokens: readonly Range[];
  readonly sentences: readonly Range[];
  readonly words: readonly Word[];
}

/** Scores a prediction in CoNLL-U against gold in CoNLL-U. Throws where their texts differ beyond white space. */
export function scoreConllu(gold: string, predicted: string): Record<Measure, Score> {
  const g = read(gold);
  const p = read(predicted);
  if (g.text !== p.text) {
    let at = 0;
    while (g.text[at] === p.text[at]) at++;
    const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 20), at + 20));
    throw new Error(`the texts differ at character ${at}: gold ${around(g.text)}, predicted ${around(p.text)}`);
  }
  align(g.words, p.words);
  const hits = g.words.filter((word) => word.match !== null).map((word) => [word, word.match!] as const);
  const overWords = (right: (gold: Word, match: Word) => boolean) =>
    score(hits.filter(([word, match]) => right(word, match)).length, g.words.length, p.words.length);
  return {
    tokens: score(shared(g.tokens, p.tokens), g.tokens.length, p.tokens.length),
    sentences: score(shared(g.sentences, p.sentences), g.sentences.length, p.sentences.length),
    words: overWords(() => true),
    upos: overWords((a, b) => a.upos === b.upos),
    xpos: overWords((a, b) => a.xpos === b.xpos),
    lemma: overWords((a, b) => a.lemma === b.lemma || a.lemma === '_'),
    uas: overWords(sameHead),
    las: overWords((a, b) => sameHead(a, b) && a.relation === b.relation),
  };
}

function score(correct: number, gold: number, predicted: number): Score {
  const share = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole);
  return {
    precision: share(correct, predicted),
    recall: share(correct, gold),
    f1: share(2 * correct, gold + predicted),
  };
}

function shared(a: readonly Range[], b: readonly Range[]): number {
  const known = new Set(a.map(String));
  return new Set(b.map(String).filter((range) => known.has(range))).size;
}

/** The head counts as right when the aligned gold head is the same word. */
function sameHead(gold: Word, match: Word): boolean {
  if (gold.head === null || match.head === null) return gold.head === match.head;
  return gold.head.match === match.head;
}

function read(conllu: string): Treebank {
  const chunks: string[] = [];
  const tokens: Range[] = [];
  const sentences: Range[] = [];
  const words: Word[] = [];
  let sentence: { word: Word; head: string }[] = [];
  let at = 0;
  let first = 0;
  let until = 0;
  let span: Range = [0, 0];
  const close = () => {
    if (sentence.length > 0) {
      for (const { word, head } of sentence) {
        word.head = head === '0' || head === '_' ? null : sentence[Number(head) - 1]!.word;
        words.push(word);
      }
      sentences.push([first, at]);
      sentence = [];
    }
    first = at;
    until = 0;
  };
  for (const line of conllu.split('\n')) {
    if (line === '') close();
    if (line === '' || line.startsWith('#')) continue;
    const [id = '', form = '', lemma = '', upos = '', xpos = '', , head = '', relation = ''] = line.split('\t');
    if (id.includes('.')) continue;
    const range = id.split('-');
    if (range.length > 1 || Number(id) > until) {
      const bare = form.replace(WHITE_SPACE, '');
      span = [at, at + bare.length];
      chunks.push(bare);
      tokens.push(span);
      at = span[1];
    }
    if (range.length > 1) {
      until = Number(range[1]);
      continue;
    }
    const multi = Number(id) <= until;
    const word = { form: form.toLowerCase(), lemma, upos, xpos, relation: relation.split(':')[0]!, span, multi };
    sentence.push({ word: { ...word, head: null, match: null }, head });
  }
  close();
  return { text: chunks.join(''), tokens, sentences, words };
}

/** What Python's `str.split` takes for white space: unlike `\s`, the separators 1c to 1f and no byte order mark. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are white space there
const WHITE_SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

/** Words of like span match; inside multiword tokens those on the longest common subsequence of forms do. */
function align(gold: readonly Word[], predicted: readonly Word[]): void {
  let i = 0;
  let j = 0;
  while (i < gold.length && j < predicted.length) {
    const a = gold[i]!;
    const b = predicted[j]!;
    if (a.multi || b.multi) {
      if (a.span[1] <= b.span[0]) i++;
      else if (b.span[1] <= a.span[0]) j++;
      else {
        const [nextI, nextJ] = stretch(gold, predicted, i, j);
        matchCommon(gold.slice(i, nextI), predicted.slice(j, nextJ));
        i = nextI;
        j = nextJ;
      }
    } else if (a.span[0] === b.span[0] && a.span[1] === b.span[1]) {
      match(a, b);
      i++;
      j++;
    } else if (a.span[0] <= b.span[0]) i++;
    else j++;
  }
}

/** How far the words reach that overlap one multiword token, and the multiword tokens which that draws in. */
function stretch(gold: readonly Word[], predicted: readonly Word[], fromI: number, fromJ: number): [number, number] {
  let i = fromI;
  let j = fromJ;
  let end = Math.max(gold[i]!.multi ? gold[i]!.span[1] : 0, predicted[j]!.multi ? predicted[j]!.span[1] : 0);
  for (let grew = true; grew; ) {
    grew = false;
    const take = (word: Word) => {
      if (!word.multi || word.span[1] <= end) return;
      end = word.span[1];
      grew = true;
    };
    while (i < gold.length && gold[i]!.span[0] < end) take(gold[i++]!);
    while (j < predicted.length && predicted[j]!.span[0] < end) take(predicted[j++]!);
  }
  return [i, j];
}

function matchCommon(a: readonly Word[], b: readonly Word[]): void {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i]![j] =
        a[i]!.form === b[j]!.form ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i]!.form === b[j]!.form) match(a[i++]!, b[j++]!);
    else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++;
    else j++;
  }
}

function match(a: Word, b: Word): void {
  a.match = b;
  b.match = a;
}
