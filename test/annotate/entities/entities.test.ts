import { expect, test } from '@jest/globals';
import { agree } from '../../../src/annotate/entities/agree.ts';
import { entities } from '../../../src/annotate/entities/entities.ts';
import { tokenizer } from '../../../src/annotate/tokens/tokenize.ts';
import { ROOT } from '../../../src/config.ts';
import type { Document } from '../../../src/document/document.ts';
import type { ReadingLayer } from '../../../src/document/layers.ts';
import { gazetteer } from '../../../src/vocabulary/gazetteer.ts';
import { marked } from '../../../src/vocabulary/marked.ts';
import { vocabulary } from '../../support/vocabulary.ts';

const LABELS = ['Person', 'Organization', 'Location', 'Facility', 'NORP', 'Date', 'Money', 'Product', 'Misc'];
const labelOf = (role: string) => LABELS.find((label) => label.toLowerCase() === role)!;
const tokenize = tokenizer(vocabulary.abbreviations);
const step = entities(vocabulary, gazetteer(ROOT));

/**
 * The names that the rules leave of those that a model is said to have found, marked in a sentence: {person:Mr. Lund}.
 * `tags` gives UPOS and XPOS where they matter.
 */
async function namesIn(source: string, tags: Readonly<Record<string, string>>): Promise<string[]> {
  const { text, spans } = marked(source);
  const tokens = tokenize(text, 0, text.length);
  const forms = tokens.map(({ start, end }) => text.slice(start, end));
  const tag = (form: string) => tags[form]?.split('/') ?? [];
  const names = tokens.map(({ start }) => {
    const span = spans.find((each) => each.start <= start && start < each.end);
    return span ? `${span.start === start ? 'B' : 'I'}-${labelOf(span.role)}` : 'O';
  });
  const reading = {
    upos: forms.map((form) => tag(form)[0] ?? (/^\p{Lu}/u.test(form) ? 'PROPN' : 'NOUN')),
    xpos: forms.map((form) => tag(form)[1] ?? '_'),
    lemmas: forms,
    feats: forms.map(() => null),
    heads: forms.map(() => -1),
    relations: forms.map(() => 'dep'),
    names,
    vectors: new Float32Array(),
    width: 0,
  };
  const sentences = [{ start: 0, end: text.length, first: 0, last: tokens.length, segment: 0 }];
  const { mentions } = await step.run({ text } as Document, { tokens: { tokens, sentences }, reading });
  for (const { start, end, first, last } of mentions)
    expect([start, end]).toEqual([tokens[first]!.start, tokens[last - 1]!.end]);
  return mentions.map(({ start, end, label }) => `${label}: ${text.slice(start, end)}`);
}

const LED = { led: 'VERB/VBN', backed: 'VERB/VBN', Tavian: 'ADJ/JJ' };

