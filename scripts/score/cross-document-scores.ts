import type { Annotate } from '../../src/annotate/pipeline.ts';
import type { Appearance, Signature } from '../../src/knowledge/appearance.ts';
import type { Entity, Event, Extraction } from '../../src/knowledge/extraction.ts';
import { resolver } from '../resolver.ts';
import { type Chains, ConllF1 } from './conll-f1.ts';
import { type EcbDocument, ecbDocuments, type GoldMention } from './ecb-documents.ts';
import type { Figures } from './token-scores.ts';

type Span = Pick<GoldMention['head'], 'start' | 'end'>;

/** The days of all events of a topic, which the scorer is given: ECB+ has no days of publication. */
const DAY = '2000-01-01';

/**
 * Coreference across documents on ECB+: CoNLL F1 with singletons, topic given. With gold mentions, each is what we read
 * there, or else a bare word; beside it, one chain for each lemma. "end-to-end" has our own mentions, known by their heads.
 */
export async function crossDocumentScores(name: string, file: URL, annotate: Annotate): Promise<Figures> {
  const topics = new Map<number, EcbDocument[]>();
  for await (const document of ecbDocuments(file, annotate))
    topics.set(document.topic, [...(topics.get(document.topic) ?? []), document]);
  return crossDocumentFigures(name, [...topics.values()]);
}

/** The figures of documents by topic. */
export function crossDocumentFigures(name: string, topics: readonly (readonly EcbDocument[])[]): Figures {
  const scores = new Map(
    ['events', 'events-same-lemma', 'entities', 'entities-same-lemma', 'events-end-to-end', 'entities-end-to-end'].map(
      (which) => [which, new ConllF1()] as const,
    ),
  );
  for (const documents of topics) {
    const given = new Map(documents.map((document) => [document, withGold(document)]));
    const nodes = nodesOf(documents.map((document) => given.get(document)!.extraction));
    const own = nodesOf(documents.map(({ extraction }) => sameDay(extraction)));
    for (const kind of ['event', 'entity'] as const) {
      const plural = kind === 'event' ? 'events' : 'entities';
      const mentions = documents.flatMap((document) =>
        document.gold
          .filter((each) => each.kind === kind)
          .map((each) => ({ ...each, local: given.get(document)!.localOf(each), document })),
      );
      const gold = chainsBy(mentions, ({ chain }) => chain);
      scores.get(plural)!.add(
        gold,
        chainsBy(mentions, ({ id, local, document }) => nodes.get(keyOf(document.extraction, local)) ?? id),
      );
      scores.get(`${plural}-same-lemma`)!.add(
        gold,
        chainsBy(mentions, ({ lemma }) => lemma),
      );
      const heads = (document: EcbDocument, span: Span) => `${document.extraction.article.id} ${document.headOf(span)}`;
      scores.get(`${plural}-end-to-end`)!.add(
        chainsBy(
          mentions.map((each) => ({ id: heads(each.document, each.head), chain: each.chain })),
          ({ chain }) => chain,
        ),
        chainsBy(
          documents.flatMap((document) =>
            ownMentions(document, kind).map(({ local, head }) => ({
              id: heads(document, head),
              chain: own.get(keyOf(document.extraction, local)) ?? keyOf(document.extraction, local),
            })),
          ),
          ({ chain }) => chain,
        ),
      );
    }
  }
  return new Map([...scores].map(([which, score]) => [`${name}.${which}`, score.f1()]));
}

/** An extraction of the gold mentions: what we read with that head, or else a bare event or entity of its word. */
function withGold({ extraction, gold, headOf }: EcbDocument) {
  const events = new Map<string, Event>();
  const entities = new Map(extraction.entities.map((entity) => [entity.id, entity]));
  const locals = new Map<GoldMention, string>();
  for (const mention of gold) {
    const isRead = ({ mentions }: Pick<Event, 'mentions'>) =>
      mentions.some((each) => headOf(each) === mention.head.start);
    if (mention.kind === 'event') {
      const event = extraction.events.find(isRead) ?? bareEvent(mention);
      events.set(event.id, event);
      locals.set(mention, event.id);
    } else {
      const entity = extraction.entities.find(isRead) ?? bareEntity(mention, entities.get(`gold ${mention.lemma}`));
      entities.set(entity.id, entity);
      locals.set(mention, entity.id);
    }
  }
  return {
    extraction: sameDay({ ...extraction, entities: [...entities.values()], events: [...events.values()] }),
    localOf: (mention: GoldMention) => locals.get(mention) as string,
  };
}

