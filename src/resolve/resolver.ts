import { hash } from 'node:crypto';
import type { Resolver, Signature } from '../knowledge/appearance.ts';
import { compareText } from '../knowledge/order.ts';
import { clustersOf } from './cluster.ts';
import { calledScore, entityAppearances, entityKeys, entityScore } from './entities.ts';
import { dayMark, eventAppearances, eventKeys, eventScore, isAnchor } from './events.ts';
import { storyOf } from './story.ts';
import { textAppearances, textKeys, textScore } from './texts.ts';
import { utteranceAppearances, utteranceKeys, utteranceScore } from './utterances.ts';
import { type Words, wordingOf } from './wording.ts';

/** Who is who across articles: by names, days, places and parties. Pure; reads two signatures, never the graph. */
export function resolverOf(words: Words): Resolver {
  const wording = wordingOf(words);
  return {
    appearancesOf(extraction) {
      const story = storyOf(extraction);
      return [
        ...entityAppearances(extraction, story, wording),
        ...eventAppearances(extraction, story, wording),
        ...utteranceAppearances(extraction),
        ...textAppearances(extraction),
      ];
    },
    signatureId: (signature, json = JSON.stringify(signature)) =>
      `${neighbourhood(signature)}${hash('sha256', json, 'base64url')}`.slice(0, 22),
    keysOf,
    clusters: (anchors, keys) => clustersOf(anchors, keys, score),
    attach: (signature, anchors, called) =>
      byLastName(signature, called) ??
      first([...anchors].map(([id, anchor]) => [id, attachScore(signature, anchor)]))?.[0] ??
      null,
  };
}

/** The likeliest, of equals the first by id; those at 0 or less are not. */
function first(
  scored: readonly (readonly [id: string, score: number])[],
): readonly [id: string, score: number] | undefined {
  return scored.filter(([, score]) => score > 0).sort(([a, x], [b, y]) => y - x || compareText(a, b))[0];
}

/** Of those with this last name the one of whom articles on the same story tell most; nobody where two are as likely. */
function byLastName(
  one: Signature,
  called: readonly (readonly [id: string, anchor: Signature, about: string])[],
): string | null {
  if (one.kind !== 'entity') return null;
  const totals = new Map<string, number>();
  for (const [id, , about] of called) totals.set(id, (totals.get(id) ?? 0) + calledScore(one, about));
  const best = first([...totals]);
  if (!best) return null;
  const [id, most] = best;
  const anchors = new Map(called.map(([other, anchor]) => [other, anchor]));
  const rivals = [...totals].filter(([other, total]) => other !== id && total === most);
  const isOne = rivals.every(([other]) => score(anchors.get(id)!, anchors.get(other)!) > 0);
  return isOne ? id : null;
}

/**
 * What the id of a signature begins with: the day of an event, the speaker of an utterance. What comes in together then
 * lies together in every index, and a store of millions writes few pages for it.
 */
function neighbourhood(signature: Signature): string {
  if (signature.kind === 'event') return dayMark(signature.earliest);
  return signature.kind === 'utterance' ? hash('sha256', signature.speakers.join(), 'base64url').slice(0, 4) : '';
}

function keysOf(signature: Signature): readonly string[] {
  switch (signature.kind) {
    case 'entity':
      return entityKeys(signature);
    case 'event':
      return isAnchor(signature) ? eventKeys(signature) : [];
    case 'text':
      return textKeys(signature);
    case 'utterance':
      return utteranceKeys(signature);
  }
}

/** How surely two are one: above 0 they may be joined, below nothing may join them. */
function score(a: Signature, b: Signature): number {
  if (a.kind === 'entity' && b.kind === 'entity') return entityScore(a, b);
  if (a.kind === 'event' && b.kind === 'event') return eventScore(a, b);
  if (a.kind === 'text' && b.kind === 'text') return textScore(a, b);
  return a.kind === 'utterance' && b.kind === 'utterance' ? utteranceScore(a, b) : -1;
}

/** A person or group of one word joins the place or body of that name; an event whose day is vague an anchor within it. */
function attachScore(one: Signature, anchor: Signature): number {
  if (one.kind === 'event') return score(one, anchor);
  return anchor.kind === 'entity' && anchor.type !== 'Person' ? 1 : -1;
}
