import { defineConfig } from 'vite';

/** The query page in one folder, which the server serves under `/graphiql/`: nothing of it is fetched from elsewhere. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/graphiql/',
  build: { outDir: '../../../dist/clients/graphiql', emptyOutDir: true, chunkSizeWarningLimit: 10_000 },
  worker: { format: 'es' },
  logLevel: 'error',
});
