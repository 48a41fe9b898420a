/** A query worth trying, on any store. */
export const FIRST_QUERY = '{ articles(first: 5) { edges { node { title source publishedAt dateline { place } } } } }';

/** What a browser shows at `/`: where the API is and how to ask it something. Nothing on it runs or is fetched. */
export function welcomePage(hasQueryPage: boolean): string {
  const link = hasQueryPage
    ? '<p><a href="/graphiql/">Ask it here</a>, with a book of questions to begin with.</p>'
    : '';
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Dateline</title>
<meta name="viewport" content="width=device-width">
<style>body{font:16px/1.5 system-ui;max-width:44rem;margin:3rem auto;padding:0 1rem}pre{background:#f3f3f0;padding:1rem;overflow-x:auto}</style>
<h1>Dateline</h1>
<p>News articles as a graph of who did what, where and when, and who said what about whom.</p>
<p>The GraphQL API answers at <code>/graphql</code>. A query worth trying:</p>
<pre>${FIRST_QUERY}</pre>
${link}
</html>
`;
}
