import { versionOf } from '../../src/document/identity.ts';
import type { Entity, Event, Extraction, Statement, Time } from '../../src/knowledge/extraction.ts';
import { luckOf, zipf } from './luck.ts';
import { actorOf, OUTLETS, placeOf, STANCES, TYPES, wordsOf } from './names.ts';

/** How a made-up corpus is to be. */
export interface Wanted {
  readonly events: number;
  readonly seed?: number;
}

interface Happening {
  readonly type: string;
  readonly lemma: string;
  readonly day: string;
  readonly place: number;
  readonly actor: number;
  readonly recipient: number;
}

const EVENTS_AN_ARTICLE = 5;
const STATEMENTS_AN_ARTICLE = 3;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.parse('2021-01-01');
const rated = { rule: 'generated', confidence: 0.9 };

/**
 * Extractions as news would give them, without reading any: few actors have most events, a story is told by several
 * outlets over some days, some texts are reprinted, some corrected. The same for the same seed.
 */
export function* generatedArticles({ events, seed = 1 }: Wanted): Generator<Extraction> {
  const luck = luckOf(seed);
  const actors = Math.max(50, Math.floor(events / 25));
  const places = Math.max(20, Math.floor(events / 500));
  const days = Math.max(30, Math.min(1000, Math.floor(events / 200)));
  let made = 0;
  let last: Extraction | null = null;
  for (let story = 0; made < events; story++) {
    const start = Math.floor((story * EVENTS_AN_ARTICLE * 2 * days) / events) % days;
    const core = happening(luck, actors, places, start);
    const tellings = 1 + zipf(luck, 8);
    for (let telling = 0; telling < tellings && made < events; telling++) {
      const more = Array.from({ length: EVENTS_AN_ARTICLE - 1 }, () => happening(luck, actors, places, start));
      const id = `https://outlet${zipf(luck, OUTLETS)}.example/${story}/${telling}`;
      if (last && luck() < 0.05) last = reprint(last, id);
      else if (last && luck() < 0.03) last = corrected(last);
      else last = article(id, start + telling, [core, ...more], luck);
      made += last.events.length;
      yield last;
    }
  }
}

function happening(luck: () => number, actors: number, places: number, start: number): Happening {
  const [type, lemma] = TYPES[zipf(luck, TYPES.length)] as [string, string];
  const day = dayOf(start - Math.floor(luck() * 4));
  return { type, lemma, day, place: zipf(luck, places), actor: zipf(luck, actors), recipient: zipf(luck, actors) };
}

function article(id: string, day: number, happenings: readonly Happening[], luck: () => number): Extraction {
  let text = '';
  const put = (words: string) => {
    const start = text.length;
    text += `${words}. `;
    return { start, end: start + words.length };
  };
  const entities = new Map<string, Entity>();
  const entity = (
    key: string,
    name: string,
    type: Entity['type'],
    country: string | null,
    gazetteer: string | null,
  ) => {
    const known = entities.get(key);
    const span = put(name);
    const mention = { ...span, form: 'name' as const };
    if (known) (known.mentions as unknown[]).push(mention);
    else
      entities.set(key, {
        ...{ id: `e${entities.size + 1}`, type, name, aliases: [{ name, ...span }] },
        country: country ? { code: country, start: null, end: null } : null,
        ...{ gazetteer, mentions: [mention], ...rated },
      });
    return { entity: (entities.get(key) as Entity).id, ...span };
  };
  const actor = (n: number) => entity(`a${n}`, actorOf(n), n % 3 === 0 ? 'Organization' : 'Person', null, null);
  const place = (n: number) =>
    entity(`p${n}`, placeOf(n), 'Place', COUNTRIES[n % COUNTRIES.length] as string, `geonames:${n + 1}`);
  const times: Time[] = [];
  const timeOf = (on: string) => {
    const id = `t${times.length + 1}`;
    times.push({
      ...{ id, ...put(on), type: 'DATE', value: on, edtf: on, earliest: on, latest: on, basis: 'explicit', ...rated },
    });
    return id;
  };
  const statements = happenings.slice(0, STATEMENTS_AN_ARTICLE).map((of, at): Statement => {
    const speaker = actor(of.actor);
    const target = actor(of.recipient);
    return {
      ...{
        id: `s${at + 1}`,
        kind: 'direct',
        speaker: speaker.entity,
        source: { start: speaker.start, end: speaker.end },
      },
      cue: { ...put('said'), lemma: 'say', class: 'state' },
      content: [put(wordsOf(luck, 12))],
      ...{ audience: [], setting: null, within: null, saidAt: null },
      about: [
        {
          target: target.entity,
          stance: STANCES[Math.floor(luck() * 3)] as 'neutral',
          denied: false,
          start: target.start,
          end: target.end,
        },
      ],
      ...rated,
    };
  });
  const events = happenings.map((of, at): Event => {
    const trigger = put(of.lemma);
    const where = place(of.place);
    const said = at > 0 && at < STATEMENTS_AN_ARTICLE ? `s${at + 1}` : null;
    return {
      ...{
        id: `v${at + 1}`,
        type: of.type,
        lemma: of.lemma,
        mode: null,
        contexts: [],
        plover: of.type,
        trigger,
        mentions: [trigger],
        ...trigger,
      },
      ...{ time: timeOf(of.day), timeBasis: 'clause', place: where.entity, placeBasis: 'clause' },
      placeSpan: { start: where.start, end: where.end },
      participants: [
        { ...actor(of.actor), role: 'actor', quantity: null },
        { ...actor(of.recipient), role: 'recipient', quantity: null },
      ],
      ...{ modality: 'actual', vouchers: [{ statement: said, modality: 'actual' }], speechAct: null, ...rated },
    };
  });
  put(wordsOf(luck, 60));
  return complete(id, `Outlet ${id.split('.')[0]?.slice(14)}`, `${dayOf(day)}T08:00:00Z`, null, text, {
    ...{ entities: [...entities.values()], times, statements, events },
  });
}

type Parts = Pick<Extraction, 'entities' | 'times' | 'statements' | 'events'>;

function complete(
  id: string,
  source: string,
  publishedAt: string,
  modifiedAt: string | null,
  text: string,
  parts: Parts,
): Extraction {
  return {
    release: '0.0.0',
    article: {
      ...{
        id,
        version: versionOf({ text, title: null, source, publishedAt, modifiedAt }),
        title: null,
        url: id,
        source,
      },
      ...{ author: null, publishedAt, modifiedAt, language: 'en', text, dateline: null, notes: [] },
      segments: [{ kind: 'paragraph', start: 0, end: text.length }],
    },
    ...parts,
    ...{ links: [], relations: [] },
  };
}

function reprint({ article: { publishedAt, text }, ...parts }: Extraction, id: string): Extraction {
  return complete(id, `Outlet ${id.split('.')[0]?.slice(14)}`, publishedAt, null, text, parts);
}

/** A newer version of the same article, with one event less. */
function corrected({ article: { id, source, publishedAt, text }, ...parts }: Extraction): Extraction {
  const modifiedAt = new Date(Date.parse(publishedAt) + DAY_MS / 2).toISOString().replace('.000Z', 'Z');
  return complete(id, source as string, publishedAt, modifiedAt, `${text}Corrected.`, {
    ...parts,
    events: parts.events.slice(0, -1),
  });
}

function dayOf(day: number): string {
  return new Date(FIRST_DAY + Math.max(0, day) * DAY_MS).toISOString().slice(0, 10);
}

const COUNTRIES = ['KAZ', 'AUT', 'DEU', 'FRA', 'BRA', 'KEN', 'IND', 'JPN'];
