import type { Quotation, Stretch } from '../../document/layers.ts';
import type { Span } from '../../document/span.ts';
import { isNotSaid } from './not-said.ts';
import type { Proposal } from './proposals.ts';
import type { Quoted } from './quote-marks.ts';
import { isTitle } from './scare-quotes.ts';
import { spanOf, type View } from './view.ts';

/** Shares of a content in quotation marks at which it is direct, and below which indirect. */
const DIRECT = 0.9;
const INDIRECT = 0.1;

/** The quotations of the proposals, in order: parts that a cue splits are one, and each knows which it stands within. */
export function settle(view: View, proposals: readonly Proposal[], quoted: readonly Quoted[]): Quotation[] {
  const found: { readonly proposal: Proposal; readonly parts: Proposal[] }[] = [];
  for (const whole of proposals) {
    const proposal = withAsked(view, beforeNextDeed(view, whole, quoted));
    const open = found.at(-1);
    if (proposal.content.first < (open?.parts.at(-1)?.content.last ?? 0)) continue;
    if (isDoubtful(view, proposal, quoted) || isNotSaid(view, proposal)) continue;
    const before = open?.parts.at(-1);
    // What a continuation says the words are about is not said in them.
    if (before && isContinued(view, before, proposal)) continue;
    if (open && before && (isSplit(view, before, proposal) || goesOn(view, before, proposal, quoted)))
      open.parts.push(proposal);
    else found.push({ proposal, parts: [proposal] });
  }
  return found.map(({ proposal, parts }) => {
    const { cue, source } = proposal;
    const content = parts.map((part) => spanOf(view, part.content));
    return {
      kind: kindOf(view, parts, quoted),
      content,
      source: source && { ...spanOf(view, source), head: source.head },
      cue: cue && { ...spanOf(view, cue), head: cue.head, lemma: cue.lemma, class: cue.class },
      within: null,
      rule: 'story-model',
      confidence: Math.round(100 * proposal.probability * proposal.sourceProbability) / 100,
    };
  });
}

/** "accused her [of theft] and demanded an inquiry": what else whoever speaks did is not said. */
function beforeNextDeed(view: View, proposal: Proposal, quoted: readonly Quoted[]): Proposal {
  const { cue, content } = proposal;
  const { children, relations, extents } = view.syntax;
  if (cue === null || content.first < cue.last) return proposal;
  const next = children[cue.head]!.find(
    (child) =>
      relations[child] === 'conj' &&
      view.reading.xpos[child] === view.reading.xpos[cue.head] &&
      // "said the port was safe and that [the search went on]" is one speech.
      !children[child]!.some((each) => /^(?:mark|[nc]subj|aux)/.test(relations[each]!)),
  );
  let last = next === undefined ? content.last : extents[next]!.first;
  while (last > content.first && view.reading.upos[last - 1] === 'PUNCT') last--;
  const isInMarks = quoted.some((quote) => quote.first < last && last < quote.last);
  if (last <= content.first || last >= content.last || isInMarks) return proposal;
  return { ...proposal, content: { first: content.first, last } };
}

/** "asked [the ministry to pay]": whom somebody asks is not said without what is asked. */
function withAsked({ syntax, reading }: View, proposal: Proposal): Proposal {
  const { cue, content } = proposal;
  const below = cue === null ? [] : syntax.children[cue.head]!;
  const asked = below.find((child) => /^i?obj/.test(syntax.relations[child]!) && child > cue!.head);
  const what = below.find((child) => syntax.relations[child] === 'xcomp' && child > (asked ?? child));
  // "called [it] a start"
  if (what !== undefined && reading.upos[what] !== 'VERB') return proposal;
  if (asked === undefined || what === undefined) return proposal;
  const [whom, deed] = [syntax.extents[asked]!, syntax.extents[what]!];
  const isWhom = whom.first <= content.first && content.last <= whom.last;
  let { last } = deed;
  while (last > content.last && reading.upos[last - 1] === 'PUNCT') last--;
  return isWhom ? { ...proposal, content: { first: content.first, last } } : proposal;
}

/** "[It will rain],” he said, “[and then stop]”: one sentence, and nothing but the cue and the source between. */
function isSplit({ sentenceOf, reading }: View, before: Proposal, after: Proposal): boolean {
  if (sentenceOf[before.content.last - 1] !== sentenceOf[after.content.first]) return false;
  const { cue, source } = before;
  // "raised [its count to nine] and said [that …]": two things said.
  if (reading.upos[before.content.last] === 'CCONJ') return false;
  if (cue === null || cue.first < before.content.last || cue.last > after.content.first) return false;
  // "[He] is expected [to return]" is one, too, though nobody is named who says it.
  return cue.first === after.cue?.first && (source === null) === (after.source === null);
}

