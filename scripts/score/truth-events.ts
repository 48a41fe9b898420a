import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { createApp, drafts, type Extraction, readAll } from '../../src/app.ts';
import { ROOT } from '../../src/config.ts';
import type { Figures } from './token-scores.ts';
import { bare, isHeadline, type Misses, placeOf, type Quote, type Truth } from './truth-scores.ts';

type Event = Extraction['events'][number];

interface EventTruth extends Truth {
  readonly events: readonly {
    readonly id: string;
    readonly type: string;
    readonly day?: { readonly earliest: string | null; readonly latest: string | null } | null;
    readonly place?: string | null;
    readonly actors?: readonly string[];
    readonly recipients?: readonly string[];
    readonly tellings: readonly {
      readonly article: string;
      readonly words: Quote;
      readonly trigger: Quote;
      readonly modality: string;
      readonly voucher: string;
    }[];
  }[];
}

/** What an event must have right beside its trigger; each figure asks for all before it too. */
const RIGHT = ['type', 'participant', 'standing', 'place', 'day'] as const;

/**
 * Events of the demo articles against seeds/truth.yaml, telling by telling: the trigger is among the event's mentions and
 * the kind is right; then one right participant, said or narrated and in which modality, place, and overlapping days.
 * Place and day count as wrong only where the article's event has another one than the truth.
 */
export async function truthEvents(misses: Misses = { missed: [], spurious: [] }): Promise<Figures> {
  const truth = parse(readFileSync(new URL('seeds/truth.yaml', ROOT), 'utf8')) as EventTruth;
  const kit = (await createApp()).readingKit();
  const found = new Map<string, number>(RIGHT.map((each) => [each, 0]));
  let [told, right, given] = [0, 0, 0];
  for (const { file, key } of truth.articles) {
    const place = fileURLToPath(new URL(`seeds/articles/${file}`, ROOT));
    for await (const read of readAll(drafts([place], {}), kit)) {
      if ('error' in read) throw read.error;
      const { extraction } = read;
      const { text } = extraction.article;
      const matched = new Set<string>();
      for (const event of truth.events)
        for (const telling of event.tellings.filter(({ article }) => article === key)) {
          told++;
          const words = placeOf(text, telling.words);
          const quote = typeof telling.trigger === 'string' ? telling.trigger : telling.trigger.words;
          const start = text.indexOf(quote, words.start);
          const here = extraction.events.filter(({ mentions }) =>
            mentions.some((span) => span.start < start + quote.length && start < span.end),
          );
          const best = here.find(({ type }) => type === event.type);
          if (best) matched.add(best.id);
          const checks = best ? checksOf(extraction, best, event, telling, truth) : [];
          for (const [at, each] of RIGHT.entries()) {
            if (!best || !checks.slice(0, at + 1).every(Boolean)) break;
            found.set(each, found.get(each)! + 1);
          }
          const failed = best
            ? RIGHT.filter((_, at) => !checks[at]).join(',')
            : `none (${here.map(({ type }) => type)})`;
          if (failed !== '')
            misses.missed.push(`${key} ${event.type} ${failed}: ${text.slice(words.start, words.end)} [${quote}]`);
        }
      for (const event of extraction.events) {
        if (isHeadline(extraction, event.trigger)) continue;
        given++;
        if (matched.has(event.id)) right++;
        else misses.spurious.push(`${key} ${event.type}: ${text.slice(event.start, event.end)} [${event.lemma}]`);
      }
    }
  }
  return new Map([
    ...RIGHT.map((each) => [`demo.events-${each}-recall`, (100 * found.get(each)!) / told] as const),
    ['demo.events-precision', (100 * right) / given],
  ]);
}

function checksOf(
  extraction: Extraction,
  event: Event,
  gold: EventTruth['events'][number],
  telling: EventTruth['events'][number]['tellings'][number],
  truth: EventTruth,
): boolean[] {
  const people = [...(gold.actors ?? []), ...(gold.recipients ?? [])];
  const time = extraction.times.find(({ id }) => id === event.time);
  return [
    true,
    people.length === 0 ||
      event.participants.some(({ entity }) => people.some((id) => isNamed(extraction, entity, id, truth))),
    event.vouchers.some(
      ({ statement, modality }) =>
        (statement === null) === (telling.voucher === 'narrator') && isAsSure(modality) === isAsSure(telling.modality),
    ),
    !gold.place || event.place === null || isNamed(extraction, event.place, gold.place, truth),
    !gold.day || !time || overlaps(time, gold.day),
  ];
}

/** What a standing is made of: it happened, it did not, it may yet. */
function isAsSure(modality: string): string {
  if (modality === 'actual' || modality === 'ongoing') return 'happened';
  return modality === 'negated' ? 'did not' : 'may';
}

function isNamed({ article, entities }: Extraction, entity: string, id: string, { actors }: Truth): boolean {
  const actor = actors.find((each) => each.id === id);
  if (!actor) return false;
  const names = new Set([actor.name, ...(actor.aliases ?? []), ...(actor.descriptions ?? [])].map(bare));
  return (
    entities
      .find((each) => each.id === entity)
      ?.mentions.some(({ start, end }) => names.has(bare(article.text.slice(start, end)))) ?? false
  );
}

function overlaps(
  one: { readonly earliest: string | null; readonly latest: string | null },
  other: { readonly earliest: string | null; readonly latest: string | null },
): boolean {
  return (one.earliest ?? '') <= (other.latest ?? '9') && (other.earliest ?? '') <= (one.latest ?? '9');
}
