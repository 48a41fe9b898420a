import type { FastifyReply } from 'fastify';
import { refusal } from '../refusal.ts';
import { timeUp, type Watch, watchOf } from '../watch.ts';

/** Watches one request: its work stops when time is up, or when the client has gone before it was answered. */
export function requestWatch(reply: FastifyReply, timeoutMs: number, caller: string): Watch {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(timeUp(timeoutMs)), timeoutMs);
  timer.unref();
  const watch = watchOf(controller.signal, caller);
  reply.raw.once('finish', () => watch.endTurn());
  reply.raw.once('close', () => {
    clearTimeout(timer);
    watch.endTurn();
    if (!reply.raw.writableFinished) controller.abort(refusal('CANCELLED', 'the client went away'));
  });
  return watch;
}
