import type { Document } from '../document/document.ts';
import type { LayerName, Layers } from '../document/layers.ts';

/**
 * One annotation step: it names the layers it reads and the one it gives, and sees nothing else.
 * Reading an undeclared layer is a type error; a step list in an impossible order is refused by `pipeline`.
 */
export interface Step<Needs extends LayerName = LayerName, Gives extends LayerName = LayerName> {
  readonly name: string;
  readonly needs: readonly Needs[];
  readonly gives: Gives;
  run(document: Document, layers: Pick<Layers, Needs>): Layers[Gives] | Promise<Layers[Gives]>;
}

/** Declares a step; only here for the inference of its layer names. */
export function step<const Needs extends LayerName, const Gives extends LayerName>(
  definition: Step<Needs, Gives>,
): Step<Needs, Gives> {
  return definition;
}
