import type { TableName, Tables, Value } from '../../knowledge/rows.ts';
import type { Telling } from '../../knowledge/views.ts';
import { draw, drawArticles, erase, eraseRelations } from './draw-edges.ts';
import { appearanceEdges, type Edge, type End, eventEdges, relationEdges, statementEdges } from './edges-of.ts';
import { keyOf } from './kept-row.ts';
import { LABELS } from './labels.ts';
import { moveNodes } from './move-nodes.ts';
import { orderingKey } from './ordering-key.ts';
import { getRows, type Run, rangeRows } from './row-queries.ts';

/** Tables whose rows have edges. */
const DRAWN = ['version', 'signature', 'appearance', 'event', 'statement', 'relation'] as const;
type Drawn = (typeof DRAWN)[number];
type Dirty = { readonly [Name in Drawn]: Map<string, Tables[Name]> };

const ALL = 1_000_000_000;

/** Collects what a transaction changes, and brings the relationships of DESIGN §4 up to date before it is committed. */
export class Drawing {
  private readonly dirty = Object.fromEntries(DRAWN.map((name) => [name, new Map()])) as unknown as Dirty;
  private readonly leftArticles = new Set<string>();
  /** Appearances and statements without edges. */
  private readonly bare = new Set<string>();

  /** Notes rows that were not there before; an event may still take the place of another, with its edges. */
  add<Name extends TableName>(table: Name, rows: readonly Tables[Name][]): void {
    if (table === 'appearance' || table === 'statement') for (const row of rows) this.bare.add(keyOf(table, row));
    this.put(table, rows);
  }

  put<Name extends TableName>(table: Name, rows: readonly Tables[Name][]): void {
    const known = this.dirty[table as Drawn] as Map<string, Tables[Name]> | undefined;
    for (const row of rows) known?.set(keyOf(table, row), row);
  }

  /** Notes articles of which a version is about to be removed. */
  leave(articles: readonly string[]): void {
    for (const id of articles) this.leftArticles.add(id);
  }

  remove(table: TableName, keys: readonly (readonly Value[])[]): void {
    const known = this.dirty[table as Drawn] as Map<string, unknown> | undefined;
    for (const key of keys) known?.delete(orderingKey(key));
  }

  /** `send` takes what nothing is read of. */
  async draw(run: Run, send: Run): Promise<void> {
    const { signature, version, appearance, event, statement, relation } = this.dirty;
    const parted = await moveNodes(run, [...signature.keys()]);
    await this.addDependents(run, parted);
    const tied = (keys: Iterable<string>) => [...keys].filter((key) => !this.bare.has(key));
    await erase(send, LABELS.event, [...event.keys()], '-[x:PARTICIPATES_IN|LOCATED_IN]-');
    await erase(send, LABELS.statement, tied(statement.keys()), '-[x:SAID_BY|ADDRESSED_TO|ABOUT|ASSERTS|WITHIN]->');
    await erase(send, LABELS.appearance, tied(appearance.keys()), '-[x:OF]->');
    await eraseRelations(run, [...relation.keys()]);
    await drawArticles(send, [...version.values()], [...this.leftArticles]);
    const nodeOf = await this.nodes(run);
    const edges: Edge[] = [
      ...[...appearance.values()].flatMap((row) => appearanceEdges(row, nodeOf)),
      ...[...event.values()].flatMap((row) => eventEdges(row, nodeOf)),
      ...[...statement.values()].flatMap((row) => statementEdges(row, nodeOf)),
      ...[...relation.values()].flatMap((row) => relationEdges(row, nodeOf)),
    ];
    await draw(send, edges);
    await send('MATCH (n:Leaving) DETACH DELETE n', {});
    await send('UNWIND $keys AS k MATCH (s:SignatureRow {k: k}) SET s.drawnAt = s.node', {
      keys: [...signature.keys()],
    });
  }

  /** Rows whose edges end at signatures that went from one node to another, both of which stay. */
  private async addDependents(run: Run, signatures: readonly string[]): Promise<void> {
    if (signatures.length === 0) return;
    const rows = <Name extends TableName>(table: Name, order: string, prefixes: Value[][]) =>
      rangeRows(run, { table, order, prefixes, limit: ALL, each: true });
    const appearances = await rows(
      'appearance',
      'signature',
      signatures.map((id) => [id]),
    );
    const lines = await rows(
      'timeline',
      'key',
      signatures.flatMap((id) => [[`of ${id}`], [`at ${id}`]]),
    );
    const said = await rows(
      'said',
      'key',
      signatures.flatMap((id) => [[`by ${id}`], [`about ${id}`], [`to ${id}`]]),
    );
    const related = await rows(
      'related',
      'key',
      signatures.map((id) => [id]),
    );
    const asserting = appearances
      .filter(({ kind }) => kind === 'event')
      .flatMap(({ json }) =>
        (JSON.parse(json) as Pick<Telling, 'vouchers'>).vouchers.flatMap(({ statement }) => statement ?? []),
      );
    this.addOthers('appearance', appearances);
    this.add(
      'event',
      await getRows(
        run,
        'event',
        lines.map(({ event }) => [event]),
      ),
    );
    this.add(
      'statement',
      await getRows(
        run,
        'statement',
        [...said.map(({ statement }) => statement), ...asserting].map((id) => [id]),
      ),
    );
    this.add(
      'relation',
      await getRows(
        run,
        'relation',
        related.map(({ relation }) => [relation]),
      ),
    );
  }

  private addOthers<Name extends Drawn>(table: Name, rows: readonly Tables[Name][]): void {
    const known = this.dirty[table] as Map<string, Tables[Name]>;
    for (const row of rows) if (!known.has(keyOf(table, row))) known.set(keyOf(table, row), row);
  }

  /** The nodes of all signatures that dirty rows speak of. */
  private async nodes(run: Run): Promise<(signature: string) => End | null> {
    const asked = new Set<string>();
    const note = (id: string): null => {
      asked.add(id);
      return null;
    };
    for (const row of this.dirty.appearance.values()) appearanceEdges(row, note);
    for (const row of this.dirty.event.values()) eventEdges(row, note);
    for (const row of this.dirty.statement.values()) statementEdges(row, note);
    for (const row of this.dirty.relation.values()) relationEdges(row, note);
    const found = await getRows(
      run,
      'signature',
      [...asked].map((id) => [id]),
    );
    const ends = new Map(
      found
        .filter(({ kind }) => kind === 'entity' || kind === 'event')
        .map(({ id, kind, node }) => [id, { label: LABELS[kind as 'entity' | 'event'], k: orderingKey([node]) }]),
    );
    return (signature) => ends.get(signature) ?? null;
  }
}
