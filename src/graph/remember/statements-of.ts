import type { Statement } from '../../knowledge/extraction.ts';
import type { StatementView } from '../../knowledge/views.ts';
import { foundUnder } from '../search-words.ts';
import type { Derived, Deriving } from './derive.ts';
import { whenOf } from './tellings-of.ts';

/** The statements of an article, where each is found, and who speaks about whom with which stance. */
export function statementsOf(
  deriving: Deriving,
  isEntity: (signature: string) => boolean,
): Pick<Derived, 'statement' | 'said' | 'stances'> {
  const views = deriving.extraction.statements.map((statement) => viewOf(statement, deriving));
  const publication = deriving.extraction.article.publishedAt.slice(0, 10);
  const { doc, live } = deriving;
  const dayOf = (view: StatementView) => view.saidAt?.earliest ?? publication;
  return {
    statement: views.map((view) => ({
      id: view.id,
      doc,
      day: dayOf(view),
      live,
      json: JSON.stringify(view),
    })),
    said: views.flatMap((view) =>
      ownersOf(view).map((owner) => ({ owner, day: dayOf(view), statement: view.id, live })),
    ),
    stances: views.flatMap(({ speaker, about }) =>
      speaker === null
        ? []
        : about
            .filter(({ target }) => isEntity(target) && target !== speaker)
            .map(({ target, stance }) => [speaker, target, stance] as const),
    ),
  };
}

/** Under whom, and under which words, a statement is found. */
function ownersOf({ speaker, about, audience, words }: StatementView): string[] {
  const targets = [...new Set(about.map(({ target }) => target))];
  return [
    '*',
    ...(speaker ? [`by ${speaker}`] : []),
    ...targets.map((target) => `about ${target}`),
    ...(speaker ? targets.map((target) => `by ${speaker} about ${target}`) : []),
    ...new Set(audience.map((entity) => `to ${entity}`)),
    ...foundUnder(words).map((word) => `word ${word}`),
  ];
}

function viewOf(statement: Statement, { extraction, signatureOf, idOf }: Deriving): StatementView {
  const { article, events } = extraction;
  const words = (span: { readonly start: number; readonly end: number }) => article.text.slice(span.start, span.end);
  return {
    id: idOf(statement.id),
    article: article.id,
    version: article.version,
    kind: statement.kind,
    speaker: statement.speaker && signatureOf(statement.speaker),
    cue: statement.cue && { lemma: statement.cue.lemma, class: statement.cue.class },
    words: statement.content.map(words).join(' … '),
    audience: [...new Set(statement.audience.map(({ entity }) => signatureOf(entity)))],
    setting: statement.setting && words(statement.setting),
    within: statement.within && idOf(statement.within),
    about: statement.about.map(({ target, stance, denied }) => ({ target: signatureOf(target), stance, denied })),
    saidAt: whenOf(extraction, statement.saidAt),
    events: events.flatMap(({ id, vouchers }) =>
      vouchers
        .filter((voucher) => voucher.statement === statement.id)
        .map(({ modality }) => ({ event: signatureOf(id), modality })),
    ),
    confidence: statement.confidence,
  };
}
