import { Command } from 'commander';
import type { Act, GraphStore, Subject } from '../../app.ts';
import { InputError } from '../../errors.ts';
import { withBy } from './by-option.ts';
import { withStore } from './store-option.ts';
import { withGraph } from './with-graph.ts';

interface Flags {
  readonly store: string;
  readonly by: string;
  readonly why?: string;
}

/** `dateline decide`: a curator's acts, each undoable, and their log. */
export function decideCommand(): Command {
  return new Command('decide')
    .description('merge, part, rename and correct what a graph knows; every act can be undone')
    .addCommand(
      act('same <id> <other>', 'two entities or two events are one', async (store, [a, b]) => ({
        kind: 'same',
        a: await subject(store, a),
        b: await subject(store, b),
      })),
    )
    .addCommand(
      act('different <id> <other>', 'they are not one', async (store, [a, b]) => ({
        kind: 'different',
        a: await subject(store, a),
        b: await subject(store, b),
      })),
    )
    .addCommand(
      act('rename <id> <name>', 'an entity goes by this name', async (store, [id, name]) => ({
        kind: 'rename',
        subject: await subject(store, id),
        name: name as string,
      })),
    )
    .addCommand(
      act(
        'correct <id> <field> [value]',
        'an event’s type, mode, earliest or latest day, or modality',
        async (store, [id, field, value]) => ({
          kind: 'correct',
          subject: await subject(store, id),
          field: fieldOf(field as string),
          value: value ?? null,
        }),
      ),
    )
    .addCommand(
      act('withdraw <id>', 'what an article says of this event or entity is left out', async (store, [id]) => ({
        kind: 'withdraw',
        subject: await subject(store, id),
      })),
    )
    .addCommand(
      act('undo <decision>', 'a decision no longer holds', async (_, [decision]) => ({
        kind: 'undo',
        decision: decision as string,
      })),
    )
    .addCommand(logCommand())
    .addHelpText(
      'after',
      `
Ids are those that queries and exports give. A decision is kept by the words it is about, so that it outlives a corrected article.

Examples:
  $ dateline decide same ID ID --by mara --why "the same minister" --store news.db
  $ dateline decide log --store news.db
  $ dateline decide undo DECISION --store news.db`,
    );
}

function act(
  usage: string,
  description: string,
  make: (store: GraphStore, words: (string | undefined)[]) => Promise<Act>,
): Command {
  const [name, ...words] = usage.split(' ') as [string, ...string[]];
  const command = withBy(withStore(new Command(name))).description(description);
  for (const word of words) command.argument(word);
  return command.action((...given: unknown[]) => {
    const { store: address, by, why } = given[words.length] as Flags;
    return withGraph(address, async (store) => {
      const { id } = await store.decide({
        act: await make(store, given.slice(0, words.length) as string[]),
        by,
        why: why ?? null,
      });
      console.log(id);
    });
  });
}

function logCommand(): Command {
  return withStore(new Command('log'))
    .description('print every decision, one line of JSON each')
    .action(({ store: address }: Flags) =>
      withGraph(address, async (store) => {
        for await (const decision of store.decisions()) console.log(JSON.stringify(decision));
      }),
    );
}

async function subject(store: GraphStore, id: string | undefined): Promise<Subject> {
  const found = await store.subjectOf(id as string);
  if (!found)
    throw new InputError('ID_UNKNOWN', `nothing in the graph has the id ${id}`, {
      hint: 'take ids from a query or from: dateline export',
    });
  return found;
}

function fieldOf(name: string) {
  const fields = ['type', 'mode', 'earliest', 'latest', 'modality'] as const;
  const found = fields.find((field) => field === name);
  if (!found)
    throw new InputError('FIELD_UNKNOWN', `an event has no correctable field ${name}`, {
      hint: `one of: ${fields.join(', ')}`,
    });
  return found;
}
