import type { Layers, StatementReading, Stretch } from '../../document/layers.ts';
import { firstAt } from '../quotations/view.ts';
import { type View as StatementView, viewOf as statementViewOf } from '../statements/view.ts';
import { hasCase } from '../syntax/tree.ts';
import type { EventWords } from './event-words.ts';

export { firstAt };

type Needed = Pick<
  Layers,
  'tokens' | 'reading' | 'syntax' | 'story' | 'quotations' | 'coreference' | 'statements' | 'times'
>;

/** What the rules for events look at. */
export interface View extends StatementView {
  readonly statements: readonly StatementReading[];
  readonly times: Layers['times']['times'];
  /** By token, the index of its sentence; -1 for none. */
  readonly sentenceOf: Int32Array;
  /** By token, the innermost statement that has it in its content; -1 for none. */
  readonly saidIn: Int32Array;
  readonly words: EventWords;
}

export function viewOf(text: string, layers: Needed, words: EventWords): View {
  const view = statementViewOf(text, layers);
  const sentenceOf = new Int32Array(view.tokens.length).fill(-1);
  view.sentences.forEach(({ first, last }, at) => {
    sentenceOf.fill(at, first, last);
  });
  const { statements } = layers.statements;
  return { ...view, statements, times: layers.times.times, sentenceOf, saidIn: saidIn(view, statements), words };
}

/** Larger contents are written first, so that the innermost is left standing. */
function saidIn({ tokens, syntax, clauseAt }: StatementView, statements: View['statements']): Int32Array {
  const found = new Int32Array(tokens.length).fill(-1);
  const contents = statements.flatMap(({ content }, at) => content.map((span) => ({ ...span, at })));
  contents.sort((a, b) => b.end - b.start - (a.end - a.start) || a.at - b.at);
  for (const { start, end, at } of contents) {
    const from = firstAt(tokens, start);
    const around = found[from] ?? -1;
    for (let token = from; token < tokens.length && tokens[token]!.start < end; token++) found[token] = at;
    const giveBack = ({ first, last }: Stretch) => {
      for (let token = first; token < last; token++) if (found[token] === at) found[token] = around;
    };
    const giveBackClauses = (head: number) => {
      for (const clause of syntax.children[head]!)
        if (syntax.relations[clause] === 'acl:relcl') giveBack(syntax.extents[clause]!);
    };
    const { source, cue } = statements[at]!;
    // "a request by Drevia, [which opened a hospital in May], for …": what is told of who asks is not asked.
    if (source) giveBackClauses(source.head);
    // "turned down [a request] by Drevia, [which …]": whoever declines it says nothing of it.
    const declined = cue?.class === 'decline' ? (clauseAt.get(cue.head)?.object ?? null) : null;
    const asking =
      declined === null ? undefined : syntax.children[declined]!.find((each) => hasCase(syntax, each, 'by'));
    if (declined !== null && asking !== undefined) {
      giveBack({ first: declined, last: declined + 1 });
      for (const head of [declined, asking]) giveBackClauses(head);
    }
  }
  return found;
}

/** The lemma of the preposition before a nominal, with what it is fixed to ("because of"); empty for none. */
export function prepositionOf({ syntax, reading }: Pick<View, 'syntax' | 'reading'>, token: number): string {
  const caseOf = (noun: number) =>
    syntax.children[noun]!.find((each) => syntax.relations[each] === 'case' && each < token);
  const titles = syntax.children[token]!.filter((each) => each < token && syntax.relations[each] === 'nmod:desc');
  // "of [President] Olof Melk": the tree may hang it on the title.
  const found = [token, ...titles].map(caseOf).find((each) => each !== undefined);
  return found === undefined ? '' : reading.lemmas[found]!.toLowerCase();
}

/** Whether a token is of a time expression. */
export function isTime({ times, tokens }: Pick<View, 'times' | 'tokens'>, token: number): boolean {
  const { start } = tokens[token]!;
  return times.some((time) => time.start <= start && start < time.end);
}

/** A token and what is joined to it by "and": "[police] and [soldiers]". */
export function withConjuncts({ syntax }: Pick<View, 'syntax'>, token: number): number[] {
  return [token, ...syntax.children[token]!.filter((child) => syntax.relations[child] === 'conj')];
}
