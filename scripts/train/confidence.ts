/**
 * Counts how often each rule is right and writes `models/confidence.json`: `tsx scripts/train/confidence.ts`. Times are counted on
 * the half of TimeBank and AQUAINT that rules are written by, events on the first rows of WikiEvents' training part and the demo articles,
 * relations on the demo articles alone: no other text has them. What `npm run score` prints beside it is of the other
 * half, and of WikiEvents' development part. Run it again whenever rules change by much.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type RuledLayer, sealedShares } from '../../src/annotate/runtime/sureness.ts';
import { ROOT } from '../../src/config.ts';
import { demoReadings } from '../score/demo-readings.ts';
import { productAnnotate } from '../score/product.ts';
import type { Claimed } from '../score/reliability.ts';
import { timeScores } from '../score/time-scores.ts';
import { truthEvents } from '../score/truth-events.ts';
import { truthRelations } from '../score/truth-relations.ts';
import { wikiEventScores } from '../score/wiki-events.ts';
import { sharesOf } from './shares-of.ts';

const SHARED = new URL('../../../shared/data/', import.meta.url);

/** As many as the demo articles have events. */
const ROWS = 225;

const claims: Record<RuledLayer, Claimed[]> = { times: [], events: [], relations: [] };
const texts = [new URL('time/timebank.jsonl', SHARED), new URL('time/aquaint.jsonl', SHARED)];
await timeScores('times', texts, 'tune', productAnnotate('times'), [], claims.times);
const folder = mkdtempSync(join(tmpdir(), 'confidence-'));
const wiki = pathToFileURL(join(folder, 'rows.jsonl'));
const rows = readFileSync(new URL('events/wikievents-train.jsonl', SHARED), 'utf8').split('\n');
writeFileSync(wiki, rows.slice(0, ROWS).join('\n'));
await wikiEventScores('wikievents-train', wiki, productAnnotate(), undefined, claims.events);
rmSync(folder, { recursive: true });
const readings = await demoReadings();
truthEvents(readings, undefined, claims.events);
truthRelations(readings, undefined, claims.relations);
const shares = {
  times: sharesOf(claims.times),
  events: sharesOf(claims.events),
  relations: sharesOf(claims.relations),
};
writeFileSync(new URL('models/confidence.json', ROOT), sealedShares(shares));
