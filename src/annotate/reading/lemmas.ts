import { knownLemma } from './known-lemma.ts';

/** How a form becomes its lemma: "l|3|y" lowers "Studied", cuts three characters and appends "y". */
export interface LemmaScript {
  /** Lower case, as it is, or title case. */
  readonly casing: 'l' | 'k' | 't';
  /** Characters (code points) to cut from the end. */
  readonly cut: number;
  readonly append: string;
}

/** Reads a script of `labels.lemma` in models/reader.json. */
export function lemmaScript(label: string): LemmaScript {
  const [casing, cut, ...append] = label.split('|') as ['l' | 'k' | 't', string, ...string[]];
  return { casing, cut: Number(cut), append: append.join('|') };
}

/** The lemma of a form by script, unless the table of exceptions ("form|UPOS", lower case) knows better. */
export function lemmaOf(
  form: string,
  upos: string,
  script: LemmaScript,
  exceptions: ReadonlyMap<string, string>,
): string {
  return exceptions.get(`${form.toLowerCase()}|${upos}`) || knownLemma(form, upos, applied(script, form)) || form;
}

function applied({ casing, cut, append }: LemmaScript, form: string): string {
  const base = cased(form, casing);
  if (cut === 0) return base + append;
  const characters = [...base];
  return characters.slice(0, Math.max(0, characters.length - cut)).join('') + append;
}

function cased(form: string, casing: LemmaScript['casing']): string {
  if (casing === 'k') return form;
  const lower = form.toLowerCase();
  if (casing === 'l') return lower;
  const [first = ''] = lower;
  return first.toUpperCase() + lower.slice(first.length);
}
