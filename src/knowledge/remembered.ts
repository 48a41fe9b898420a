/** Of every function so many answers are kept: the names and words of news, of which few make up the most. */
const MOST_KEPT = 20_000;
/** What is longer is hardly asked for twice. */
const LONGEST = 64;

/** The same function of a text, which keeps what it answered: for what is pure, costly and asked of the same texts again and again. */
export function remembered<Result>(answer: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    if (text.length > LONGEST) return answer(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    // A copy: what was cut out of an article would keep the whole of it.
    const own = Buffer.from(text, 'utf16le').toString('utf16le');
    const found = answer(own);
    // Emptied when it is full: what is asked for often is soon there again.
    if (known.size >= MOST_KEPT) known.clear();
    known.set(own, found);
    return found;
  };
}