/** One without a name, which is all of that word in its article. */
function bareEntity({ lemma, head: { start, end } }: GoldMention, known: Entity | undefined): Entity {
  const mention = { start, end, form: 'nominal' as const };
  return {
    ...{ id: `gold ${lemma}`, type: 'Group', name: lemma, aliases: [], country: null, gazetteer: null },
    ...{ mentions: [...(known?.mentions ?? []), mention], confidence: 1, rule: 'gold' },
  };
}

function bareEvent({ id, lemma, head, isNoun }: GoldMention): Event {
  const { start, end } = head;
  return {
    ...{ id: `gold ${id}`, type: 'OTHER', lemma, mode: null, contexts: [], plover: null, start, end },
    ...{ trigger: { start, end }, mentions: [{ start, end }], time: null, timeBasis: null, place: null },
    ...{ placeBasis: null, placeSpan: null, participants: [], modality: 'actual', vouchers: [], speechAct: null },
    ...{ confidence: 1, rule: isNoun ? 'noun gold' : 'gold' },
  };
}

function sameDay(extraction: Extraction): Extraction {
  const time = {
    ...{ id: 'day', start: 0, end: 0, type: 'DATE' as const, value: DAY, edtf: DAY, earliest: DAY, latest: DAY },
    ...{ basis: 'explicit' as const, anchor: null, confidence: 1, rule: 'gold' },
  };
  const article = { ...extraction.article, publishedAt: DAY };
  return {
    ...extraction,
    article,
    times: [time],
    events: extraction.events.map((event) => ({ ...event, time: 'day' })),
  };
}

function ownMentions({ extraction, isReviewed }: EcbDocument, kind: 'event' | 'entity') {
  const all: readonly Pick<Event, 'id' | 'mentions'>[] = kind === 'event' ? extraction.events : extraction.entities;
  return all
    .flatMap(({ id, mentions }) => mentions.map((head: Span) => ({ local: id, head })))
    .filter(({ head }) => isReviewed(head));
}

/** The node of everything in these articles, as a graph of them alone would have it. */
function nodesOf(extractions: readonly Extraction[]): Map<string, string> {
  const anchors = new Map<string, Signature>();
  const members: [string, Appearance][] = [];
  const called = new Map<string, [string, Signature, string][]>();
  for (const extraction of extractions) {
    for (const appearance of resolver.appearancesOf(extraction)) {
      members.push([keyOf(extraction, appearance.local), appearance]);
      if (appearance.keys.length === 0) continue;
      const id = resolver.signatureId(appearance.signature);
      anchors.set(id, appearance.signature);
      const { key, about } = appearance.called ?? { key: '', about: '' };
      called.set(key, [...(called.get(key) ?? []), [id, appearance.signature, about]]);
    }
  }
  const keys = new Map([...anchors].map(([id, anchor]) => [id, resolver.keysOf(anchor)]));
  const keysOf = (id: string) => keys.get(id) ?? [];
  const leader = new Map(resolver.clusters(anchors, keysOf).flatMap((ids) => ids.map((id) => [id, ids[0]!] as const)));
  const nodes = new Map<string, string>();
  for (const [key, { signature, keys: own, reach }] of members) {
    const near = () => [...anchors].filter(([id]) => keysOf(id).some((each) => reach.includes(each)));
    const named = () => reach.flatMap((each) => called.get(each) ?? []);
    const target =
      own.length > 0 ? resolver.signatureId(signature) : resolver.attach(signature, new Map(near()), named());
    nodes.set(key, (target && leader.get(target)) ?? key);
  }
  return nodes;
}

function keyOf({ article }: Extraction, local: string): string {
  return `${article.id} ${local}`;
}

function chainsBy<T extends { readonly id: string }>(mentions: readonly T[], of: (mention: T) => string): Chains {
  const chains = new Map<string, string[]>();
  for (const mention of mentions) chains.set(of(mention), [...(chains.get(of(mention)) ?? []), mention.id]);
  return [...chains.values()];
}
