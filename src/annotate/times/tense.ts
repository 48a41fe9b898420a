import type { Layers } from '../../document/layers.ts';
import type { TimeWords } from '../../vocabulary/records.ts';
import type { Setting, Side } from './setting.ts';

type Given = Pick<Layers, 'reading' | 'syntax'>;

/** What most clauses say: elsewhere in the story the same words may be told more surely. */
const past: Side = { tense: 'past', isSure: false };
const future: Side = { tense: 'future', isSure: false };
const surelyPast: Side = { tense: 'past', isSure: true };
const surelyFuture: Side = { tense: 'future', isSure: true };

/** Heads that are looked at on the way up to the clause. */
const REACH = 12;
/** Words before a time among which a verb in the past settles it. */
const NEAR = 4;
/** Relations of a time that is a verb's own: "expires [Friday]", "opens on [May 4]"; of others the verb says less. */
const OWN = /^(?:obl|advmod|nsubj|obj|root|conj|appos|nummod|flat|nmod:tmod|nmod:unmarked)/;
/** What opens a clause that tells of what has yet to be: "[when] the case is heard in May". */
const OPENING = new Set(['when', 'if', 'once', 'until', 'unless', 'before', 'after', 'as']);
/** Relations within a phrase such as "a few weeks" or "April and May". */
const WITHIN = /^(?:nummod|det|amod|compound|advmod|conj)/;
/** How a day names something: "[Friday]'s ruling", "the [Friday] ruling". */
const NAMING = /^(?:nmod:poss|compound)/;
/** Prepositions of what has yet to be: "is in town for [Friday]'s vote". */
const BEFORE = new Set(['for', 'before', 'until']);
/** Prepositions of the day that something is put off to. */
const TO = new Set(['until', 'till', 'to']);
const ABLE = new Set(['can', 'could']);
/** "gave them until [Friday]": of those that may wait, the day is ahead. */
const GRANTS = new Set(['have', 'give', 'grant', 'allow', 'get']);

/**
 * The form of the verb whose phrase begins with a token; null where it is a noun's or an adjective's. Who "invited them to a
 * ceremony on March 12" may speak of what is to come, in the past as well.
 */
export function verbOf({ reading, syntax }: Given, token: number, data: TimeWords): Setting['verb'] {
  let at = token;
  // "Dec. 5" hangs on its number.
  if (syntax.relations[at] === 'nmod:unmarked' && reading.xpos[syntax.heads[at]!] === 'CD') at = syntax.heads[at]!;
  while (at >= 0 && WITHIN.test(syntax.relations[at]!)) at = syntax.heads[at]!;
  const head = at >= 0 && /^obl/.test(syntax.relations[at]!) ? syntax.heads[at]! : -1;
  if (head < 0 || reading.upos[head] !== 'VERB') return null;
  // "approved talks in May": of what stands between, the month may be as well.
  const between = [head + 1, Math.min(token, at)] as const;
  // "may hold its first congress in 40 years", "will pay its highest fine in a decade"
  const isMost = reading.xpos.slice(...between).includes('JJS') || reading.lemmas.slice(...between).includes('first');
  if (isMost) return null;
  if (reading.upos.slice(...between).some((kind) => !/^(?:ADP|ADV|PART)$/.test(kind))) return 'other';
  const helpers = syntax.children[head]!.filter((child) => /^aux/.test(syntax.relations[child]!));
  // "It can load 900 ships in [a year]": so long it takes.
  if (helpers.some((child) => ABLE.has(reading.lemmas[child]!.toLowerCase()))) return null;
  if (helpers.some((child) => data.certain.includes(reading.lemmas[child]!.toLowerCase()))) return 'ahead';
  const isAhead = [data.plans, data.asks, data.orders, data.delays].some((list) =>
    list.includes(reading.lemmas[head]!),
  );
  return /^VB[DN]$/.test(reading.xpos[head]!) && !isAhead ? 'past' : 'other';
}

