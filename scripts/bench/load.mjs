// Sends load from a process of its own, so that the clients' time is not counted as the server's.
import { setTimeout } from 'node:timers/promises';
import autocannon from 'autocannon';

process.once('message', async ({ options, evenly }) => {
  const times = [];
  const result = await (evenly ? spread(options, times) : sent(options, times));
  times.sort((a, b) => a - b);
  // autocannon tells p90 and p97.5.
  process.send({ result: { ...result, p95: times[Math.floor(times.length * 0.95)] ?? 0 } });
});

/** Sends load; `times` gets how long each answer took, in milliseconds. */
function sent(options, times) {
  const load = autocannon(options);
  load.on('response', (_client, _status, _bytes, ms) => times.push(ms));
  return load;
}

/** A rate as many clients who know nothing of each other make it: autocannon lets all its connections send at the same moment. */
async function spread({ connections, overallRate, ...options }, times) {
  const clients = Array.from({ length: connections }, async (_, at) => {
    await setTimeout((at * 1000) / connections);
    const share = Math.floor(overallRate / connections) + (at < overallRate % connections ? 1 : 0);
    return sent({ ...options, connections: 1, overallRate: share, skipAggregateResult: true }, times);
  });
  return autocannon.aggregateResult(await Promise.all(clients), options);
}
