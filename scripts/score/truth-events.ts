import type { Extraction } from '../../src/app.ts';
import { type DemoReading, demoTruth } from './demo-readings.ts';
import { type Claimed, reliability } from './reliability.ts';
import type { Figures } from './token-scores.ts';
import { bare, isHeadline, type Misses, placeOf, type Quote, type Truth } from './truth-scores.ts';

type Event = Extraction['events'][number];

interface EventTruth extends Truth {
  readonly events: readonly GoldEvent[];
  readonly relations: readonly { readonly type: string; readonly from: string; readonly to: string }[];
}

interface GoldEvent {
  readonly id: string;
  readonly type: string;
  readonly day?: { readonly earliest: string | null; readonly latest: string | null } | null;
  readonly place?: string | null;
  readonly actors?: readonly string[];
  readonly recipients?: readonly string[];
  readonly standing: string;
  readonly tellings: readonly {
    readonly article: string;
    readonly words: Quote;
    readonly trigger: Quote;
    readonly modality: string;
    readonly voucher: string;
  }[];
}

/** What an event must have right beside its trigger; each figure asks for all before it too. */
const RIGHT = ['type', 'participant', 'standing', 'place', 'day'] as const;

/** What follows the words that name somebody. */
const CLAUSE = /(?:,| (?:who|which|that|in which|where|whose|among)) .*$/;

/** One of our events where the truth tells of one, and what of it is right. */
interface Pair {
  readonly event: Event;
  /** What we say of it, to be read beside a miss. */
  readonly words: string;
  readonly hasParticipant: boolean;
  readonly isPlaced: boolean | null;
  readonly isTimed: boolean | null;
}

/**
 * Events of the demo articles against seeds/truth.yaml. An event of the truth is found where one of ours of its kind has the trigger
 * of a telling among its mentions; of those together, one right participant, the standing that follows from their vouchers, and
 * the place and day, which are wrong only where all that have one have another. Precision asks of each of ours for kind and
 * trigger; `told` counts telling by telling.
 */
export function truthEvents(
  readings: readonly DemoReading[],
  misses: Misses = { missed: [], spurious: [] },
  claims: Claimed[] = [],
): Figures {
  const truth = demoTruth<EventTruth>();
  const pairs = new Map<GoldEvent, Pair[]>(truth.events.map((event) => [event, []]));
  let [told, hit, right, given] = [0, 0, 0, 0];
  for (const { key, extraction } of readings) {
    const { text } = extraction.article;
    const matched = new Set<string>();
    for (const gold of truth.events)
      for (const { words: clause, trigger } of gold.tellings.filter(({ article }) => article === key)) {
        told++;
        const words = placeOf(text, clause);
        const quote = typeof trigger === 'string' ? trigger : trigger.words;
        const start = text.indexOf(quote, words.start);
        const here = extraction.events.filter(({ mentions }) =>
          mentions.some((span) => span.start < start + quote.length && start < span.end),
        );
        const event = here.find(({ type }) => type === gold.type);
        if (!event) {
          const given = here.map(({ type }) => type).join();
          misses.missed.push(`${key} ${gold.type} read (${given}): ${text.slice(words.start, words.end)} [${quote}]`);
          continue;
        }
        hit++;
        matched.add(event.id);
        pairs.get(gold)!.push(pairOf(extraction, event, gold, truth));
      }
    for (const event of extraction.events) {
      if (isHeadline(extraction, event.trigger)) continue;
      given++;
      claims.push([event.confidence, matched.has(event.id), event.rule, event.type]);
      if (matched.has(event.id)) right++;
      else misses.spurious.push(`${key} ${event.type}: ${text.slice(event.start, event.end)} [${event.lemma}]`);
    }
  }
  console.log(reliability('demo.events', claims));
  const found = new Map<string, number>(RIGHT.map((each) => [each, 0]));
  for (const [gold, of] of pairs) {
    const checks = checksOf(gold, of);
    for (const [at, each] of RIGHT.entries()) {
      if (!checks.slice(0, at + 1).every(Boolean)) break;
      found.set(each, found.get(each)! + 1);
    }
    const failed = RIGHT.filter((_, at) => !checks[at]);
    if (failed.length > 0)
      misses.missed.push(
        `${gold.id} ${gold.type} (${gold.standing}) wrong: ${failed}${of.map(({ words }) => `\n    ${words}`).join('')}`,
      );
  }
  return new Map([
    ...RIGHT.map((each) => [`demo.events-${each}-recall`, (100 * found.get(each)!) / truth.events.length] as const),
    ['demo.events-told-recall', (100 * hit) / told],
    ['demo.events-precision', (100 * right) / given],
  ]);
}

