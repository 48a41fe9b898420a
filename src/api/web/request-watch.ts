import type { FastifyReply } from 'fastify';
import { refusal } from '../refusal.ts';
import { timeUp, type Watch, watchOf } from '../watch.ts';

/** The part of the time that may be spent on looking further. */
const LATE = 3;

/** Watches one request: its work stops when time is up, or when the client has gone before it was answered. */
export function requestWatch(reply: FastifyReply, timeoutMs: number, caller: string): Watch {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(timeUp(timeoutMs)), timeoutMs);
  timer.unref();
  const watch = watchOf(controller.signal, caller);
  const late = setTimeout(() => {
    watch.isLate = true;
  }, timeoutMs / LATE);
  late.unref();
  reply.raw.once('finish', () => watch.endTurn());
  reply.raw.once('close', () => {
    clearTimeout(timer);
    clearTimeout(late);
    watch.endTurn();
    if (!reply.raw.writableFinished) controller.abort(refusal('CANCELLED', 'the client went away'));
  });
  return watch;
}
