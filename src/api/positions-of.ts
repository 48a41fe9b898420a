import type { Stance, StatementView } from '../knowledge/views.ts';

/** A statement with what it thinks of the target, and the day on which it was made. */
export interface Stand {
  readonly view: StatementView;
  readonly stance: Stance;
  readonly day: string;
}

/** Statements in the order of time, in stretches of one stance; what is neutral goes on with the stance before it. */
export function stretchesOf(stands: readonly Stand[]): Stand[][] {
  const hasStance = stands.some(({ stance }) => stance !== 'neutral');
  const stretches: Stand[][] = [];
  let current: Stance | null = null;
  let waiting: Stand[] = [];
  for (const stand of stands) {
    if (hasStance && stand.stance === 'neutral') {
      const open = stretches.at(-1);
      if (open) open.push(stand);
      else waiting.push(stand);
    } else if (stand.stance === current) stretches.at(-1)?.push(stand);
    else {
      stretches.push([...waiting, stand]);
      waiting = [];
      current = stand.stance;
    }
  }
  return stretches;
}

/** The stance of a stretch. */
export function stanceOf(stretch: readonly Stand[]): Stance {
  return stretch.find(({ stance }) => stance !== 'neutral')?.stance ?? 'neutral';
}
