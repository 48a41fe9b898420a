/** A gold mention: words `[first, last)` of the document, and GUM's type of it. */
export interface GoldMention {
  readonly first: number;
  readonly last: number;
  readonly type: string;
}

/** One document of GUM with its entities: chains of mentions, singletons among them. */
export interface GumDocument {
  readonly id: string;
  readonly conllu: string;
  readonly words: readonly string[];
  readonly chains: readonly (readonly GoldMention[])[];
}

/** The documents of a GUM file whose id `keep` accepts. */
export function gumDocuments(conllu: string, keep: (id: string) => boolean = () => true): GumDocument[] {
  const parts = conllu.split(/^(?=# newdoc id = )/m).filter((part) => part.startsWith('# newdoc'));
  return parts.flatMap((part) => {
    const id = (/^# newdoc id = (\S+)/.exec(part) as RegExpExecArray)[1] as string;
    return keep(id) ? [{ id, conllu: part, ...entitiesOf(part) }] : [];
  });
}

function entitiesOf(conllu: string): Pick<GumDocument, 'words' | 'chains'> {
  const words: string[] = [];
  const chains = new Map<string, GoldMention[]>();
  const open = new Map<string, { first: number; type: string }[]>();
  for (const line of conllu.split('\n')) {
    const cells = line.split('\t');
    if (!/^\d+$/.test(cells[0] as string)) continue;
    const misc = (cells[9] ?? '').split('|').find((field) => field.startsWith('Entity=')) ?? '';
    for (const [, opens, number = '', type = '', closes] of misc.matchAll(/(\()?(\d+)(?:-([a-z]+))?[^()]*(\))?/g)) {
      const stack = open.get(number) ?? [];
      open.set(number, stack);
      if (opens) stack.push({ first: words.length, type });
      const begun = closes ? stack.pop() : undefined;
      if (begun) chains.set(number, [...(chains.get(number) ?? []), { ...begun, last: words.length + 1 }]);
    }
    words.push(cells[1] as string);
  }
  return { words, chains: [...chains.values()] };
}
