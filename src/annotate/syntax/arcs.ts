import type { ReadingLayer } from '../../document/layers.ts';

/** By token, the head that it hangs on (-1 for none) and how. */
export type Arcs = Pick<ReadingLayer, 'heads' | 'relations'>;
