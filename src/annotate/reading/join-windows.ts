/**
 * Makes one tree of a sentence that was read in several windows, whose words each took their head from their own
 * window: heads are within the sentence, -1 for a root. The first root stays, the others become its parataxis, and a
 * cycle between windows is opened at its first word. Changes both arrays.
 */
export function joinWindows(heads: number[], relations: string[]): void {
  let root = heads.indexOf(-1);
  const attach = (word: number) => {
    if (root < 0) {
      root = word;
      heads[word] = -1;
      relations[word] = 'root';
    } else if (word !== root) {
      heads[word] = root;
      relations[word] = 'parataxis';
    }
  };
  for (const [word, head] of heads.entries()) if (head === -1) attach(word);
  // By word: the walk that came past it; 0 for none yet.
  const walked = new Int32Array(heads.length);
  for (let start = 0; start < heads.length; start++) {
    let word = start;
    while (word >= 0 && walked[word] === 0) {
      walked[word] = start + 1;
      word = heads[word]!;
    }
    if (word >= 0 && walked[word] === start + 1) attach(firstOfCycle(heads, word));
  }
}

function firstOfCycle(heads: number[], member: number): number {
  let first = member;
  for (let word = heads[member]!; word !== member; word = heads[word]!) first = Math.min(first, word);
  return first;
}