/**
 * What the clause that a token stands in speaks of: "will meet on [Friday]" and "is due to open in [May]" of the future.
 * The present of a caption tells what its picture shows.
 */
export function tenseAt({ reading, syntax }: Given, token: number, data: TimeWords, isCaption = false): Side {
  const lemma = (at: number) => reading.lemmas[at]!.toLowerCase();
  const marks = (at: number) =>
    syntax.children[at]!.filter((child) => /^(?:case|mark|advmod|fixed)/.test(syntax.relations[child]!)).map(lemma);
  // "met ahead of [Saturday]'s vote", "ahead of the [May 4] vote"
  const opening = /^(?:DET|PRON)$/.test(reading.upos[token - 1] ?? '') ? token - 1 : token;
  if (opening > 1 && lemma(opening - 1) === 'of' && lemma(opening - 2) === 'ahead') return future;
  // "is closed since [Monday]"
  if (token > 0 && lemma(token - 1) === 'since') return past;
  // "payable on [Saturday]"
  const before = reading.upos[token - 1] === 'ADP' ? token - 2 : token - 1;
  if (before >= 0 && reading.upos[before] === 'ADJ' && data.plans.includes(lemma(before))) return aheadBy(before);
  // "…," she [said] on Tuesday: the tree may hang the day on what is said.
  for (let back = token - 1; back >= Math.max(0, token - NEAR); back--) {
    if (isAskedFor(back, true) || isPutOff(back)) return aheadBy(back);
    if (reading.xpos[back] === 'VBD' && reading.upos[back] === 'VERB') {
      if (GRANTS.has(lemma(back)) && marks(token).includes('until')) return future;
      // "expected a ruling by [Friday]"
      return data.plans.includes(lemma(back)) && marks(token).includes('by') ? future : surelyPast;
    }
    if (reading.upos[back] === 'VERB') break;
  }
  // What is named by its day may be over, whatever is yet to be done about it: "will study [Friday]'s ruling".
  const isNaming = NAMING.test(syntax.relations[token]!) && reading.upos[syntax.heads[token]!] !== 'VERB';
  const isNamedAhead = isNaming && isAhead(syntax.heads[token]!);
  let at = token;
  // "to meet on Friday" is ahead of what it depends on, unless that is over and no plan: "met on Friday to discuss".
  let isPurpose = false;
  // Whether the day is the verb's own, not that of something it names: "[Friday]'s purchases".
  let isOwn = true;
  let isUntil = false;
  for (let step = 0; step < REACH && at >= 0; step++, at = syntax.heads[at]!) {
    // What was planned then may be over by now.
    if (isPurpose && data.plans.includes(lemma(at))) return isToldAsPast(at) ? future : surelyFuture;
    isUntil ||= isOwn && marks(at).includes('until');
    const helpers = syntax.children[at]!.filter((child) => /^(?:aux|cop)/.test(syntax.relations[child]!));
    if (reading.upos[at] !== 'VERB' && helpers.length === 0) {
      isOwn &&= OWN.test(syntax.relations[at]!);
      continue;
    }
    if (helpers.some((child) => data.ahead.includes(lemma(child)) && reading.xpos[child] === 'MD')) {
      if (helpers.some((child) => lemma(child) === 'have')) return past;
      // "would not say on Tuesday"
      return !isNaming && helpers.some((child) => data.certain.includes(lemma(child))) ? surelyFuture : future;
    }
    // "was [due] to fly on Monday"
    const isInfinitive = reading.xpos[at] === 'VB';
    if (isInfinitive && at > 1 && lemma(at - 1) === 'to' && lemma(at - 2) === 'due') return future;
    if (isInfinitive && syntax.children[at]!.some((child) => reading.xpos[child] === 'TO')) {
      isPurpose = true;
      continue;
    }
    // "ordered that she [stay] until March"
    if (isInfinitive && helpers.length === 0 && marks(at).includes('that')) return future;
    if (isUntil && GRANTS.has(lemma(at))) return future;
    if (isAskedFor(at, isOwn) || isPutOff(at)) return aheadBy(at);
    // "was told to leave on [Friday]", "hurried to leave by [Friday]"
    if (isPurpose && !data.done.includes(lemma(at)) && (data.orders.includes(lemma(at)) || marks(token).includes('by')))
      return future;
    const tags = [reading.xpos[at]!, ...helpers.map((child) => reading.xpos[child]!)];
    const isPlan = data.plans.includes(lemma(at));
    // "shares [bought] on Thursday", "a vote [set] for Thursday"
    if (reading.xpos[at] === 'VBN' && helpers.length === 0 && /^acl/.test(syntax.relations[at]!))
      return isPlan ? future : past;
    // "after [meeting] Thursday"
    if (reading.xpos[at] === 'VBG' && helpers.length === 0 && marks(at).some((each) => each === 'after')) return past;
    const isPresent = tags.some((tag) => tag === 'VBP' || tag === 'VBZ');
    if (helpers.some((child) => lemma(child) === 'have')) return past;
    // "was scheduled for Tuesday"
    if (isOwn && isPlan && (reading.xpos[at] === 'VBN' || reading.upos[at] === 'ADJ'))
      return isPresent ? surelyFuture : future;
    if (tags.includes('VBD')) return isOwn && !isPlan ? surelyPast : past;
    if (isPresent && isPlan) return surelyFuture;
    // "is meeting on Friday"
    if (isPresent && reading.xpos[at] === 'VBG') return isNaming && !isNamedAhead ? past : future;
    if (!isPresent) continue;
    if (isPurpose) return data.done.includes(lemma(at)) ? past : future;
    if (/^advcl/.test(syntax.relations[at]!) && marks(at).some((each) => OPENING.has(each))) return future;
    // "takes effect [Nov. 13]", "the deadline is [Friday]"
    return (isOwn || isNamedAhead) && !isCaption && !data.telling.includes(lemma(at)) ? future : past;
  }
  return isPurpose ? future : past;

  function formsOf(verb: number): string[] {
    const helpers = syntax.children[verb]!.filter((child) => /^(?:aux|cop)/.test(syntax.relations[child]!));
    return [verb, ...helpers].map((form) => reading.xpos[form]!);
  }

  function isToldAsPast(verb: number): boolean {
    return formsOf(verb).includes('VBD');
  }

  /** "is set for [Friday]" is surely ahead; "was set for [Friday]" and "a vote set for [Friday]" may be over. */
  function aheadBy(verb: number): Side {
    return formsOf(verb).some((form) => form === 'VBZ' || form === 'VBP') ? surelyFuture : future;
  }

  /** "set a vote for [4 May]", "called for a strike on [Monday]": of the verb's own day "for" says it, of its object's the verb. */
  function isAskedFor(verb: number, isOwnDay: boolean): boolean {
    if (reading.upos[verb] !== 'VERB' || !data.asks.includes(lemma(verb))) return false;
    const parts = syntax.children[verb]!;
    if (parts.some((child) => lemma(child) === 'have' && reading.xpos[child] === 'VBD')) return false;
    const hasObject = parts.some((child) => child < token && lemma(verb) === 'call' && marks(child).includes('for'));
    return (
      !isOwnDay || hasObject || [token, syntax.heads[token]!].some((part) => part >= 0 && marks(part).includes('for'))
    );
  }

  /** "put the vote off until [Friday]" */
  function isPutOff(verb: number): boolean {
    return (
      reading.upos[verb] === 'VERB' &&
      data.delays.includes(lemma(verb)) &&
      [token, syntax.heads[token]!].some((part) => part >= 0 && marks(part).some((each) => TO.has(each)))
    );
  }

  /** "before [Saturday]'s vote", "the [Saturday] deadline" */
  function isAhead(named: number): boolean {
    return data.plans.includes(lemma(named)) || marks(named).some((each) => BEFORE.has(each));
  }
}
