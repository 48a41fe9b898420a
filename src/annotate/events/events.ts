import type { EntityMention, EventLayer } from '../../document/layers.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Sureness } from '../runtime/sureness.ts';
import { step } from '../step.ts';
import { isAtOdds } from './at-odds.ts';
import { type Cast, castOf } from './cast.ts';
import { contextIndex, contextsOf } from './contexts-of.ts';
import { demands } from './demands.ts';
import { eventWordsOf } from './event-words.ts';
import { kept } from './kept.ts';
import { type Found, merged } from './merged.ts';
import { modalityOf } from './modality.ts';
import { nounTypes } from './noun-types.ts';
import { ordererOf } from './orderer-of.ts';
import { participants } from './participants.ts';
import { focusOf, lastPlaceOf, placeOf, type Reach } from './place-of.ts';
import { ploverOf, modalityOf as put } from './plover-of.ts';
import { withSpeech } from './speech-acts.ts';
import { lastTimeOf, timeOf } from './time-of.ts';
import { triggerIndex } from './trigger-index.ts';
import { type Trigger, triggers } from './triggers.ts';
import { type View, viewOf } from './view.ts';

/** Quad classes of what is only said: it is where its own words say, not where the story is. */
const WORDS = new Set(['VERBAL_COOPERATION', 'VERBAL_CONFLICT']);

const ANYBODY = /^(?:nobody|anybody|somebody|everybody|no-?one|anyone|someone|everyone|none|one)$/i;
/** Subs of OTHER that happen somewhere. */
const HARM = new Set(['accident', 'disaster', 'death', 'injury']);

/** What happened, is planned or is said to have happened: who, to whom, where, when, and who vouches for it. */
export function events(
  {
    events: kinds,
    contextWords,
    nouns,
    eventWords,
  }: Pick<Vocabulary, 'events' | 'contextWords' | 'nouns' | 'eventWords'>,
  sureness: Sureness,
) {
  const index = triggerIndex(kinds);
  const words = eventWordsOf(eventWords);
  const contexts = contextIndex(contextWords);
  const types = nounTypes({ nouns });
  return step({
    name: 'events',
    needs: ['tokens', 'reading', 'syntax', 'story', 'quotations', 'coreference', 'statements', 'times'],
    gives: 'events',
    run({ text, publishedAt }, layers): EventLayer {
      const view = viewOf(text, layers, words);
      const cast = castOf(view, types);
      const read = readings(view, cast, kept(view, triggers(view, index, types)), publishedAt.slice(0, 10)).filter(
        isSomebodys,
      );
      const asked = demands(view, cast, kinds.get('REQUEST')!).filter(({ speechAct }) =>
        read.every((other) => other.type !== 'REQUEST' || other.speechAct !== speechAct),
      );
      const told = merged(
        view,
        [...read, ...asked].sort((a, b) => a.token - b.token),
      );
      return {
        events: told.map(({ token, code, isOrdered, standing, isOpen, isOfThing, ...event }) => ({
          ...event,
          contexts: contextsOf(view, contexts, event.mentions),
          confidence: sureness(event.rule, event.type),
          modality: put(event.vouchers),
          plover: ploverOf(kinds.get(code)!, event.vouchers, isOrdered),
        })),
        unnamed: { entities: cast.entities, mentions: cast.mentions },
      };
    },
  });
}

/**
 * A verb that needs a doer and names nobody at all is another sense of the word: "the phone takes an hour to charge". So is
 * one of words that a thing does: "rising water threatens the town".
 */
function isSomebodys({ standing, participants: people, isOpen, isOfThing }: Found): boolean {
  return standing === 'noun' || isOpen || (people.length > 0 && !isOfThing);
}

function readings(view: View, cast: Cast, found: readonly Trigger[], today: string): Found[] {
  let sentence = -1;
  let segment = -1;
  const focus = focusOf(view);
  const deeds = new Set(found.map(({ token }) => token));
  let [place, time]: [EntityMention | null, number | null] = [null, null];
  return found.map((trigger) => {
    for (const at = view.sentenceOf[trigger.token]!; sentence < at; ) {
      if (sentence >= 0) {
        place = lastPlaceOf(view, cast, sentence) ?? place;
        time = lastTimeOf(view, sentence) ?? time;
      }
      sentence++;
      // Each paragraph says anew when and where it is; if it does not, it is where the whole story is.
      if (view.sentences[sentence]!.segment !== segment) {
        time = null;
        place = focus;
      }
      segment = view.sentences[sentence]!.segment;
    }
    return readingOf(view, cast, trigger, place, time, deeds, today);
  });
}

