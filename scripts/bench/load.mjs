// Sends load from a process of its own, so that the clients' time is not counted as the server's.
import { setTimeout } from 'node:timers/promises';
import autocannon from 'autocannon';

process.once('message', async ({ options, evenly }) =>
  process.send({ result: await (evenly ? spread(options) : autocannon(options)) }),
);

/** A rate as many clients who know nothing of each other make it: autocannon lets all its connections send at the same moment. */
async function spread({ connections, overallRate, ...options }) {
  const clients = Array.from({ length: connections }, async (_, at) => {
    await setTimeout((at * 1000) / connections);
    const share = Math.floor(overallRate / connections) + (at < overallRate % connections ? 1 : 0);
    return autocannon({ ...options, connections: 1, overallRate: share, skipAggregateResult: true });
  });
  return autocannon.aggregateResult(await Promise.all(clients), options);
}
