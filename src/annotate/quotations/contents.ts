import type { Stretch } from '../../document/layers.ts';
import { decodeParts, type Part } from './decode-parts.ts';
import { labelOf } from './labelled-source.ts';
import type { Quoted } from './quote-marks.ts';
import type { Turn } from './turns.ts';
import { type View, wordAt } from './view.ts';

/** Added to the score of O in contents: chosen on the development set. */
const LEAN = 0;
/** Words in quotation marks that are surely somebody's, and not a title or a term. */
const SPOKEN = 4;

/** What is said, as the story model marks it, with whole quotations where marks show their ends. */
export function contents(view: View, quoted: readonly Quoted[], turns: readonly Turn[]): Part[] {
  const isOfTurn = (part: Stretch) =>
    turns.some(({ label, content }) => label.first < part.last && part.first < content.last);
  const decoded = decodeParts(view.story.content, view.sentences, LEAN, true)
    .flatMap((part) => bySegment(view, part))
    .filter((part) => !isOfTurn(part));
  const marked = wholeClauses(view, decoded);
  const found: Part[] = [];
  for (const part of marked) {
    const whole = trimmed(view, wholeEnd(view, fromThat(view, behindLabel(view, completed(part, quoted)))));
    const before = found.at(-1);
    if (whole.first >= whole.last) continue;
    if (before && whole.first < before.last) {
      // Both were parts of one quotation.
      found[found.length - 1] = { ...before, last: Math.max(before.last, whole.last) };
    } else found.push(whole);
  }
  for (const { content } of turns) found.push({ ...trimmed(view, { ...content, probability: 1 }), isTurn: true });
  return found.sort((a, b) => a.first - b.first);
}

/** "said [the mayor had] called [the plan a trick]": where much of what is reported is marked, all of it is said, before or behind the cue. */
function wholeClauses({ story: { cue }, sentences, syntax, reading }: View, parts: readonly Part[]): readonly Part[] {
  let found = parts;
  for (const { first, last } of sentences) {
    for (let token = first; token < last; token++) {
      if (cue[3 * token]! > Math.max(cue[3 * token + 1]!, cue[3 * token + 2]!)) continue;
      const clause = syntax.children[token]!.find((child) => syntax.relations[child] === 'ccomp');
      if (clause === undefined) continue;
      const { first: start, last: to } = syntax.extents[clause]!;
      const from = clause < token && reading.upos[start] === 'CCONJ' ? start + 1 : start;
      const subject = syntax.children[token]!.find(
        (child) => clause < child && /^nsubj/.test(syntax.relations[child]!),
      );
      const whole = { first: from, last: clause > token ? to : Math.min(to, token, firstOf(syntax, subject) ?? token) };
      if (clause > token && whole.first <= token) continue;
      // A tree may hang the clause's beginning on the subject behind it.
      if (whole.last <= whole.first) continue;
      // Before the cue, quotation marks tell more surely what is said.
      if (clause < token && subject === undefined) continue;
      if (clause < token && reading.xpos.slice(whole.first, whole.last).some((tag) => tag === "''" || tag === '``'))
        continue;
      const inside = found.filter((part) => part.first < whole.last && part.last > whole.first);
      const marked = inside.reduce(
        (sum, part) => sum + Math.min(part.last, whole.last) - Math.max(part.first, whole.first),
        0,
      );
      const isAround = inside.some((part) => (clause > token ? part.first < token : part.last > whole.last));
      if (3 * marked < whole.last - whole.first || isAround) continue;
      const joined = {
        ...inside[0]!,
        first: Math.min(whole.first, inside[0]!.first),
        last: Math.max(whole.last, inside.at(-1)!.last),
      };
      found = found.flatMap((part) => (part === inside[0] ? [joined] : inside.includes(part) ? [] : [part]));
    }
  }
  return found;
}

function firstOf({ extents }: View['syntax'], token: number | undefined): number | undefined {
  return token === undefined ? undefined : extents[token]!.first;
}