function readingOf(
  view: View,
  cast: Cast,
  trigger: Trigger,
  place: EntityMention | null,
  time: number | null,
  deeds: ReadonlySet<number>,
  today: string,
): Found {
  const { token, pattern, words } = trigger;
  const { kind, trigger: entry } = pattern;
  const [first, last] = [words[0]!, words.at(-1)!];
  const span = { start: view.tokens[first]!.start, end: view.tokens[last]!.end };
  const extent = view.syntax.extents[clauseOf(view, token)]!;
  const said = view.saidIn[token]!;
  const people = participants(view, cast, trigger);
  const modality = modalityOf(view, token);
  return withSpeech(view, {
    token,
    standing: entry.pos === 'VERB' ? 'verb' : 'noun',
    isOpen:
      (kind.roles.actor.required ? words.length > 1 : isWholeClause(view, trigger)) ||
      isOfAnybody(view, token) ||
      isOfCompany(view, trigger),
    isOfThing: WORDS.has(kind.quad ?? '') && words.length === 1 && isOfThing(view, cast, token),
    code: entry.plover ?? kind.id,
    isOrdered: ordererOf(view, token) !== null,
    type: kind.id,
    lemma: entry.lemma,
    mode: entry.mode ?? null,
    contexts: [],
    modality: 'actual',
    plover: null,
    trigger: span,
    mentions: [span],
    start: Math.min(span.start, view.tokens[extent.first]!.start),
    end: Math.max(span.end, view.tokens[extent.last - 1]!.end),
    ...timeOf(view, token, time, deeds, (day) => isAtOdds(view, token, modality, day, today)),
    ...placeOf(view, cast, token, reachOf(trigger), place, people),
    participants: people,
    vouchers: [{ statement: said < 0 ? null : said, modality }],
    speechAct: null,
    rule: `${entry.pos === 'NOUN' ? 'noun' : 'verb'}-${words.length > 1 ? 'phrase' : entry.with ? 'in-company' : 'alone'}`,
  });
}

/** "Published Feb. 20": a verb of which neither subject nor object is said is furniture. */
function isWholeClause({ clauseAt }: View, { token, pattern }: Trigger): boolean {
  const clause = clauseAt.get(token);
  return (
    pattern.trigger.pos !== 'VERB' ||
    !clause ||
    clause.understood !== null ||
    clause.object !== null ||
    clause.agent !== null
  );
}

/** "[Nobody] fired", "denied that [anyone] had been hurt": people, though none in particular. */
function isOfAnybody({ clauseAt, reading }: View, token: number): boolean {
  const subject = clauseAt.get(token)?.subject ?? null;
  return subject !== null && ANYBODY.test(reading.lemmas[subject]!);
}

/** "[A bomb] exploded": of what the vocabulary has the word keep company with. */
function isOfCompany({ clauseAt, reading }: View, { token, pattern }: Trigger): boolean {
  const clause = clauseAt.get(token);
  const subject = clause?.subject ?? clause?.understood ?? null;
  return subject !== null && (pattern.trigger.with?.includes(reading.lemmas[subject]!.toLowerCase()) ?? false);
}

/** Whether a thing is said to do it, other than a writing, which is somebody's words. */
function isOfThing(view: View, cast: Cast, token: number): boolean {
  const clause = view.clauseAt.get(token);
  if (!clause || clause.isPassive || clause.subject === null) return false;
  const { upos, lemmas } = view.reading;
  if (upos[clause.subject] !== 'NOUN' || view.words.has('writing', lemmas[clause.subject]!.toLowerCase())) return false;
  return (
    view.text[view.tokens[clause.subject]!.start]!.toLowerCase() === view.text[view.tokens[clause.subject]!.start] &&
    !isActor(view, cast, clause.subject)
  );
}

function isActor(view: View, cast: Cast, token: number): boolean {
  return [token, ...view.syntax.children[token]!].some(
    (each) => cast.at(each, ['Person', 'Organization', 'Group', 'Place']) !== null,
  );
}

/** Acts of words are where their own words say; what news tells besides deeds and harm, where its sentence does. */
function reachOf({ pattern: { kind, trigger } }: Trigger): Reach {
  if (WORDS.has(kind.quad ?? '')) return 'clause';
  return kind.id === 'OTHER' && !HARM.has(trigger.sub ?? '') ? 'sentence' : 'narrative';
}

/** The predicate whose clause a trigger stands in; a noun's own phrase where there is none above it. */
function clauseOf({ syntax, clauseAt }: View, token: number): number {
  let at = token;
  while (at >= 0 && !clauseAt.has(at)) at = syntax.heads[at]!;
  return at < 0 ? token : at;
}
