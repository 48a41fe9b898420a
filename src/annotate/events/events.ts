import type { EntityMention, EventLayer } from '../../document/layers.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { step } from '../step.ts';
import { contextIndex, contextsOf } from './contexts-of.ts';
import { kept } from './kept.ts';
import { type Found, merged } from './merged.ts';
import { modalityOf } from './modality.ts';
import { participants } from './participants.ts';
import { lastPlaceOf, placeOf } from './place-of.ts';
import { ploverOf, modalityOf as put } from './plover-of.ts';
import { withSpeech } from './speech-acts.ts';
import { timeOf, timesOf } from './time-of.ts';
import { triggerIndex } from './trigger-index.ts';
import { type Trigger, triggers } from './triggers.ts';
import { type View, viewOf } from './view.ts';

/** Quad classes of what is only said: it is where its own words say, not where the story is. */
const WORDS = new Set(['VERBAL_COOPERATION', 'VERBAL_CONFLICT']);

/** What happened, is planned or is said to have happened: who, to whom, where, when, and who vouches for it. */
export function events({ events: kinds, contextWords }: Pick<Vocabulary, 'events' | 'contextWords'>) {
  const index = triggerIndex(kinds);
  const contexts = contextIndex(contextWords);
  return step({
    name: 'events',
    needs: ['tokens', 'reading', 'syntax', 'story', 'quotations', 'coreference', 'statements', 'times'],
    gives: 'events',
    run({ text }, layers): EventLayer {
      const view = viewOf(text, layers);
      const told = merged(view, readings(view, kept(view, triggers(view, index))).filter(isSomebodys));
      return {
        events: told.map(({ token, standing, isOpen, ...event }) => ({
          ...event,
          contexts: contextsOf(view, contexts, event.mentions),
          modality: put(event.vouchers),
          plover: ploverOf(kinds.get(event.type)!, event.vouchers),
        })),
      };
    },
  });
}

/** A verb that needs a doer and names nobody at all is another sense of the word: "the phone takes an hour to charge". */
function isSomebodys({ standing, participants: people, isOpen }: Found): boolean {
  return standing === 'noun' || isOpen || people.length > 0;
}

function readings(view: View, found: readonly Trigger[]): Found[] {
  let sentence = -1;
  let segment = -1;
  let [place, time]: [EntityMention | null, number | null] = [null, null];
  return found.map((trigger) => {
    for (const at = view.sentenceOf[trigger.token]!; sentence < at; ) {
      if (sentence >= 0) {
        place = lastPlaceOf(view, sentence) ?? place;
        time = timesOf(view, sentence).at(-1) ?? time;
      }
      sentence++;
      // Each paragraph says anew when and where it is.
      if (view.sentences[sentence]!.segment !== segment) {
        time = null;
        place = null;
      }
      segment = view.sentences[sentence]!.segment;
    }
    return readingOf(view, trigger, place, time);
  });
}

function readingOf(view: View, trigger: Trigger, place: EntityMention | null, time: number | null): Found {
  const { token, pattern, words } = trigger;
  const { kind, trigger: entry } = pattern;
  const [first, last] = [words[0]!, words.at(-1)!];
  const span = { start: view.tokens[first]!.start, end: view.tokens[last]!.end };
  const extent = view.syntax.extents[clauseOf(view, token)]!;
  const said = view.saidIn[token]!;
  return withSpeech(view, {
    token,
    standing: entry.pos === 'VERB' ? 'verb' : 'noun',
    isOpen: !kind.roles.actor.required || words.length > 1,
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
    ...timeOf(view, token, time),
    ...placeOf(view, token, WORDS.has(kind.quad ?? '') ? 'clause' : 'narrative', place),
    participants: participants(view, trigger),
    vouchers: [{ statement: said < 0 ? null : said, modality: modalityOf(view, token) }],
    speechAct: null,
    rule: words.length > 1 ? 'trigger-phrase' : entry.with ? 'trigger-in-company' : 'trigger',
    confidence: words.length > 1 ? 0.85 : entry.with ? 0.75 : 0.7,
  });
}

/** The predicate whose clause a trigger stands in; a noun's own phrase where there is none above it. */
function clauseOf({ syntax, clauseAt }: View, token: number): number {
  let at = token;
  while (at >= 0 && !clauseAt.has(at)) at = syntax.heads[at]!;
  return at < 0 ? token : at;
}
