import { aboutFact, audienceFact, participantFact, placeFact, speakerFact } from '../../knowledge/facts.ts';
import type { Tables } from '../../knowledge/rows.ts';
import type { Modality } from '../../knowledge/views.ts';
import type { Deriving } from './derive.ts';
import { factsOf } from './relations-of.ts';

interface Asserted {
  readonly fact: string;
  readonly span: { readonly start: number; readonly end: number } | null | undefined;
  readonly by: { readonly rule: string; readonly confidence: number };
  readonly modality?: Modality;
  readonly statement?: string | null;
}

/** What one article version asserts, fact by fact, each with its words. A fact without words has no claim. */
export function claimsOf(deriving: Deriving): Tables['claim'][] {
  const { extraction, doc, live } = deriving;
  const { text, publishedAt, modifiedAt } = extraction.article;
  const reportedAt = modifiedAt ?? publishedAt;
  const claims = [
    ...entityClaims(deriving),
    ...eventClaims(deriving),
    ...statementClaims(deriving),
    ...factClaims(deriving),
  ];
  const rows = claims.flatMap(({ fact, span, by, modality, statement }) =>
    span
      ? {
          fact,
          reportedAt,
          doc,
          start: span.start,
          end: span.end,
          exact: text.slice(span.start, span.end),
          modality: modality ?? null,
          statement: statement ? deriving.idOf(statement) : null,
          rule: by.rule,
          confidence: by.confidence,
          live,
        }
      : [],
  );
  return [...new Map(rows.map((row) => [`${row.fact} ${row.start} ${row.end} ${row.rule}`, row])).values()];
}

/** An entity is asserted where it is first named, or else first mentioned. */
function entityClaims({ extraction, signatureOf }: Deriving): Asserted[] {
  return extraction.entities.map((entity) => ({
    fact: signatureOf(entity.id),
    span: entity.mentions.find(({ form }) => form === 'name') ?? entity.mentions[0],
    by: entity,
  }));
}

function eventClaims({ extraction, signatureOf }: Deriving): Asserted[] {
  return extraction.events.flatMap((event) => {
    const fact = signatureOf(event.id);
    const statement = event.vouchers.some((voucher) => voucher.statement === null)
      ? null
      : (event.vouchers[0]?.statement ?? null);
    const common = { by: event, modality: event.modality, statement };
    return [
      { fact, span: event, ...common },
      ...event.participants.map((participant) => ({
        fact: participantFact(fact, participant.role, signatureOf(participant.entity)),
        span: participant,
        ...common,
      })),
      ...(event.place
        ? [{ fact: placeFact(fact, signatureOf(event.place)), span: event.placeSpan ?? event, ...common }]
        : []),
    ];
  });
}

function statementClaims({ extraction, signatureOf, idOf }: Deriving): Asserted[] {
  return extraction.statements.flatMap((statement) => {
    const fact = idOf(statement.id);
    return [
      ...statement.content.map((span) => ({ fact, span, by: statement })),
      ...(statement.speaker
        ? [
            {
              fact: speakerFact(fact, signatureOf(statement.speaker)),
              span: statement.source ?? statement.cue ?? statement.content[0],
              by: statement,
            },
          ]
        : []),
      ...statement.audience.map((to) => ({
        fact: audienceFact(fact, signatureOf(to.entity)),
        span: to,
        by: statement,
      })),
      ...statement.about.map((about) => ({
        fact: aboutFact(fact, signatureOf(about.target)),
        span: about,
        by: statement,
      })),
    ];
  });
}

function factClaims(deriving: Deriving): Asserted[] {
  return factsOf(deriving).map(({ given, view }) => ({
    fact: view.id,
    span: given,
    by: given,
    statement: given.statement,
  }));
}