test.each<[string, string, string[], Record<string, string>?]>([
  ['a city and its state', 'in {location:San Telmo Ca} again', ['Location: San Telmo', 'Location: Ca']],
  ['a city and its state in full', 'in {location:Maren Illinois}', ['Location: Maren', 'Location: Illinois']],
  ['a city and its state of two words', 'in {location:Maren New Jersey}', ['Location: Maren', 'Location: New Jersey']],
  [
    'a state alone',
    'in {location:West Virginia} and {location:New Jersey}',
    ['Location: West Virginia', 'Location: New Jersey'],
  ],
  [
    'letters that are a name elsewhere',
    'of the {organization:ORB} today , but ORB says so',
    ['Organization: ORB', 'Organization: ORB'],
  ],
  ['letters in a line of capitals', 'WITH {organization:ORB} ORB TODAY', ['Organization: ORB']],
  ['a company’s ending', 'of {organization:Halvard Lines}, Inc. and more', ['Organization: Halvard Lines, Inc.']],
  ['a turned name', 'From: “{person:Oduya}, {person:Mara}” at noon', ['Person: Oduya, Mara']],
  ['two people with a comma', 'met {person:Oduya}, {person:Lund} and others', ['Person: Oduya', 'Person: Lund']],
  ['a name and what was done', '{person:Oduya on Monday convicted} again', ['Person: Oduya']],
  ['a capital by its name', 'Officials in the capital {person:Tavor} wept.', ['Location: Tavor']],
  ['a title', 'President {person:Ilan Verko} left.', ['Person: Ilan Verko']],
  ['a title within', '{person:President Ilan Verko} left.', ['Person: Ilan Verko']],
  ['a long title within', '{person:acting Deputy Prime Minister Ilan Verko} left.', ['Person: Ilan Verko']],
  ['a title with hyphens', '{person:Secretary-General Ruta Halm} spoke.', ['Person: Ruta Halm']],
  ['an honorific', '{person:Mr. Lund} paid.', ['Person: Lund']],
  ['an honorific without its dot', '{person:Dr Solveig} paid.', ['Person: Solveig']],
  ['letters behind a name', '{person:Joan Pell MP} resigned.', ['Person: Joan Pell']],
  ['what tells son from father', '{person:Cole Baxter Jr.} ran.', ['Person: Cole Baxter Jr.']],
  ['a title that is a first name too', '{person:Dean Halloran} wrote.', ['Person: Dean Halloran']],
  ['a name that is only a title', '{person:President} left.', ['Person: President']],
  ['the possessive', '{person:Lund’s} boat and {location:Tavia}’s coast.', ['Person: Lund', 'Location: Tavia']],
  ['quotation marks', '{organization:“Radio Belmark,”} he said.', ['Organization: Radio Belmark']],
  ['an abbreviation’s full stop', '{organization:Halvard Co.} paid.', ['Organization: Halvard Co.']],
  ['one that is cut in parts', '{location:U. S.} troops', ['Location: U. S.']],
  ['nothing but marks', 'He said {misc:“} and left.', []],
  ['an adjective before a hyphen', 'the {person:Tavian}-led bloc', ['NORP: Tavian'], LED],
  ['a participle within', 'the {misc:Tavian-led} bloc', ['NORP: Tavian'], LED],
  ['a person before a hyphen', 'the {person:Castane}-backed bloc', ['Person: Castane'], LED],
  [
    'a whole name',
    '{person:Tamir-Bek Ardakov} met {person:Ana Okonjo-Reyes}.',
    ['Person: Tamir-Bek Ardakov', 'Person: Ana Okonjo-Reyes'],
  ],
  ['a name in parts', '{person:Tamir}-{person:Bek Ardakov} left.', ['Person: Tamir-Bek Ardakov']],
  [
    'a name half seen',
    'Tamir-{person:Bek Ardakov} and {person:Ana Okonjo}-Reyes',
    ['Person: Tamir-Bek Ardakov', 'Person: Ana Okonjo-Reyes'],
  ],
  [
    'a name with its particle',
    '{person:Farid al}-{person:Tolunay} and al-{person:Rashid}',
    ['Person: Farid al-Tolunay', 'Person: al-Rashid'],
  ],
  ['a pair', 'the {person:Lorne}-{person:Varga} talks', ['Person: Lorne', 'Person: Varga']],
  ['two places', 'the {location:Tavia}-{location:Drevia} border', ['Location: Tavia', 'Location: Drevia']],
  [
    'one form, one type',
    '{person:Adel Yassir} rose. {organization:Yassir} sat. {person:Yassir} left {location:Tavia}.',
    ['Person: Adel Yassir', 'Person: Yassir', 'Person: Yassir', 'Location: Tavia'],
  ],
  [
    'of equals each keeps its own',
    '{organization:Lorne} rose. {location:Lorne} sat. {date:May} left {person:May}.',
    ['Organization: Lorne', 'Location: Lorne', 'Date: May', 'Person: May'],
  ],
  [
    'what has a foreign minister is a place',
    "{person:Tavia} sent aid. {person:Tavia}'s Foreign Minister {person:Ilan Verko} left.",
    ['Location: Tavia', 'Location: Tavia', 'Person: Ilan Verko'],
  ],
  [
    'what has a border is a place',
    'Soldiers crossed {person:Tavia}’s border. {person:Tavia} said nothing.',
    ['Location: Tavia', 'Location: Tavia'],
  ],
  [
    'where an ambassador goes is no person',
    'The ambassador to {person:Tavia} left. {person:Tavia} wept.',
    ['Location: Tavia', 'Location: Tavia'],
  ],
  ['but may be a body', 'The ambassador to the {organization:UNB} left.', ['Organization: UNB']],
  ['a body has a president too', "{organization:Halvard}'s president left.", ['Organization: Halvard']],
  [
    'what has a government is a place',
    'The new government of {person:Tavia} fell. {person:Tavia} is calm.',
    ['Location: Tavia', 'Location: Tavia'],
  ],
  [
    'a person named in full has one too',
    'The government of {person:Melk} fell. {person:Sana Melk} wept.',
    ['Person: Melk', 'Person: Sana Melk'],
  ],
  [
    'where people flee is more of a place than who speaks',
    'They fled to {location:Tavia}. {person:Tavia} said no.',
    ['Location: Tavia', 'Location: Tavia'],
  ],
  [
    'what takes "which" too',
    '{location:Tavia}, which has no coast, paid. {person:Tavia} said no.',
    ['Location: Tavia', 'Location: Tavia'],
  ],
  ['a given name behind a title', 'Mayor Ilse {person:Tavia}’s envoy left.', ['Person: Tavia']],
  ['whoever has one by his whole name is none', "{person:Sana Melk}'s foreign minister left.", ['Person: Sana Melk']],
  ['amounts and days', '{money:$5 million} on {date:March 4, 2021}', ['Money: $5 million', 'Date: March 4, 2021']],
])('%s: %s', async (_, source, expected, tags = {}) => {
  expect(await namesIn(source, tags)).toEqual(expected);
});

test.each(vocabulary.placeWords.map(({ example, form }) => [example, form] as const))('%s', async (example, form) => {
  // Where places stand, a name that is a person's elsewhere is a place's.
  const source = form === 'where' ? example.replace('{place:', '{location:') : example.replace('{place:', '{person:');
  const names = await namesIn(`${source} {person:Tavia} sat.`, {});
  expect(names).toEqual(['Location: Tavia', 'Location: Tavia']);
});

test('a page of letters is looked through once', () => {
  const text = 'a'.repeat(200_000);
  const reading = { upos: [] } as unknown as ReadingLayer;
  const told = { sure: new Set<string>(), likely: new Set<string>(), isPlaced: () => false };
  expect(agree([], { text, tokens: [], sentences: [], reading }, [], told, new Map())).toEqual([]);
});
