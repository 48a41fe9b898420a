import type { Extraction } from '../../knowledge/extraction.ts';
import type { TableName, Tables } from '../../knowledge/rows.ts';
import type { EntityView, EventView, StatementView } from '../../knowledge/views.ts';
import { orderingKey } from './ordering-key.ts';

type Shown = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

/** An index of Neo4j takes some 8,000 bytes: what people look by is cut. */
const LONGEST = 600;
const CAPTION = 80;

const nothing = (): Shown => ({});

/** Properties for people, who open the graph in Neo4j Browser: `name` is the caption. No answer is made of them; some tell what need not be read (`sift-rows.ts`). */
export const SHOWN: { readonly [Name in TableName]: (row: Tables[Name]) => Shown } = {
  version: ({ article, version, release, publishedAt, modifiedAt, ingestedAt, source, json }) => {
    const { title, url, language } = JSON.parse(json) as Extraction['article'];
    const name = caption(title ?? article);
    return {
      name,
      articleId: cut(article),
      version,
      release,
      title,
      url,
      language,
      publishedAt,
      modifiedAt,
      ingestedAt,
      source,
    };
  },
  appearance: ({ id, local, kind, json }) => {
    const { name, lemma } = JSON.parse(json) as { name?: string; lemma?: string };
    return { name: caption(name ?? lemma ?? local), id: cut(id), kind };
  },
  entity: ({ id, type, name, json }) => {
    const { names, country, gazetteer, articleCount } = JSON.parse(json) as EntityView;
    return { name: cut(name), id: cut(id), type, names: names.map(cut), country, gazetteer, articleCount };
  },
  event: ({ id, type, day, json }) => {
    const view = JSON.parse(json) as EventView;
    const { lemma, mode, contexts, plover, standing, time, country, sourceCount, articleCount, confidence } = view;
    return {
      name: `${type} ${day === '~' ? '' : day}`.trim(),
      id: cut(id),
      factId: cut(view.signatures[0] ?? id),
      factIds: view.signatures.map(cut),
      ...{ type, lemma, mode, contexts, plover, standing, country, sourceCount, articleCount, confidence },
      edtf: time?.edtf ?? null,
      earliest: time?.earliest ?? null,
      latest: time?.latest ?? null,
    };
  },
  statement: ({ id, day, json }) => {
    const { kind, cue, words, setting, saidAt, about, confidence } = JSON.parse(json) as StatementView;
    const said = { saidAt: saidAt?.edtf ?? null, day };
    return {
      name: caption(words),
      id: cut(id),
      factId: cut(id),
      kind,
      cue: cue?.lemma ?? null,
      class: cue?.class ?? null,
      stances: [...new Set(about.map(({ stance }) => stance))],
      words,
      setting,
      ...said,
      confidence,
    };
  },
  claim: ({ fact, start, end, exact, modality, statement, rule, confidence, reportedAt }) => ({
    name: caption(exact),
    factId: cut(fact),
    statementId: statement && cut(statement),
    ...{ start, end, exact, modality, rule, confidence, reportedAt },
  }),
  decision: ({ id, at, undoneBy, json }) => {
    const { by, why, act } = JSON.parse(json) as { by: string; why: string | null; act: { kind: string } };
    return { name: act.kind, id, at, by, why, undoneBy };
  },
  // Where it is in the drawing; `drawnAt` beside it is where its edges are.
  signature: ({ node }) => ({ node: orderingKey([node]) }),
  extraction: nothing,
  key: nothing,
  called: nothing,
  gram: nothing,
  timeline: nothing,
  said: nothing,
  titled: nothing,
  relation: ({ id, type }) => ({ name: type, factId: cut(id), type }),
  related: nothing,
  pair: nothing,
  gone: nothing,
  change: ({ seq, at }) => ({ name: `change ${seq}`, at }),
};

/** An id or name as it stands in an indexed property. */
export function cut(text: string): string {
  return text.length > LONGEST ? text.slice(0, LONGEST) : text;
}

function caption(text: string): string {
  return text.length > CAPTION ? `${text.slice(0, CAPTION - 1)}…` : text;
}
