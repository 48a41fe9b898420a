import { InputError } from '../../errors.ts';
import type { Resolver } from '../../knowledge/appearance.ts';
import { type Act, articlesOf, type Decision, type Subject } from '../../knowledge/decision.ts';
import type { Extraction } from '../../knowledge/extraction.ts';
import { compareText } from '../../knowledge/order.ts';
import type { RowWrites, Tables } from '../../knowledge/rows.ts';
import type { Deciding } from '../../knowledge/store.ts';
import { addTo } from '../add-to.ts';
import { localOf } from './decided.ts';
import { type Derived, derive } from './derive.ts';
import { factId } from './fact-id.ts';
import { logChanges, spokenOf } from './log-changes.ts';
import { recast } from './recast.ts';
import { extractionsOf, versionsOf } from './remember.ts';

const MOST_DECISIONS = 10_000;

/** Writes a decision into the log and changes the graph around it. */
export async function decide(
  rows: RowWrites,
  { act, by, why }: Deciding,
  { resolver, now }: { readonly resolver: Resolver; readonly now: string },
): Promise<Decision> {
  const at = await instantOf(rows, act, now);
  const decision: Decision = { id: factId([act, by, why, at]), at, by, why, act };
  if (act.kind === 'undo') await undo(rows, decision, act.decision, resolver);
  else {
    await check(rows, act);
    const touched = await within(rows, articlesOf(act), resolver, async () => {
      await write(rows, decision);
      if (act.kind === 'retract') await rows.put('gone', [{ article: act.article, decision: decision.id }]);
    });
    await log(rows, decision, articlesOf(act), touched);
  }
  return decision;
}

/** Now, or just after the last decision about the same articles where the clock went backwards: the later one holds. */
async function instantOf(rows: RowWrites, act: Act, now: string): Promise<string> {
  const known = act.kind === 'undo' ? [] : [...(await decisionsOf(rows, articlesOf(act))).values()].flat();
  const last = known.reduce((latest, { at }) => (at > latest ? at : latest), '');
  return last < now ? now : new Date(Date.parse(last) + 1).toISOString();
}

function log(
  rows: RowWrites,
  { id: decision, at, act }: Decision,
  articles: readonly string[],
  { said, sources }: Touched,
): Promise<void> {
  const kind = act.kind === 'retract' ? 'retracted' : act.kind === 'undo' ? 'undone' : 'decided';
  const source = sources.length === 1 ? sources[0]! : null;
  return logChanges(rows, [{ at, kind, articles, version: null, source, decision, signatures: spokenOf(said) }]);
}

/** What some articles said before a decision and say after it, and the outlets that published them. */
interface Touched {
  readonly said: readonly Derived[];
  readonly sources: readonly (string | null)[];
}

/** Decisions in force, by the articles they are about, in the order in which they were made. */
export async function decisionsOf(rows: RowWrites, articles: readonly string[]): Promise<Map<string, Decision[]>> {
  const found = await rows.range({
    table: 'decision',
    order: 'article',
    prefixes: articles.map((id) => [id]),
    limit: MOST_DECISIONS,
    each: true,
  });
  const byArticle = new Map<string, Decision[]>();
  for (const { article, undoneBy, json } of found) {
    if (undoneBy === null) addTo(byArticle, article, JSON.parse(json) as Decision);
  }
  for (const list of byArticle.values()) list.sort((a, b) => compareText(a.at, b.at) || compareText(a.id, b.id));
  return byArticle;
}

/** Takes out what these articles say, changes the log, and puts in what they say then. */
async function within(
  rows: RowWrites,
  articles: readonly string[],
  resolver: Resolver,
  change: () => Promise<void>,
): Promise<Touched> {
  const before = await said(rows, articles, resolver);
  await change();
  const retracted = new Set(
    (
      await rows.get(
        'gone',
        articles.map((id) => [id]),
      )
    ).map(({ article }) => article),
  );
  const leaving = before.versions.filter(({ article }) => retracted.has(article)).map(({ doc }) => [doc]);
  await rows.remove('version', leaving);
  await rows.remove('extraction', leaving);
  const after = await said(rows, articles, resolver);
  await recast(rows, before.derived, after.derived, resolver);
  const sources = [...new Set([...before.versions, ...after.versions].map(({ source }) => source))];
  return { said: [...before.derived, ...after.derived], sources };
}

async function said(rows: RowWrites, articles: readonly string[], resolver: Resolver) {
  const decisions = await decisionsOf(rows, articles);
  const versions = await versionsOf(rows, articles);
  const read = await extractionsOf(rows, versions);
  const derived = versions.map(({ doc, article, current }) =>
    derive(read.get(doc) as Extraction, current === 1, decisions.get(article) ?? [], resolver),
  );
  return { versions, derived };
}

async function undo(rows: RowWrites, decision: Decision, undone: string, resolver: Resolver): Promise<void> {
  const known = await rowsOf(rows, undone);
  const first = known[0];
  if (!first)
    throw new InputError('DECISION_UNKNOWN', `there is no decision ${undone}`, {
      hint: 'see the log of decisions for its id',
    });
  if (first.undoneBy !== null) {
    throw new InputError('DECISION_UNDONE', `decision ${undone} is undone already`, {
      hint: `by decision ${first.undoneBy}`,
    });
  }
  const { act } = JSON.parse(first.json) as Decision;
  if (act.kind === 'undo') {
    throw new InputError('DECISION_FINAL', 'an undoing cannot be undone', { hint: 'make the decision again' });
  }
  const touched = await within(rows, articlesOf(act), resolver, async () => {
    await rows.put('decision', [...known.map((row) => ({ ...row, undoneBy: decision.id })), logRow(decision, '')]);
    if (act.kind === 'retract') await rows.remove('gone', [[act.article]]);
  });
  await log(rows, decision, articlesOf(act), touched);
}

/** A decision about two articles is found under both. */
async function write(rows: RowWrites, decision: Decision): Promise<void> {
  await rows.put(
    'decision',
    articlesOf(decision.act).map((article) => logRow(decision, article)),
  );
}

function logRow(decision: Decision, article: string): Tables['decision'] {
  return { id: decision.id, article, at: decision.at, undoneBy: null, json: JSON.stringify(decision) };
}

function rowsOf(rows: RowWrites, id: string): Promise<Tables['decision'][]> {
  return rows.range({ table: 'decision', order: 'key', prefixes: [[id]], limit: 2 });
}

async function check(rows: RowWrites, act: Exclude<Act, { kind: 'undo' }>): Promise<void> {
  const articles = articlesOf(act);
  const versions = await versionsOf(rows, articles);
  const read = await extractionsOf(rows, versions);
  for (const article of articles) {
    if (!versions.some((row) => row.article === article))
      throw new InputError('ARTICLE_UNKNOWN', `there is no article ${article}`, {
        hint: 'give the id of an article that is in the graph',
      });
  }
  for (const subject of subjectsOf(act)) {
    const told = [...read.values()].filter(({ article }) => article.id === subject.article);
    if (!told.some((extraction) => localOf(extraction, subject) !== null)) {
      throw new InputError(
        'SUBJECT_UNKNOWN',
        `${subject.article} has no ${subject.kind} at occurrence ${subject.occurrence} of “${subject.words}”`,
        {
          hint: 'give the words of a mention as they stand in the article, counting their occurrences from 0',
        },
      );
    }
  }
}

function subjectsOf(act: Act): readonly Subject[] {
  if (act.kind === 'same' || act.kind === 'different') return [act.a, act.b];
  return 'subject' in act ? [act.subject] : [];
}
