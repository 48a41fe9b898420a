import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './page.css';
import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createClient } from 'graphql-ws';
import { createRoot } from 'react-dom/client';
import { BOOK, QUERY_BOOK } from './query-book.tsx';

const socket = new URL('/graphql/ws', window.location.href);
socket.protocol = socket.protocol.replace('http', 'ws');

/**
 * What is typed as headers, such as a key, goes along with a subscription too. Of a question that was chosen and asked at once
 * the page may still know the name of the one before.
 */
const fetcher: Fetcher = ({ operationName, ...asked }, options) => {
  const isIn = operationName && new RegExp(`\\b${operationName}\\b`).test(asked.query);
  const params = isIn ? { operationName, ...asked } : asked;
  const headers = Object.entries(options?.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  const wsClient = createClient({ url: socket.href, connectionParams: Object.fromEntries(headers) });
  return createGraphiQLFetcher({ url: '/graphql', wsClient })(params, options);
};

createRoot(document.getElementById('page') as HTMLElement).render(
  <GraphiQL fetcher={fetcher} plugins={[QUERY_BOOK]} visiblePlugin={QUERY_BOOK} defaultQuery={BOOK[0]?.query ?? ''} />,
);
