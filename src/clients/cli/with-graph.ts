import { type App, createApp, type GraphStore } from '../../app.ts';
import { openStore } from './open-store.ts';

/** Opens a graph that is there, works with it, and closes it whatever happens. */
export async function withGraph(
  address: string,
  work: (store: GraphStore, app: App) => Promise<void>,
  { create = false } = {},
): Promise<void> {
  const app = await createApp();
  const store = await openStore(app, address, { create });
  try {
    await work(store, app);
  } finally {
    await store.close();
  }
}