/** "…,” he said, [referring to the strike]": what goes on to say what the words are about. */
function isContinued({ reading, sentenceOf }: View, before: Proposal, { cue, content }: Proposal): boolean {
  if (cue === null || before.cue === null || !GOING_ON.test(cue.lemma)) return false;
  return sentenceOf[before.cue.head] === sentenceOf[content.first] && reading.xpos[cue.head] === 'VBG';
}

/** Words between two parts of one quotation: a cue with its source and a setting. */
const BETWEEN = 25;

/** "“We will come,” Oduya said. [“We will not fight.”]": a further quotation of the paragraph without a cue of its own. */
function goesOn(
  { sentences, sentenceOf }: View,
  before: Proposal,
  after: Proposal,
  quoted: readonly Quoted[],
): boolean {
  const segmentAt = (token: number) => sentences[sentenceOf[token]!]!.segment;
  if (segmentAt(before.content.first) !== segmentAt(after.content.first)) return false;
  if (after.content.first - before.content.last > BETWEEN) return false;
  const isQuoted = ({ content }: Proposal) =>
    quoted.some((quote) => quote.first <= content.first && content.last <= quote.last);
  if (!isQuoted(before) || !isQuoted(after)) return false;
  if (after.cue !== null && after.cue.first >= after.content.last) return false;
  // Whoever a later paragraph names is not who speaks here.
  const isElsewhere = (source: Stretch) => segmentAt(source.first) > segmentAt(after.content.first);
  return after.source === null || after.source.first === before.source?.first || isElsewhere(after.source);
}

/** Chance of being said below which a content that nobody is named for, or a bare noun phrase, is let go. */
const DOUBTFUL = 0.9;
const BARE = 0.8;
const SHORT = 3;
/** Chances, of words and source together, below which a few words and many are more often nobody's; chosen on the development set. */
const UNSURE = 0.45;
const NOBODYS = 0.25;
const LONG = 9;
const GOING_ON = /^(?:refer|allude)/;
const SPEAKS = /^(?:say|tell|deny|decline|refuse|claim|announce|add|accuse|blame|warn|confirm|report|call)$/;
const ACTS = /^(?:praise|blame|deny|threaten|decline)$/;

/** Words without quotation marks that are nobody's, or so few that they are a thing and not a thought: "wants [the crew]". */
function isDoubtful(view: View, proposal: Proposal, quoted: readonly Quoted[]): boolean {
  const { source, cue, probability, sourceProbability, content } = proposal;
  const inMarks = quoted.filter((quote) => quote.first < content.last && content.first < quote.last);
  if (inMarks.length > 0)
    return inMarks.every((quote) => quote.first <= content.first && content.last <= quote.last && isTitle(view, quote));
  // "It was said [that …]": by nobody, and said all the same.
  const isImpersonal =
    cue !== null && view.syntax.children[cue.head]!.some((each) => view.syntax.relations[each] === 'expl');
  if (source === null && isImpersonal) return false;
  if (source === null) return probability < DOUBTFUL || tellsOfSpeech(view, content);
  const isUnsure = probability * sourceProbability < (content.last - content.first < LONG ? UNSURE : NOBODYS);
  if (isUnsure && !(cue && ACTS.test(cue.class))) return true;
  // "praised [the crew]" says something all the same: so does whatever cue is more than "say" and "believe".
  if (content.last - content.first > SHORT || probability >= BARE || (cue && ACTS.test(cue.class))) return false;
  for (let token = content.first; token < content.last; token++) if (view.syntax.upos[token] === 'VERB') return false;
  return true;
}

/** "[The ministry declined to comment]": a whole sentence about somebody's speech is the narrator's. */
function tellsOfSpeech({ syntax }: View, content: Stretch): boolean {
  for (let token = content.first; token < content.last; token++) {
    if (syntax.relations[token] !== 'root') continue;
    const children = syntax.children[token]!;
    const speaks = children.some((child) => /^nsubj/.test(syntax.relations[child]!) && child >= content.first);
    if (speaks && SPEAKS.test(syntax.lemmas[token]!)) return true;
  }
  return false;
}

function kindOf({ tokens }: View, parts: readonly Proposal[], quoted: readonly Quoted[]): Quotation['kind'] {
  let inside = 0;
  let all = 0;
  for (const { content, isTurn } of parts) {
    if (isTurn) return 'direct';
    for (let token = content.first; token < content.last; token++, all++) {
      const { start, end } = tokens[token] as Span;
      if (quoted.some((quote) => quote.start <= start && end <= quote.end)) inside++;
    }
  }
  const share = inside / all;
  return share >= DIRECT ? 'direct' : share < INDIRECT ? 'indirect' : 'mixed';
}
