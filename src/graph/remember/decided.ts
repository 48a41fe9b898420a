import type { Appearance } from '../../knowledge/appearance.ts';
import type { Decision, Subject } from '../../knowledge/decision.ts';
import type { Event, Extraction } from '../../knowledge/extraction.ts';

/** An extraction as curators corrected it: what they withdrew is gone, values they gave stand in for what was read. */
export function decided(extraction: Extraction, decisions: readonly Decision[]): Extraction {
  return decisions.reduce((known, { act }) => {
    if (act.kind === 'withdraw') return without(known, localOf(known, act.subject));
    if (act.kind !== 'correct') return known;
    const local = localOf(known, act.subject);
    const event = known.events.find(({ id }) => id === local);
    return event ? corrected(known, event, act.field, act.value) : known;
  }, extraction);
}

/** An appearance with what was decided about its identity and name. */
export function pinned(extraction: Extraction, decisions: readonly Decision[]): (given: Appearance) => Appearance {
  if (decisions.length === 0) return (given) => given;
  const same = new Map<string, string[]>();
  const different = new Map<string, string[]>();
  const named = new Map<string, string>();
  const add = (lists: Map<string, string[]>, subject: Subject, id: string) => {
    const local = subject.article === extraction.article.id ? localOf(extraction, subject) : null;
    if (local) lists.set(local, [...new Set([...(lists.get(local) ?? []), id])].sort());
  };
  for (const { id, at, act } of decisions) {
    if (act.kind === 'same' || act.kind === 'different') {
      const lists = act.kind === 'same' ? same : different;
      add(lists, act.a, id);
      add(lists, act.b, id);
    } else if (act.kind === 'rename') {
      const local = localOf(extraction, act.subject);
      const value = `${at} ${id} ${act.name}`;
      if (local && value > (named.get(local) ?? '')) named.set(local, value);
    }
  }
  return (given) => {
    const ids = same.get(given.local) ?? [];
    const others = different.get(given.local) ?? [];
    const isPinned = ids.length > 0 || others.length > 0;
    const signature = {
      ...given.signature,
      same: ids,
      different: others,
      pin: isPinned ? `${extraction.article.id}#${given.local}` : given.signature.pin,
      named: named.get(given.local) ?? null,
    };
    const keys = [...given.keys, ...ids.map((id) => `same:${id}`)];
    return { ...given, signature, keys, reach: keys.length > 0 ? [] : given.reach };
  };
}

/** The appearance whose words a subject names; null where this version has none. */
export function localOf({ article, entities, events }: Extraction, subject: Subject): string | null {
  const start = occurrence(article.text, subject.words, subject.occurrence);
  const isAt = (span: { readonly start: number; readonly end: number }) =>
    span.start === start && span.end === start + subject.words.length;
  const found =
    subject.kind === 'entity'
      ? entities.find(({ mentions }) => mentions.some(isAt))
      : events.find(({ trigger, mentions }) => isAt(trigger) || mentions.some(isAt));
  return found?.id ?? null;
}

function occurrence(text: string, words: string, count: number): number {
  let at = -1;
  for (let n = 0; n <= count; n++) {
    at = text.indexOf(words, at + 1);
    if (at < 0) return -1;
  }
  return at;
}

function without(extraction: Extraction, local: string | null): Extraction {
  if (local === null) return extraction;
  return {
    ...extraction,
    events: extraction.events
      .filter(({ id }) => id !== local)
      .map((event) => ({ ...event, participants: event.participants.filter(({ entity }) => entity !== local) })),
    links: extraction.links.filter(({ from, to }) => from !== local && to !== local),
    statements: extraction.statements.map((statement) => ({
      ...statement,
      about: statement.about.filter(({ target }) => target !== local),
    })),
    relations: extraction.relations.filter(({ from, to }) => from !== local && to !== local),
  };
}

function corrected(extraction: Extraction, event: Event, field: string, value: string | null): Extraction {
  const time = extraction.times.find(({ id }) => id === event.time);
  const events = (change: Partial<Event>) =>
    extraction.events.map((known) => (known.id === event.id ? { ...known, ...change } : known));
  if (field === 'type' && value) return { ...extraction, events: events({ type: value }) };
  if (field === 'mode') return { ...extraction, events: events({ mode: value }) };
  if (field === 'modality' && value) {
    const modality = value as Event['modality'];
    return { ...extraction, events: events({ modality, vouchers: [{ statement: null, modality }] }) };
  }
  if (field !== 'earliest' && field !== 'latest') return extraction;
  const id = `${event.id}:decided`;
  const [earliest, latest] = field === 'earliest' ? [value, time?.latest ?? value] : [time?.earliest ?? value, value];
  const edtf = earliest === latest ? earliest : `${earliest}/${latest}`;
  const given = {
    id,
    start: null,
    end: null,
    type: 'DATE' as const,
    value: earliest ?? '',
    edtf,
    earliest,
    latest,
    basis: 'explicit' as const,
    rule: 'decision',
    confidence: 1,
  };
  const others = extraction.times.filter((known) => known.id !== id);
  return { ...extraction, times: [...others, given], events: events({ time: id }) };
}
