const FIRST = 'Ada Bela Cora Dara Edo Fenn Gita Hale Ines Jona Kaya Lior Mona Nils Orla Pavo Runa Sefa Tove Ulla'.split(
  ' ',
);
const SYLLABLES = 'bar ven dor mal tesk rin oda lun kar pel sor vik nam gal hest jun brae quil zan thor'.split(' ');
const WORDS =
  'harbour council winter grain border drivers promise ministers river bridge answer morning signal market workers engine coast letter village treaty price station garden summer island answerable tribunal ferry cargo teacher'.split(
    ' ',
  );

const VOCABULARY = 5000;

export const OUTLETS = 40;
export const STANCES = ['supportive', 'critical', 'neutral'] as const;
export const TYPES: readonly (readonly [string, string])[] = [
  ['CONSULT', 'meet'],
  ['ASSAULT', 'attack'],
  ['PROTEST', 'protest'],
  ['COERCE', 'arrest'],
  ['REQUEST', 'ask'],
  ['AGREE', 'agree'],
  ['MOBILIZE', 'deploy'],
  ['SANCTION', 'expel'],
  ['AID', 'send'],
  ['RETREAT', 'resign'],
];

/** The name of the n-th made-up actor: a person, or each third time a body. */
export function actorOf(n: number): string {
  return n % 3 === 0 ? `${word(n)} Union` : `${FIRST[n % FIRST.length]} ${word(Math.floor(n / 2))}`;
}

export function placeOf(n: number): string {
  return `${word(n)}ville`;
}

/** So many words of no meaning, some as frequent and most as rare as words are (Zipf). */
export function wordsOf(luck: () => number, count: number): string {
  return Array.from({ length: count }, () => {
    const rank = Math.floor(VOCABULARY ** luck()) - 1;
    return WORDS[rank] ?? word(rank).toLowerCase();
  }).join(' ');
}

function word(n: number): string {
  let rest = n + SYLLABLES.length;
  let made = '';
  for (; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) made += SYLLABLES[rest % SYLLABLES.length];
  return (made[0] as string).toUpperCase() + made.slice(1);
}