/** A quotation over several paragraphs is one content in each. */
function bySegment({ sentences, sentenceOf }: View, part: Part): Part[] {
  const parts: Part[] = [];
  let first = part.first;
  for (let at = part.first + 1; at <= part.last; at++) {
    const ends = at === part.last || sentences[sentenceOf[at]!]!.segment !== sentences[sentenceOf[at - 1]!]!.segment;
    if (!ends) continue;
    parts.push({ ...part, first, last: at });
    first = at;
  }
  return parts;
}

/** A content that has most of a quotation has all of it. */
function completed(part: Part, quoted: readonly Quoted[]): Part {
  let { first, last } = part;
  for (const quote of quoted) {
    const shared = Math.min(last, quote.last) - Math.max(first, quote.first);
    if (quote.depth > 0 || quote.last - quote.first < SPOKEN || shared * 2 < quote.last - quote.first) continue;
    first = Math.min(first, quote.first);
    last = Math.max(last, quote.last);
  }
  return { ...part, first, last };
}

/** The name before a colon is no part of what its bearer says. */
function behindLabel(view: View, part: Part): Part {
  const label = labelOf(view, firstOfSegment(view, part.first));
  return label && part.first <= label.last && part.last > label.last + 1 ? { ...part, first: label.last + 1 } : part;
}

/** The first token of the segment that a token is in. */
export function firstOfSegment({ sentences, sentenceOf }: View, token: number): number {
  let at = sentenceOf[token]!;
  while (at > 0 && sentences[at - 1]!.segment === sentences[at]!.segment) at--;
  return sentences[at]!.first;
}

/** Words at the start of a content that may belong to the cue: "told a meeting [by video link that …]". */
const STRAY = 8;

/** A content that has a few words of the cue before its "that" begins with "that". */
function fromThat(view: View, part: Part): Part {
  const { relations, heads } = view.syntax;
  for (let token = part.first + 1; token < Math.min(part.last - 2, part.first + STRAY); token++) {
    if (relations[token] !== 'mark' || view.reading.lemmas[token] !== 'that') continue;
    const clause = heads[token]!;
    const governor = heads[clause]!;
    if (!/^ccomp/.test(relations[clause]!) || governor < 0) continue;
    // "[Oduya denied that …]": so does one that has the cue and, of its subject, the end.
    const subject = view.syntax.children[governor]!.find((child) => /^(?:nsubj|expl)/.test(relations[child]!));
    const isCue = governor < token && subject !== undefined && subject < governor && subject <= part.first;
    if (governor < part.first || isCue) return { ...part, first: token };
  }
  return part;
}

/** A content ends with the noun of its last phrase ("praised [whose] bravery"), and not with half of a clause ("a count, [which the mayor] denies"). */
function wholeEnd(view: View, part: Part): Part {
  const { heads, relations, extents } = view.syntax;
  const token = part.last - 1;
  const head = heads[token]!;
  if (/^nsubj/.test(relations[token]!) && head > token && relations[head] === 'acl:relcl')
    return extents[head]!.first > part.first ? { ...part, last: extents[head]!.first } : part;
  const isBefore = /^(?:det|nmod:poss|amod|case|compound)$/.test(relations[token]!);
  return isBefore && head > token && head - token <= 3 ? { ...part, last: head + 1 } : part;
}

const MARK = /^[\p{P}\p{S}]+$/u;
/** Marks that belong to the words they stand with. */
const KEPT = /^[$€£%)\]]$/u;

/** Without the punctuation at its ends. */
function trimmed(view: View, part: Part): Part {
  let { first, last } = part;
  const isMark = (token: number) => MARK.test(wordAt(view, token)) && !KEPT.test(wordAt(view, token));
  while (first < last && isMark(first)) first++;
  while (last > first && isMark(last - 1)) last--;
  return { ...part, first, last };
}
