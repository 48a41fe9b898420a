import { createHash } from 'node:crypto';
import type { Appearance, EntitySignature, EventSignature, Resolver, Signature } from '../knowledge/appearance.ts';
import type { Extraction } from '../knowledge/extraction.ts';

const none = { same: [], different: [], named: null, pin: null };

/** Names and gazetteer ids alone decide; events are one by type, day, place. */
export const resolver: Resolver = {
  appearancesOf(extraction: Extraction): Appearance[] {
    const norm = (s: string) => s.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
    const entities = extraction.entities.map((e): Appearance => {
      const names = [...new Set(e.aliases.map((a) => norm(a.name)))].sort();
      const signature: EntitySignature = {
        kind: 'entity',
        type: e.type,
        names,
        country: e.country?.code ?? null,
        gazetteer: e.gazetteer,
        offices: [],
        ...none,
      };
      const full = names.filter((n) => e.type !== 'Person' || n.includes(' '));
      const keys = e.gazetteer ? [e.gazetteer] : e.type === 'Group' ? [] : full.map((n) => `${e.type} ${n}`);
      return { local: e.id, signature, keys, reach: [] };
    });
    const events = extraction.events.map((v): Appearance => {
      const time = extraction.times.find((t) => t.id === v.time);
      const place = extraction.entities.find((e) => e.id === v.place);
      const placeKey = place ? (place.gazetteer ?? norm(place.name)) : null;
      const signature: EventSignature = {
        kind: 'event',
        type: v.type,
        lemma: v.lemma,
        mode: v.mode,
        earliest: time?.earliest ?? null,
        latest: time?.latest ?? null,
        places: placeKey ? [placeKey] : [],
        actors: [],
        ...none,
      };
      const key =
        time?.earliest && time.earliest === time.latest && placeKey && v.type !== 'OTHER'
          ? [`${v.type} ${time.earliest} ${placeKey}`]
          : [];
      return { local: v.id, signature, keys: key, reach: [] };
    });
    return [...entities, ...events];
  },
  signatureId: (s) => createHash('sha256').update(JSON.stringify(s)).digest('base64url').slice(0, 22),
  clusters(anchors) {
    const parent = new Map<string, string>();
    const root = (x: string): string => ((parent.get(x) ?? x) === x ? x : root(parent.get(x) as string));
    const ids = [...anchors.keys()].sort();
    const keysOf = (s: Signature) =>
      s.kind === 'entity'
        ? s.gazetteer
          ? [s.gazetteer]
          : s.names.filter((n) => s.type !== 'Person' || n.includes(' ')).map((n) => `${s.type} ${n}`)
        : [`${s.type} ${s.earliest} ${s.places[0]}`];
    const by = new Map<string, string>();
    for (const id of ids) {
      const s = anchors.get(id) as Signature;
      for (const k of [...keysOf(s), ...s.same]) {
        const o = by.get(k);
        if (o && ![...s.different].some((d) => anchors.get(o)?.different.includes(d))) parent.set(root(id), root(o));
        else by.set(k, id);
      }
    }
    const groups = new Map<string, string[]>();
    for (const id of ids) groups.set(root(id), [...(groups.get(root(id)) ?? []), id]);
    return [...groups.values()];
  },
  attach: () => null,
};
