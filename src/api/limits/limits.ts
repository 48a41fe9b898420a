/** How much one request may ask for. */
export interface Limits {
  readonly depth: number;
  readonly cost: number;
  readonly aliases: number;
  readonly rootFields: number;
  /** Names, braces and values of one query. */
  readonly tokens: number;
  /** Bytes of one request. */
  readonly body: number;
  readonly timeoutMs: number;
  /** From this cost on a query waits its turn, and lets others go between its reads. */
  readonly expensive: number;
  /** Expensive queries worked on at once, and those that may wait. */
  readonly atOnce: number;
  readonly waiting: number;
  /** Requests of one key or address worked on at once, and those that may wait; expensive ones have turns of their own. */
  readonly atOnceEach: number;
  readonly waitingEach: number;
  /** Subscriptions of one WebSocket; sockets and event streams of one key or address, and of all. */
  readonly subscriptions: number;
  readonly streamsEach: number;
  readonly streams: number;
  /** A reader that answers no ping, or takes nothing, for so long is cut off; it can go on from its cursor. */
  readonly heartbeatMs: number;
  readonly stalledMs: number;
}

/** What a server allows unless told otherwise. */
export const LIMITS: Limits = {
  depth: 10,
  cost: 5000,
  aliases: 30,
  rootFields: 20,
  tokens: 1500,
  body: 256 * 1024,
  timeoutMs: 15_000,
  expensive: 1500,
  atOnce: 2,
  waiting: 50,
  atOnceEach: 4,
  waitingEach: 1000,
  subscriptions: 20,
  streamsEach: 50,
  streams: 1000,
  heartbeatMs: 12_000,
  stalledMs: 30_000,
};
