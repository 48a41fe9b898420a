import type { Entity, Event, Extraction, Relation, Statement, Time } from '../../src/knowledge/extraction.ts';
import { anExtraction } from './an-extraction.ts';

type Name = string;

/** What an article of a test says, by names; its text is made of the words that are used. */
export interface Story {
  readonly id: string;
  readonly title?: string;
  readonly source?: string;
  readonly publishedAt?: string;
  readonly modifiedAt?: string;
  readonly release?: string;
  /** Words that make one text differ from another. */
  readonly text?: string;
  readonly entities?: readonly (readonly [
    Entity['type'],
    Name,
    { country?: string; gazetteer?: string; alias?: string; unnamed?: true }?,
  ])[];
  readonly events?: readonly {
    readonly type: string;
    readonly trigger: string;
    readonly on?: string;
    readonly to?: string;
    readonly at?: Name;
    readonly by?: readonly Name[];
    readonly against?: readonly Name[];
    readonly least?: number;
    readonly modality?: Event['modality'];
    /** Index of the statement that vouches for it; the narrator does where there is none. */
    readonly said?: number;
    readonly mode?: string;
  }[];
  readonly statements?: readonly {
    readonly by: Name | null;
    readonly words: string;
    readonly about?: readonly (readonly [Name, Statement['about'][number]['stance'], 'denied'?])[];
    readonly to?: Name;
    readonly on?: string;
    readonly kind?: Statement['kind'];
    readonly cue?: string;
  }[];
  readonly relations?: readonly (readonly [string, Name, Name | null, string?, { from?: string; to?: string }?])[];
  readonly links?: readonly (readonly [Extraction['links'][number]['type'], number, number])[];
}

const rated = { rule: 'test', confidence: 0.9 };

/** The extraction of such an article. Every span lies in its text. */
export function aStory(story: Story): Extraction {
  let text = `${story.text ?? ''}${story.text ? ' ' : ''}`;
  const put = (words: string) => {
    const start = text.length;
    text += `${words}. `;
    return { start, end: start + words.length };
  };
  const entities = (story.entities ?? []).map(([type, name, given = {}], at): Entity => {
    const span = put(name);
    const other = given.alias ? [{ name: given.alias, ...put(given.alias) }] : [];
    return {
      id: `e${at + 1}`,
      type,
      name,
      aliases: given.unnamed ? [] : [{ name, ...span }, ...other],
      country: given.country ? { code: given.country, start: null, end: null } : null,
      gazetteer: given.gazetteer ?? null,
      mentions: [span, ...other].map(({ start, end }) => ({ start, end, form: given.unnamed ? 'nominal' : 'name' })),
      ...rated,
    };
  });
  const idOf = (name: Name) => {
    const found = entities.find((entity) => entity.name === name);
    if (!found) throw new Error(`the story has no ${name}`);
    return found.id;
  };
  const times: Time[] = [];
  const timeOf = (on: string | undefined, to = on) => {
    if (!on || !to) return null;
    const span = put(on);
    const edtf = on === to ? on : `${on}/${to}`;
    const id = `t${times.length + 1}`;
    times.push({ id, ...span, type: 'DATE', value: on, edtf, earliest: on, latest: to, basis: 'explicit', ...rated });
    return id;
  };
  const statements = (story.statements ?? []).map((given, at): Statement => {
    const cue = given.cue ?? 'say';
    return {
      id: `s${at + 1}`,
      kind: given.kind ?? 'direct',
      speaker: given.by && idOf(given.by),
      source: given.by ? put(given.by) : null,
      cue: { ...put(cue), lemma: cue, class: 'state' },
      content: [put(given.words)],
      audience: given.to ? [{ entity: idOf(given.to), ...put(given.to) }] : [],
      setting: null,
      within: null,
      about: (given.about ?? []).map(([name, stance, denied]) => ({
        target: idOf(name),
        stance,
        denied: denied !== undefined,
        ...put(name),
      })),
      saidAt: timeOf(given.on),
      ...rated,
    };
  });
  const events = (story.events ?? []).map((given, at): Event => {
    const trigger = put(given.trigger);
    const modality = given.modality ?? 'actual';
    const part = (role: 'actor' | 'recipient') => (name: Name) => ({
      entity: idOf(name),
      role,
      quantity: given.least && role === 'actor' ? { min: given.least, max: null } : null,
      ...put(name),
    });
    const time = timeOf(given.on, given.to);
    return {
      id: `v${at + 1}`,
      type: given.type,
      lemma: given.trigger,
      mode: given.mode ?? null,
      contexts: [],
      plover: given.type === 'OTHER' ? null : given.type,
      trigger,
      mentions: [trigger],
      ...trigger,
      time,
      timeBasis: time ? 'clause' : null,
      place: given.at ? idOf(given.at) : null,
      placeSpan: given.at ? put(given.at) : null,
      placeBasis: given.at ? 'clause' : null,
      participants: [...(given.by ?? []).map(part('actor')), ...(given.against ?? []).map(part('recipient'))],
      modality,
      vouchers: [{ statement: given.said === undefined ? null : `s${given.said + 1}`, modality }],
      speechAct: null,
      ...rated,
    };
  });
  const links = (story.links ?? []).map(([type, from, to]) => ({
    type,
    from: `v${from + 1}`,
    to: `v${to + 1}`,
    negated: false,
    statement: null,
    ...put(type),
    ...rated,
  }));
  const relations = (story.relations ?? []).map(
    ([type, from, to, label, valid]): Relation => ({
      type,
      from: idOf(from),
      to: to && idOf(to),
      label: label ?? null,
      validFrom: valid?.from ?? null,
      validTo: valid?.to ?? null,
      negated: false,
      ...put(`${from} ${type}`),
      statement: null,
      ...rated,
    }),
  );
  const { id, title, source, publishedAt, modifiedAt } = story;
  const article = {
    id,
    text,
    ...(title && { title }),
    ...(source && { source }),
    ...(publishedAt && { publishedAt }),
    ...(modifiedAt && { modifiedAt }),
  };
  const extraction = anExtraction(article);
  const release = story.release ?? extraction.release;
  return { ...extraction, release, entities, times, statements, events, links, relations };
}
