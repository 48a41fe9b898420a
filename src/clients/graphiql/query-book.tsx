import { type GraphiQLPlugin, useGraphiQL } from '@graphiql/react';

/** A question of `schema/queries`, with its one line as the title. */
interface Question {
  readonly title: string;
  readonly query: string;
}

const FIRST = 'timeline-of-a-place';

const files: Record<string, string> = import.meta.glob('../../../schema/queries/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The query book, the question that the page opens with first. */
export const BOOK: readonly Question[] = Object.entries(files)
  .sort(([a], [b]) => Number(b.includes(FIRST)) - Number(a.includes(FIRST)))
  .map(([, query]) => ({ query, title: query.split('\n', 1)[0]!.replace(/^#\s*/, '') }));

/** The book as a list beside the editor: a question that is chosen is put into it. */
export const QUERY_BOOK: GraphiQLPlugin = {
  title: 'Query book',
  icon: () => (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M4 5c3-1 6-1 8 1 2-2 5-2 8-1v13c-3-1-6-1-8 1-2-2-5-2-8-1zM12 6v13" />
    </svg>
  ),
  content: QueryBook,
};

function QueryBook() {
  const editor = useGraphiQL(({ queryEditor }) => queryEditor);
  return (
    <nav aria-label="Query book">
      <h2 className="book-title">Query book</h2>
      <ul className="book">
        {BOOK.map(({ title, query }) => (
          <li key={title}>
            <button type="button" onClick={() => editor?.setValue(query)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
