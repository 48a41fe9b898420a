/** A paragraph of a treebank with the offsets at which its sentences begin. */
export interface Paragraph {
  readonly text: string;
  readonly begins: ReadonlySet<number>;
  readonly document: string;
}

/** The paragraphs of the documents whose id `keep` accepts: sentences joined by a space, cut at `# newpar`. */
export function paragraphsOf(conllu: string, keep: (document: string) => boolean): Paragraph[] {
  const found: Paragraph[] = [];
  let document = '';
  let text = '';
  let begins = new Set<number>();
  const close = () => {
    if (text !== '' && keep(document)) found.push({ text, begins, document });
    text = '';
    begins = new Set();
  };
  for (const line of conllu.split('\n')) {
    if (line.startsWith('# newdoc')) {
      close();
      document = line.slice(line.indexOf('=') + 1).trim();
    } else if (line.startsWith('# newpar') && !line.startsWith('# newpar_block')) close();
    else if (line.startsWith('# text = ')) {
      if (text !== '') text += ' ';
      const sentence = line.slice('# text = '.length);
      begins.add(text.length + (sentence.length - sentence.trimStart().length));
      text += sentence;
    }
  }
  close();
  return found;
}

/**
 * What treebanks do not have and articles do: paragraphs with line breaks inside, set to a width, and runs of short
 * paragraphs parted by one line break only.
 */
export function wrapped(paragraphs: readonly Paragraph[], random: () => number): Paragraph[] {
  const made: Paragraph[] = [];
  for (const [at, paragraph] of paragraphs.entries()) {
    const { text, begins, document } = paragraph;
    if (text.length > 100 && random() < 0.25) made.push({ text: setTo(text, 45 + random() * 60), begins, document });
    const next = paragraphs[at + 1];
    if (next?.document === document && text.length < 90 && random() < 0.5) made.push(listed(paragraphs, at, random));
  }
  return made;
}

/** Spaces become line breaks where a line of this width is full, so that offsets stay. */
function setTo(text: string, width: number): string {
  let result = '';
  let line = 0;
  for (let at = 0; at < text.length; at++) {
    const next = text.indexOf(' ', at + 1);
    if (text[at] === ' ' && at - line + (next < 0 ? text.length : next) - at > width) {
      result += '\n';
      line = at + 1;
    } else result += text[at];
  }
  return result;
}

const BULLETS = ['', '', '- ', '* ', '• ', '– '];

/** The paragraph at `from` and the next ones of its document, each on a line, some with a bullet before each. */
function listed(paragraphs: readonly Paragraph[], from: number, random: () => number): Paragraph {
  const { document } = paragraphs[from]!;
  const bullet = BULLETS[Math.floor(random() * BULLETS.length)]!;
  let text = '';
  const begins = new Set<number>();
  for (let at = from; at < Math.min(from + 4, paragraphs.length) && paragraphs[at]!.document === document; at++) {
    if (text !== '') text += '\n';
    const offset = text.length + bullet.length;
    for (const begin of paragraphs[at]!.begins) begins.add(begin === 0 ? text.length : offset + begin);
    text += bullet + paragraphs[at]!.text;
  }
  return { text, begins, document };
}

/** Initialisms and the like that stand inside a sentence as well as at its end. */
const EITHER = 'U.S. U.N. U.K. E.U. D.C. L.A. N.Y. S.C. Inc. Corp. Co. Ltd. Jr. p.m. a.m.'.split(' ');
/** Titles, which a name follows. */
const TITLES = 'Mr. Mrs. Ms. Dr. Gen. Sen. Gov. Capt. Lt. Col. Sgt. Prof. Rep. Rev. St. Maj. J. A. M. W.'.split(' ');

/**
 * Copies in which names gave way to abbreviations: the last word of a sentence to "U.S." or "Corp.", a word before a
 * name to these or to a title. Treebanks have too few sentences that end so to learn what then follows.
 */
export function abbreviated(paragraphs: readonly Paragraph[], random: () => number): Paragraph[] {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)]!;
  const made: Paragraph[] = [];
  for (const { text, begins, document } of paragraphs) {
    if (begins.size < 2 || random() > 0.3) continue;
    const starts = [...begins].sort((a, b) => a - b);
    let copy = '';
    const moved = new Set<number>();
    for (const [at, start] of starts.entries()) {
      const sentence = text.slice(start, starts[at + 1] ?? text.length).trimEnd();
      if (copy !== '') copy += ' ';
      moved.add(copy.length);
      copy += sentence
        .replace(/(?<= )[A-Za-z][a-z]+\.$/, (last) => (random() < 0.4 ? pick(EITHER) : last))
        .replace(/^[A-Z][a-z]+(?= [A-Z][a-z]+)/, (name) =>
          random() < 0.4 ? pick(random() < 0.4 ? EITHER : TITLES) : name,
        )
        .replace(/(?<=\b[a-z]+ )[A-Z][a-z]+(?= [A-Z][a-z]+)/g, (name) =>
          random() < 0.4 ? pick(random() < 0.6 ? EITHER : TITLES) : name,
        );
    }
    made.push({ text: copy, begins: moved, document });
  }
  return made;
}
