import type { Document } from '../document/document.ts';
import type { Annotated, LayerName, Layers } from '../document/layers.ts';
import { ContractError } from '../errors.ts';
import type { Step } from './step.ts';

/** A step with its layer names forgotten, as a list of steps holds it. */
export interface AnyStep {
  readonly name: string;
  readonly needs: readonly LayerName[];
  readonly gives: LayerName;
  run(document: Document, layers: never): Layers[LayerName] | Promise<Layers[LayerName]>;
}

/** Annotates one document with every layer of the list; a layer that is given already is kept, and its step not run. */
export type Annotate = (document: Document, given?: Partial<Layers>) => Promise<Annotated>;

/**
 * Runs steps in the order of their list; each is handed the layers it needs and no others.
 * @throws ContractError `PIPELINE_ORDER` at once, before any article, where a step's needs are not yet given
 * or two steps give the same layer.
 */
export function pipeline(steps: readonly AnyStep[]): Annotate {
  checkOrder(steps);
  return async (document, given = {}) => {
    const layers: Partial<Record<LayerName, unknown>> = { ...given };
    for (const { needs, gives, run } of steps as readonly Step[]) {
      if (layers[gives]) continue;
      const visible = Object.fromEntries(needs.map((name) => [name, layers[name]]));
      layers[gives] = Object.freeze(await run(document, visible as unknown as Layers));
    }
    return { document, layers: layers as unknown as Layers };
  };
}

/** The steps of a list that a layer rests on and the one that gives it, in their order. */
export function stepsFor(layer: LayerName, steps: readonly AnyStep[]): AnyStep[] {
  const wanted = new Set<LayerName>([layer]);
  const found = [...steps].reverse().filter(({ gives, needs }) => {
    if (!wanted.has(gives)) return false;
    for (const need of needs) wanted.add(need);
    return true;
  });
  return found.reverse();
}

function checkOrder(steps: readonly AnyStep[]): void {
  const given = new Set<LayerName>();
  for (const { name, needs, gives } of steps) {
    const missing = needs.filter((layer) => !given.has(layer));
    if (missing.length > 0) {
      throw new ContractError(
        'PIPELINE_ORDER',
        `step "${name}" needs ${missing.join(', ')}, which no step before it gives`,
      );
    }
    if (given.has(gives))
      throw new ContractError('PIPELINE_ORDER', `step "${name}" gives "${gives}", which is given already`);
    given.add(gives);
  }
}
