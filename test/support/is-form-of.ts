/** Past forms that share too little with their lemma to be told by their letters. */
const IRREGULAR: Readonly<Record<string, string>> = {
  arose: 'arise',
  beat: 'beat',
  besought: 'beseech',
  bet: 'bet',
  blew: 'blow',
  bought: 'buy',
  broke: 'break',
  brought: 'bring',
  cast: 'cast',
  did: 'do',
  died: 'die',
  drew: 'draw',
  fell: 'fall',
  felt: 'feel',
  fled: 'flee',
  forbade: 'forbid',
  foresaw: 'foresee',
  foretold: 'foretell',
  forgave: 'forgive',
  fought: 'fight',
  found: 'find',
  gave: 'give',
  gone: 'go',
  got: 'get',
  had: 'have',
  held: 'hold',
  kept: 'keep',
  knew: 'know',
  laid: 'lay',
  led: 'lead',
  left: 'leave',
  let: 'let',
  made: 'make',
  meant: 'mean',
  met: 'meet',
  paid: 'pay',
  put: 'put',
  ran: 'run',
  said: 'say',
  sang: 'sing',
  sat: 'sit',
  saw: 'see',
  sent: 'send',
  shot: 'shoot',
  shut: 'shut',
  sold: 'sell',
  sought: 'seek',
  spoke: 'speak',
  stood: 'stand',
  struck: 'strike',
  swore: 'swear',
  thought: 'think',
  threw: 'throw',
  told: 'tell',
  took: 'take',
  went: 'go',
  withdrew: 'withdraw',
  withheld: 'withhold',
  won: 'win',
  written: 'write',
  wrote: 'write',
  undertook: 'undertake',
  burnt: 'burn',
  is: 'be',
  was: 'be',
  were: 'be',
  are: 'be',
};

/** Whether the words may be an inflected form of the lemma: for tests of data, where no tagger is at hand. */
export function isFormOf(words: string, lemma: string): boolean {
  const given = words.toLowerCase().split(/\s+/);
  const parts = lemma.toLowerCase().split(' ');
  return given.length === parts.length && given.every((word, index) => mayBe(word, parts[index] as string));
}

function mayBe(word: string, part: string): boolean {
  if (word === part || IRREGULAR[word] === part) return true;
  const stem = part.replace(/(?:ie|[ey])$/, '');
  return word.startsWith(stem) && /^(?:[a-z]?(?:e|i|y)?(?:s|es|d|ed|n|en|ing)?)$/.test(word.slice(stem.length));
}
