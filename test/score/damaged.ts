interface Row {
  readonly form: string;
  readonly columns: readonly string[];
}

/**
 * A CoNLL-U file with the same text and, here and there, sentences run together, tokens cut and multiword tokens left
 * whole, tags and heads changed: a prediction to try scorers on. The same for the same seed.
 */
export function damaged(gold: string, seed: number): string {
  let state = seed;
  const chance = (share: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % 1000 < share * 1000;
  };
  let result = '';
  let id = 0;
  for (const sentence of gold.split('\n\n').filter((block) => /^\d/m.test(block))) {
    if (!chance(0.1)) {
      result += result === '' ? '' : '\n';
      id = 0;
    }
    const offset = id;
    for (const token of tokensOf(sentence)) {
      const words = altered(token, chance);
      if (words.length > 1 && !chance(0.1))
        result += line([`${id + 1}-${id + words.length}`, words.map((word) => word.form).join('')]);
      for (const { form, columns } of words) {
        id++;
        const tag = chance(0.1) ? 'X' : columns[3]!;
        const lemma = chance(0.1) ? 'x' : columns[2]!;
        // A head before the word is sure to exist, whatever was cut or merged.
        const near = Number(columns[6]) + offset;
        const head = columns[6] === '0' ? 0 : near < id && !chance(0.2) ? near : id - 1;
        result += line([String(id), form, lemma, tag, columns[4]!, '_', String(head), columns[7]!]);
      }
    }
  }
  return `${result}\n`;
}

function line(columns: readonly string[]): string {
  return `${[...columns, ...Array<string>(10 - columns.length).fill('_')].join('\t')}\n`;
}

/** The words of each token; a range line gives the form of a multiword token. */
function tokensOf(sentence: string): { form: string; words: Row[] }[] {
  const tokens: { form: string; words: Row[] }[] = [];
  let until = 0;
  for (const columns of sentence.split('\n').map((row) => row.split('\t'))) {
    const [id = '', form = ''] = columns;
    if (!/^\d+(-\d+)?$/.test(id)) continue;
    if (id.includes('-')) {
      until = Number(id.split('-')[1]);
      tokens.push({ form, words: [] });
    } else if (Number(id) <= until) tokens.at(-1)!.words.push({ form, columns });
    else tokens.push({ form, words: [{ form, columns }] });
  }
  return tokens;
}

/** Sometimes one word where there were two, or two where there was one; the characters stay. */
function altered(
  { form, words }: { form: string; words: readonly Row[] },
  chance: (share: number) => boolean,
): readonly Row[] {
  const [first, ...rest] = words;
  const same = words.map((word) => word.form).join('') === form;
  if (rest.length > 0) return same && !chance(0.2) ? words : [{ form, columns: first!.columns }];
  if (form.length < 4 || !chance(0.05)) return words;
  return [form.slice(0, 2), form.slice(2)].map((part) => ({ form: part, columns: first!.columns }));
}
