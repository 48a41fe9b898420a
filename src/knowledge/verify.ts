import { versionOf } from '../document/identity.ts';
import { DatelineError } from '../errors.ts';
import type { RowStore } from './rows.ts';
import type { GraphStore, StoredVersion } from './store.ts';
import type { ValidateExtraction } from './validate.ts';

/** What `dateline verify` found: how much was read again, and every fault with its place. */
export interface Verification {
  readonly articles: number;
  readonly versions: number;
  /** Rows of the view that were compared with what follows from the versions and decisions. */
  readonly facts: number;
  readonly faults: readonly string[];
}

/** Re-reads a whole store and checks every promise that can be checked from what it holds. */
export async function verify(
  store: Pick<GraphStore, 'versions' | 'check'>,
  validate: ValidateExtraction,
  scratch: RowStore,
): Promise<Verification> {
  const faults: string[] = [];
  const article = { id: '', versions: 0, current: 0 };
  let articles = 0;
  let versions = 0;
  const close = () => {
    if (article.versions > 0 && article.current !== 1) {
      faults.push(`${article.id}: has ${article.current} current versions, not one`);
    }
  };
  for await (const stored of store.versions()) {
    if (article.id !== stored.articleId) {
      close();
      Object.assign(article, { id: stored.articleId, versions: 0, current: 0 });
      articles++;
    }
    versions++;
    article.versions++;
    if (stored.current) article.current++;
    faults.push(...faultsOfStored(stored, validate));
  }
  close();
  if (faults.length > 0) return { articles, versions, facts: 0, faults };
  const view = await store.check(scratch);
  return { articles, versions, facts: view.facts, faults: view.faults };
}

function faultsOfStored(stored: StoredVersion, validate: ValidateExtraction): string[] {
  const place = `${stored.articleId} ${stored.version.slice(0, 12)}`;
  try {
    const { article, release } = validate(JSON.parse(stored.json));
    return [
      article.id === stored.articleId ? null : `is kept under another article's id than its own, ${article.id}`,
      article.version === stored.version ? null : 'is kept under another version than its own',
      release === stored.release ? null : 'is kept under another release than its own',
      versionOf(article) === article.version ? null : 'has a version that does not follow from its content',
    ].flatMap((fault) => (fault === null ? [] : [`${place}: ${fault}`]));
  } catch (error) {
    const reason = error instanceof DatelineError || error instanceof SyntaxError ? error.message : null;
    if (reason === null) throw error;
    return [`${place}: ${reason}`];
  }
}