function pairOf(extraction: Extraction, event: Event, gold: GoldEvent, truth: EventTruth): Pair {
  const time = extraction.times.find(({ id }) => id === event.time);
  return {
    event,
    words: wordsOf(extraction, event),
    hasParticipant: event.participants.some(({ entity, role }) =>
      [...(gold.actors ?? []), ...(gold.recipients ?? [])].some(
        (id) =>
          isNamed(extraction, entity, id, truth) ||
          (gold[`${role}s`]?.includes(id) && isUnnamed(extraction, entity, id, truth)),
      ),
    ),
    isPlaced: gold.place && event.place !== null ? isThere(extraction, event.place, gold.place, truth) : null,
    isTimed: gold.day && time ? overlaps(time, gold.day) : null,
  };
}

function wordsOf({ article, entities, times }: Extraction, event: Event): string {
  const nameOf = (id: string | null) => entities.find((each) => each.id === id)?.name ?? '-';
  const people = event.participants.map(({ role, entity }) => `${role} ${nameOf(entity)}`).join(', ');
  const voices = event.vouchers
    .map(({ statement, modality }) => `${modality} by ${statement ?? 'narrator'}`)
    .join(', ');
  const time = times.find(({ id }) => id === event.time);
  const where = `at ${nameOf(event.place)} (${event.placeBasis}) on ${time?.edtf ?? '-'} (${event.timeBasis})`;
  const words = event.mentions.map(({ start, end }) => article.text.slice(start, end)).join('|');
  return `[${words}] ${people}; ${voices}; ${where}: ${article.text.slice(event.start, event.end)}`;
}

function checksOf(gold: GoldEvent, found: readonly Pair[]): boolean[] {
  if (found.length === 0) return RIGHT.map(() => false);
  const people = [...(gold.actors ?? []), ...(gold.recipients ?? [])];
  const agrees = (values: readonly (boolean | null)[]) => values.includes(true) || !values.includes(false);
  return [
    true,
    people.length === 0 || found.some(({ hasParticipant }) => hasParticipant),
    standingOf(found.flatMap(({ event }) => event.vouchers)) === gold.standing,
    agrees(found.map(({ isPlaced }) => isPlaced)),
    agrees(found.map(({ isTimed }) => isTimed)),
  ];
}

/** The first that applies of: DISPUTED, NARRATED, CLAIMED, DENIED, PLANNED. */
function standingOf(vouchers: Event['vouchers']): string {
  const happened = vouchers.filter(({ modality }) => modality === 'actual' || modality === 'ongoing');
  const denied = vouchers.some(({ modality }) => modality === 'negated');
  if (happened.length > 0 && denied) return 'DISPUTED';
  if (happened.some(({ statement }) => statement === null)) return 'NARRATED';
  if (happened.length > 0) return 'CLAIMED';
  return denied ? 'DENIED' : 'PLANNED';
}

function isNamed({ article, entities }: Extraction, entity: string, id: string, { actors }: Truth): boolean {
  const actor = actors.find((each) => each.id === id);
  if (!actor) return false;
  const names = new Set([actor.name, ...(actor.aliases ?? []), ...(actor.descriptions ?? [])].map(bare));
  return (
    entities
      .find((each) => each.id === entity)
      ?.mentions.some(({ start, end }) => {
        const words = bare(article.text.slice(start, end));
        return names.has(words) || names.has(words.replace(CLAUSE, ''));
      }) ?? false
  );
}

/** Whether a place is the one of the truth, or the town or country that has it: less is said then, and nothing wrong. */
function isThere(extraction: Extraction, entity: string, id: string, truth: EventTruth): boolean {
  const town = truth.relations.find(({ type, from }) => type === 'PART_OF' && from === id)?.to;
  const country = truth.actors.find((each) => each.id === id)?.country;
  return [id, town, country].some((each) => !!each && isNamed(extraction, entity, each, truth));
}

/** Whether an actor whom the truth has no name for is one without a name: the words of such differ from telling to telling. */
function isUnnamed({ entities }: Extraction, entity: string, id: string, { actors }: Truth): boolean {
  const isGroup = actors.find((each) => each.id === id)?.type === 'Group';
  const { type, aliases } = entities.find((each) => each.id === entity)!;
  return isGroup && type === 'Group' && aliases.length === 0;
}

function overlaps(
  one: { readonly earliest: string | null; readonly latest: string | null },
  other: { readonly earliest: string | null; readonly latest: string | null },
): boolean {
  return (one.earliest ?? '') <= (other.latest ?? '9') && (other.earliest ?? '') <= (one.latest ?? '9');
}
