// Sends load from a process of its own, so that the clients' time is not counted as the server's.
import autocannon from 'autocannon';

process.once('message', async ({ options }) => process.send({ result: await autocannon(options) }));
