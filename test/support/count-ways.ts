import { setImmediate as turn } from 'node:timers/promises';
import { jest } from '@jest/globals';
import neo4j, { type Session } from 'neo4j-driver';

/** Turns of the event loop in which nobody asks for anything more until what was asked is let go. */
const QUIET = 30;

/** Counts ways to a Neo4j and back: of queries that wait for one another, not of those that are asked at once. */
export interface Ways {
  /** How many there were since it was last asked. */
  taken(): number;
  restore(): void;
}

/**
 * Holds back every query until nobody asks for another, then lets all go together, and the next only when all of these are
 * answered: so the count does not depend on which is answered first.
 */
export function countWays(url: string): Ways {
  const driver = neo4j.driver(url);
  const session = driver.session();
  const sessions = Object.getPrototypeOf(session) as Session;
  let [ways, running] = [0, 0];
  let waiting: (() => void)[] = [];
  let asked = 0;
  const letGo = async () => {
    for (let quiet = 0, before = asked; quiet < QUIET; quiet++) {
      await turn();
      if (asked !== before) [quiet, before] = [0, asked];
    }
    if (running > 0) return;
    ways++;
    running = waiting.length;
    for (const go of waiting) go();
    waiting = [];
  };
  const run = sessions.run;
  const spy = jest.spyOn(sessions, 'run').mockImplementation(function (this: Session, ...args) {
    const held = new Promise<void>((resolve) => waiting.push(resolve));
    asked++;
    if (waiting.length === 1 && running === 0) void letGo();
    const answer = held.then(() => run.apply(this, args));
    const done = () => {
      running--;
      if (running === 0 && waiting.length > 0) void letGo();
    };
    answer.then(done, done);
    return answer as never;
  });
  return {
    taken: () => {
      const count = ways;
      ways = 0;
      return count;
    },
    restore: () => {
      spy.mockRestore();
      void session.close().then(() => driver.close());
    },
  };
}
