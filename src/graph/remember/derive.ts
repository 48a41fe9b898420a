import type { Called, Resolver, Signature } from '../../knowledge/appearance.ts';
import type { Decision } from '../../knowledge/decision.ts';
import type { Extraction } from '../../knowledge/extraction.ts';
import { nodeId, TEXT } from '../../knowledge/node-id.ts';
import type { Tables } from '../../knowledge/rows.ts';
import type { Telling } from '../../knowledge/views.ts';
import { foundUnder } from '../search-words.ts';
import { storedTelling } from '../stored-telling.ts';
import { claimsOf } from './claims-of.ts';
import { decided, pinned } from './decided.ts';
import { docId } from './doc-id.ts';
import { relationsOf } from './relations-of.ts';
import { signatureJson } from './signature-json.ts';
import { statementsOf } from './statements-of.ts';
import { tellingsOf } from './tellings-of.ts';

/** A signature, where it is found, and the name it is shown by until its entity has another. */
export interface Signed {
  readonly id: string;
  readonly signature: Signature;
  readonly kind: string;
  readonly keys: readonly string[];
  readonly reach: readonly string[];
  readonly called: Called | null;
  readonly name: string;
  /** What its row keeps as JSON (`SignatureJson`). */
  readonly json: string;
}

/** What a version has under a local id, with what its row says. */
export interface Appeared {
  readonly row: Tables['appearance'];
  readonly name: string;
  /** Of an event only. */
  readonly telling: Telling | null;
}

/** One version of one article, and which rows follow from it and from decisions about it alone. */
export interface Derived {
  readonly article: string;
  readonly doc: string;
  /** Whether it is the current version. */
  readonly live: boolean;
  readonly signed: readonly Signed[];
  readonly appeared: readonly Appeared[];
  readonly statement: Tables['statement'][];
  readonly said: Tables['said'][];
  /** Who speaks about whom, with which stance; by signature. */
  readonly stances: readonly (readonly [speaker: string, target: string, stance: string])[];
  readonly called: Tables['called'][];
  readonly titled: Tables['titled'][];
  readonly relation: Tables['relation'][];
  readonly related: Tables['related'][];
  readonly claim: Tables['claim'][];
}

/** What every part of the derivation is given. */
export interface Deriving {
  readonly extraction: Extraction;
  readonly doc: string;
  readonly live: number;
  /** Instant of publication, in milliseconds. */
  readonly ms: number;
  /** The signature of a local id. */
  signatureOf(local: string): string;
  /** The graph's id of a local id. */
  idOf(local: string): string;
}

/** Derives the rows of a version. Pure: the same version and decisions give the same rows. */
export function derive(given: Extraction, live: boolean, decisions: readonly Decision[], resolver: Resolver): Derived {
  const extraction = decided(given, decisions);
  const { id, version, publishedAt } = extraction.article;
  const idOf = (local: string) => nodeId(id, version, local);
  const pin = pinned(extraction, decisions);
  const names = new Map(extraction.entities.map((entity) => [entity.id, entity.name]));
  const signed = new Map<string, Signed>();
  const lemmas = new Map(extraction.events.map((event) => [event.id, event.lemma]));
  for (const unpinned of resolver.appearancesOf(extraction)) {
    const { local, signature, keys, reach, called } = pin(unpinned);
    const isAlone = keys.length === 0 && reach.length === 0;
    const name = names.get(local) ?? lemmas.get(local) ?? '';
    const text = JSON.stringify(signature);
    const signatureId = isAlone ? idOf(local) : resolver.signatureId(signature, text);
    const json = signatureJson(text, reach);
    signed.set(local, { id: signatureId, signature, kind: signature.kind, keys, reach, called, name, json });
  }
  const deriving: Deriving = {
    extraction,
    doc: docId(id, version),
    live: live ? 1 : 0,
    ms: Date.parse(publishedAt),
    idOf,
    signatureOf: (local) => signed.get(local)?.id ?? idOf(local),
  };
  const tellings = tellingsOf(deriving);
  const entities = new Set([...signed.values()].flatMap(({ id, kind }) => (kind === 'entity' ? id : [])));
  const events = extraction.events.map((event) => event.id);
  const appeared = [...signed].map(([local, { id: signature, kind, name }]): Appeared => {
    const telling = tellings.get(local) ?? null;
    const json = telling ? storedTelling(telling) : JSON.stringify(local === TEXT ? { events } : { name });
    const row = {
      id: idOf(local),
      doc: deriving.doc,
      local,
      kind,
      signature,
      live: deriving.live,
      ms: deriving.ms,
      json,
    };
    return { row, name, telling };
  });
  return {
    article: id,
    doc: deriving.doc,
    live,
    signed: [...new Map([...signed.values()].map((entry) => [entry.id, entry])).values()],
    appeared,
    ...statementsOf(deriving, (target) => entities.has(target)),
    called: live ? calledOf([...signed.values()], deriving.doc) : [],
    titled: live ? titledOf(extraction, deriving.doc) : [],
    ...relationsOf(deriving),
    claim: claimsOf(deriving),
  };
}

function calledOf(signed: readonly Signed[], doc: string): Tables['called'][] {
  const rows = signed.flatMap(({ id: signature, called }) => (called ? [{ doc, signature, ...called }] : []));
  return [...new Map(rows.map((row) => [`${row.key} ${row.signature}`, row])).values()];
}

function titledOf({ article: { title, publishedAt } }: Extraction, doc: string): Tables['titled'][] {
  return foundUnder(title ?? '').map((word) => ({ word, day: publishedAt.slice(0, 10), doc }));
}
