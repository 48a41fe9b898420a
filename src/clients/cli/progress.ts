import { SingleBar } from 'cli-progress';
import { count } from './report.ts';

/** Shows how far a long piece of work is: a bar on a terminal, a plain line now and then elsewhere. */
export interface Progress {
  /** Bytes of input read since the last call. */
  read(bytes: number): void;
  /** One more article is done with. */
  article(): void;
  /** A line above the bar. */
  say(line: string): void;
  stop(): void;
}

/** Articles between two lines where there is no terminal. */
const EVERY = 1000;

/**
 * @param bytes size of the whole input, null where it is not known: the bar then counts without an end.
 * @param elapsed milliseconds since the work began.
 */
export function progress(bytes: number | null, elapsed: () => number): Progress {
  return process.stderr.isTTY ? bar(bytes, elapsed) : lines(elapsed);
}

function bar(bytes: number | null, elapsed: () => number): Progress {
  let articles = 0;
  const format =
    bytes === null
      ? '{articles} articles, {rate}/s'
      : '{bar} {percentage}%, {articles} articles, {rate}/s, {eta_formatted} left';
  const single = new SingleBar({
    format,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 50,
  });
  const shown = () => ({ articles: count(articles), rate: rateOf(articles, elapsed()) });
  single.start(bytes ?? 0, 0, shown());
  return {
    read: (read) => single.increment(bytes === null ? 0 : read, shown()),
    article: () => {
      articles++;
      single.update(shown());
    },
    say: (line) => {
      process.stderr.write('\r\x1b[K');
      console.error(line);
      single.render();
    },
    stop: () => single.stop(),
  };
}

function lines(elapsed: () => number): Progress {
  let articles = 0;
  return {
    read: () => undefined,
    article: () => {
      articles++;
      if (articles % EVERY === 0) console.error(`${count(articles)} articles, ${rateOf(articles, elapsed())}/s`);
    },
    say: (line) => console.error(line),
    stop: () => undefined,
  };
}

function rateOf(articles: number, ms: number): string {
  return ms < 200 ? '…' : count(Math.round((articles * 1000) / ms));
}
