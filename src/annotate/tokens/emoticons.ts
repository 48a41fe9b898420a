/** Longest first where one begins another. ":/" and ":O" only count where the chunk ends with them. */
const EMOTICONS: readonly string[] =
  ":'-( >:-( :-)) :)) :-) ;-) :-( =-) :-D ;-D :-P :-/ :-| :-O :'( >:( :) ;) :( =) =( =D :D ;D :P :p ;P ;p xD :/ :\\ :| :O :o :3 <3 ^_^ -_- ^^ </3".split(
    ' ',
  );

/** Where an emoticon ends that begins at `start`; zero where none does. It must reach the end of its chunk or a stop. */
export function emoticonEnd(text: string, start: number, end: number): number {
  for (const emoticon of EMOTICONS) {
    if (!text.startsWith(emoticon, start)) continue;
    const to = start + emoticon.length;
    if (to === end || (to < end && '.,!?'.includes(text[to]!))) return to;
  }
  return 0;
}
