import { describe, expect, test } from '@jest/globals';
import { documentOf } from '../../../scripts/score/treebank.ts';
import { english } from '../../../src/annotate/english.ts';
import { pipeline } from '../../../src/annotate/pipeline.ts';
import { ROOT } from '../../../src/config.ts';
import { extractor } from '../../../src/extract/extract.ts';
import { vocabulary } from '../../support/vocabulary.ts';

const annotate = pipeline(english(vocabulary, new URL('models/', ROOT), { threads: 1 }));
const extract = extractor('0.0.0');

/** The relations of a story of 13 March 2024: kind, from, to, label. */
async function relationsOf(text: string) {
  const { entities, relations } = extract(await annotate({ ...documentOf(text), publishedAt: '2024-03-13' }));
  const nameOf = (id: string | null) => entities.find((entity) => entity.id === id)?.name ?? null;
  return relations.map((one) => ({ ...one, from: nameOf(one.from), to: nameOf(one.to) }));
}

describe('lasting facts', () => {
  test.each<[sentence: string, type: string, from: string, to: string | null, label: string | null]>([
    [
      'Norwegian Prime Minister Sana Melk met farmers in Norway.',
      'HOLDS_OFFICE',
      'Sana Melk',
      'Norway',
      'prime minister',
    ],
    [
      'Halvard Lines named Sana Melk as its chief executive on Monday.',
      'HOLDS_OFFICE',
      'Sana Melk',
      'Halvard Lines',
      'chief executive',
    ],
    [
      'Halvard Lines appointed Sana Melk as chief executive in 2015.',
      'HOLDS_OFFICE',
      'Sana Melk',
      'Halvard Lines',
      'chief executive',
    ],
    ['Ilse Varga succeeded Hugh Lorne as mayor.', 'SUCCEEDED', 'Ilse Varga', 'Hugh Lorne', 'mayor'],
    [
      'Marches shook the government of Ilse Varga, who succeeded Hugh Lorne as president in 2019.',
      'SUCCEEDED',
      'Ilse Varga',
      'Hugh Lorne',
      'president',
    ],
    [
      'The Harbour Front claimed it. The United Nations urged calm. Its director, Ilse Varga, is due in Tarn on Friday.',
      'HOLDS_OFFICE',
      'Ilse Varga',
      'United Nations',
      'director',
    ],
    [
      'The Harbour Front claimed it. Some 900 families fled, according to the aid group Open Hands. Its director, Ilse Varga, wept.',
      'HOLDS_OFFICE',
      'Ilse Varga',
      'Open Hands',
      'director',
    ],
    [
      'Tavia’s financial watchdog fined Norlund Bank. Norlund said it would not appeal. Its chief executive, Ilse Varga, wept.',
      'HOLDS_OFFICE',
      'Ilse Varga',
      'Norlund Bank',
      'chief executive',
    ],
    ['Hugh Lorne was replaced by Ilse Varga.', 'SUCCEEDED', 'Ilse Varga', 'Hugh Lorne', null],
    [
      'Piet Quist spoke on Monday. Students protested against Ilan Verko’s government and the man he replaced as mayor, Hugh Lorne.',
      'SUCCEEDED',
      'Ilan Verko',
      'Hugh Lorne',
      'mayor',
    ],
    [
      'Sana Melk, the chief executive of Halvard Lines, wept.',
      'HOLDS_OFFICE',
      'Sana Melk',
      'Halvard Lines',
      'chief executive',
    ],
    ['Sana Melk, head of the Dock and Quarry Union, spoke.', 'LEADS', 'Sana Melk', 'Dock and Quarry Union', null],
    ['Hana Orbel, chief surgeon at Tarn Hospital, wept.', 'WORKS_FOR', 'Hana Orbel', 'Tarn Hospital', 'chief surgeon'],
    [
      'A surgeon at Tarn Hospital, Yusuf Brant, spoke to reporters.',
      'WORKS_FOR',
      'Yusuf Brant',
      'Tarn Hospital',
      'surgeon',
    ],
    [
      'Tarvia expelled the Brodnian ambassador. The envoy was told to leave the country, Foreign Minister Sana Melk said.',
      'HOLDS_OFFICE',
      'Sana Melk',
      'Tarvia',
      'foreign minister',
    ],
    [
      'The government of Tarvia met rebels. Moscow, which backs it, sent arms. President Ilan Verko left. Moscow denied it.',
      'HOLDS_OFFICE',
      'Ilan Verko',
      'Tarvia',
      'president',
    ],
    [
      'ISC Secretary-General Ruth Amadi praised the Inner Sea Council (ISC).',
      'HOLDS_OFFICE',
      'Ruth Amadi',
      'Inner Sea Council',
      'secretary-general',
    ],
    [
      'The Green Alliance, whose leader, Sana Melk, is in jail, called a rally.',
      'LEADS',
      'Sana Melk',
      'Green Alliance',
      null,
    ],
    [
      'Norway’s Foreign Minister Ilan Verko met farmers in Sweden.',
      'HOLDS_OFFICE',
      'Ilan Verko',
      'Norway',
      'foreign minister',
    ],
    ['Nell Arden took over the Harbour Guard from Rafe Morand.', 'SUCCEEDED', 'Nell Arden', 'Rafe Morand', null],
    ['Nell Arden took over the Harbour Guard from Rafe Morand.', 'LEADS', 'Nell Arden', 'Harbour Guard', null],
    ['Joan Pell left Ilan Verko’s Green Harbour party.', 'MEMBER_OF', 'Ilan Verko', 'Green Harbour party', null],
    ['The ship left Bergen, Norway, on Friday. Norway has many ports.', 'PART_OF', 'Bergen', 'Norway', null],
    ['It was felt in the Norwegian capital, Oslo. Norway has many ports.', 'PART_OF', 'Oslo', 'Norway', null],
    ['They met in the Norwegian port of Bergen. Norway has many ports.', 'PART_OF', 'Bergen', 'Norway', null],
    ['Bergen’s Customs House burned down.', 'PART_OF', 'Customs House', 'Bergen', null],
    [
      'The harbour guards will stay, said their commander, Colonel Ilan Verko.',
      'LEADS',
      'Ilan Verko',
      'The harbour guards',
      null,
    ],
    [
      'Norway must repay a bond. Nurses called for a rally in the capital, Tarn, on Tuesday.',
      'PART_OF',
      'Tarn',
      'Norway',
      null,
    ],
    [
      'Two men described beatings at the Orlo detention centre in Oslo. The Orlo detention centre holds forty men.',
      'PART_OF',
      'the Orlo detention centre',
      'Oslo',
      null,
    ],
    ['Norway was poor in the years of rule by Hugh Lorne.', 'LEADS', 'Hugh Lorne', 'Norway', null],
    [
      'Sana Melk, who was elected in 2019 after nine years of rule by Hugh Lorne, left Norway.',
      'SUCCEEDED',
      'Sana Melk',
      'Hugh Lorne',
      null,
    ],
    [
      'President Sana Melk flew to Norway. Norway was calm. Hugh Lorne, whom Melk succeeded in 2019, was ill.',
      'HOLDS_OFFICE',
      'Hugh Lorne',
      'Norway',
      'president',
    ],
    ['Odile Quist, 57, runs the ferry.', 'BORN', 'Odile Quist', null, null],
    ['The ferry is run by 57-year-old Odile Quist.', 'BORN', 'Odile Quist', null, null],
  ])('%s', async (sentence, type, from, to, label) => {
    expect(await relationsOf(sentence)).toContainEqual(expect.objectContaining({ type, from, to, label }));
  });

  test.each<[sentence: string]>([
    ['Ilse Varga will not replace Hugh Lorne.'],
    ['The rule of law won.'],
    ['Ilse Varga may succeed Hugh Lorne.'],
    ['Halvard Lines refused to appoint Sana Melk as chief executive.'],
    ['Halvard Lines may appoint Sana Melk as chief executive.'],
    ['Odile Quist paid 57 crowns.'],
    ['A driver from Bergen wept.'],
    ['The High Commissioner for Refugees, Odile Quist, wept.'],
    ['Norway sold the mine. Its chief executive, Odile Quist, wept.'],
    ['Norway is to host the talks. French President Odile Quist will attend.'],
    ['Sana Melk succeeded a man who had stayed for years.'],
    ['Nell Arden may take over the Harbour Guard from Rafe Morand.'],
  ])('%s tells none', async (sentence) => {
    expect(await relationsOf(sentence)).toEqual([]);
  });

  test('an age gives the days between which somebody was born', async () => {
    const [born] = await relationsOf('Odile Quist, 57, runs the ferry.');
    expect(born).toMatchObject({ validFrom: '1966-03-14/1967-03-13', validTo: null, start: 0 });
  });

  test.each<[sentence: string, type: string, validFrom: string | null, validTo: string | null]>([
    ['Ilse Varga succeeded Hugh Lorne in 2019.', 'SUCCEEDED', '2019', null],
    ['Ilse Varga has been mayor of Bergen since 2019.', 'HOLDS_OFFICE', '2019', null],
    ['Ilse Varga became mayor of Bergen in May 2019.', 'HOLDS_OFFICE', '2019-05', null],
    ['Ilse Varga was mayor of Bergen from 2011 to 2019.', 'HOLDS_OFFICE', '2011', '2019'],
    ['Ilse Varga was mayor of Bergen.', 'HOLDS_OFFICE', null, '../2024-03-13'],
    ['Ilse Varga is mayor of Bergen.', 'HOLDS_OFFICE', null, null],
    ['Ilse Varga has led the Centre Party since 2012.', 'LEADS', '2012', null],
    ['Ilse Varga joined the Centre Party in 1994.', 'MEMBER_OF', '1994', null],
    ['Ilse Morand married Rafe Morand in 1990.', 'SPOUSE_OF', '1990', null],
    ['The Harbour Union was founded in 2003 by Anselm Kord.', 'FOUNDED', '2003', null],
    ['Ilse Morand was born in Oslo in 1961.', 'BORN', '1961', null],
    ['Father Jonas Tamaro, born on 4 May 1950, entered the order at nineteen.', 'BORN', '1950-05-04', null],
    ['Anselm Kord died in Oslo on Friday.', 'DIED', '2024-03-08', null],
    ['Anselm Kord was assassinated in 2011.', 'DIED', '2011', null],
    ['The late Queen Amina had opened the bridge.', 'DIED', '../2024-03-13', null],
    ["Sana Melk's ex-wife, Odile Quist, sold the house.", 'SPOUSE_OF', null, '../2024-03-13'],
  ])('%s', async (sentence, type, validFrom, validTo) => {
    expect(await relationsOf(sentence)).toContainEqual(expect.objectContaining({ type, validFrom, validTo }));
  });

  test('an office without a country is of the country that the story is about, or else of the last one that its paragraph spoke of', async () => {
    const story =
      'Prime Minister Sana Melk spoke in Norway. Norway voted.\nSweden voted too. Prime Minister Rolf Tann wept.';
    expect((await relationsOf(story)).map(({ from, to, label }) => [from, to, label])).toEqual([
      ['Sana Melk', 'Norway', 'prime minister'],
      ['Rolf Tann', 'Sweden', 'prime minister'],
    ]);
  });

  test('who succeeded a party leader tells of no office of his', async () => {
    const story =
      'President Sana Melk flew to Norway. Norway was calm. Melk succeeded Hugh Lorne as leader of the Centre Party.';
    const offices = (await relationsOf(story)).filter(({ type }) => type === 'HOLDS_OFFICE');
    expect(offices.map(({ from }) => from)).toEqual(['Sana Melk']);
  });

  test('a former office had ended by the day of publication', async () => {
    const found = await relationsOf('Former Norwegian Prime Minister Sana Melk left Norway.');
    expect(found).toContainEqual(expect.objectContaining({ type: 'HOLDS_OFFICE', validTo: '../2024-03-13' }));
  });
});

describe('what people and bodies are to each other', () => {
  test.each<[sentence: string, type: string, from: string, to: string | null, label: string | null]>([
    ['Tarn Metals is owned by North Quay Holdings.', 'OWNS', 'North Quay Holdings', 'Tarn Metals', null],
    ['The Adra Bank, owned by Sana Melk, failed.', 'OWNS', 'Sana Melk', 'Adra Bank', null],
    ['Sana Melk, the owner of Adra Lines, sold his boat.', 'OWNS', 'Sana Melk', 'Adra Lines', null],
    ['Adra Lines, a subsidiary of North Quay Holdings, lost money.', 'OWNS', 'North Quay Holdings', 'Adra Lines', null],
    ['The state of Norway holds 51 percent of Tarn Metals.', 'OWNS', 'Norway', 'Tarn Metals', '51 percent'],
    ['Senad Husic owns a 30% stake in Vodena.', 'OWNS', 'Senad Husic', 'Vodena', '30% stake'],
    ['Boris Zeman, the founder of Devana Bank, fled.', 'FOUNDED', 'Boris Zeman', 'Devana Bank', null],
    ['The cash came from Devana Bank’s founder, Boris Zeman.', 'FOUNDED', 'Boris Zeman', 'Devana Bank', null],
    ['Oslo-based Tarn Metals hired forty welders.', 'LOCATED_IN', 'Tarn Metals', 'Oslo', null],
    ['Tarn Metals is based in Oslo.', 'LOCATED_IN', 'Tarn Metals', 'Oslo', null],
    ['The Ember Front, armed by Russia, holds the pass.', 'BACKS', 'Russia', 'Ember Front', null],
    ['Norwegian novelist Ilse Morand left Norway.', 'CITIZEN_OF', 'Ilse Morand', 'Norway', null],
    ['Ilan Verko, a citizen of Norway, was unhurt.', 'CITIZEN_OF', 'Ilan Verko', 'Norway', null],
    ['Mamadou Kessel is safe, his daughter, Awa Kessel, wrote.', 'CHILD_OF', 'Awa Kessel', 'Mamadou Kessel', null],
    ['Ilse Varga, whose father Olof Varga was a judge, left.', 'CHILD_OF', 'Ilse Varga', 'Olof Varga', null],
    ['Hugh Varga is the son of former president Olof Melk.', 'CHILD_OF', 'Hugh Varga', 'Olof Melk', null],
    ['Teodor Brisk and his wife Mirela Brisk planted an oak.', 'SPOUSE_OF', 'Mirela Brisk', 'Teodor Brisk', null],
    ['Jonas Ebrecht and his brother Karl ran the mill.', 'SIBLING_OF', 'Karl', 'Jonas Ebrecht', null],
    [
      'Hugh Lorne, the brother-in-law of President Ilse Varga, owns Adra Lines.',
      'RELATED_TO',
      'Hugh Lorne',
      'Ilse Varga',
      'brother-in-law',
    ],
    [
      'President Hugh Lorne, who was born in Oslo, died on Monday, his widow, Ilse Lorne, said.',
      'DIED',
      'Hugh Lorne',
      null,
      null,
    ],
    ['Petra Lindqvar, a member of the Centre Party, abstained.', 'MEMBER_OF', 'Petra Lindqvar', 'Centre Party', null],
    ['Petra Lindqvar is a member of the Centre Party.', 'MEMBER_OF', 'Petra Lindqvar', 'Centre Party', null],
    ['Hugh Lorne was a member of the Harbour Council.', 'MEMBER_OF', 'Hugh Lorne', 'Harbour Council', null],
    ['Halvania joined the Inner Sea League in 1994.', 'MEMBER_OF', 'Halvania', 'Inner Sea League', null],
    ['Halvania belongs to the Inner Sea League.', 'MEMBER_OF', 'Halvania', 'Inner Sea League', null],
    ['Sana Melk joined the Green Alliance.', 'MEMBER_OF', 'Sana Melk', 'Green Alliance', null],
    ['Sana Melk heads the Green Alliance.', 'LEADS', 'Sana Melk', 'Green Alliance', null],
    ['Sana Melk leads the Centre Party.', 'LEADS', 'Sana Melk', 'Centre Party', null],
    ['Sana Melk, leader of the Green Alliance, spoke.', 'LEADS', 'Sana Melk', 'Green Alliance', null],
    ['Jonas Ebrecht, head of the Dockers Union, left.', 'LEADS', 'Jonas Ebrecht', 'Dockers Union', null],
    ['The Centre Party is led by Petra Lindqvar.', 'LEADS', 'Petra Lindqvar', 'Centre Party', null],
    [
      'Yusuf Tamaro, a spokesman for the Interior Ministry, left.',
      'WORKS_FOR',
      'Yusuf Tamaro',
      'Interior Ministry',
      'spokesman',
    ],
    [
      'A spokeswoman for the Health Ministry, Odile Quist, left.',
      'WORKS_FOR',
      'Odile Quist',
      'Health Ministry',
      'spokeswoman',
    ],
    [
      'Amina Solveig, an engineer at Adra Lines, found the crack.',
      'WORKS_FOR',
      'Amina Solveig',
      'Adra Lines',
      'engineer',
    ],
    [
      'Piet Lorne, chief surgeon at Harbour Hospital, slept.',
      'WORKS_FOR',
      'Piet Lorne',
      'Harbour Hospital',
      'chief surgeon',
    ],
    ['Joan Pell is a lawyer for Adra Lines.', 'WORKS_FOR', 'Joan Pell', 'Adra Lines', 'lawyer'],
    ['Joan Pell, a lawyer for Hugh Lorne, left.', 'WORKS_FOR', 'Joan Pell', 'Hugh Lorne', 'lawyer'],
    ['Amina Solveig works for Adra Lines.', 'WORKS_FOR', 'Amina Solveig', 'Adra Lines', null],
    ['Adra Lines employs Amina Solveig.', 'WORKS_FOR', 'Amina Solveig', 'Adra Lines', null],
    ['Halvania is an ally of Velmora.', 'ALLIED_WITH', 'Halvania', 'Velmora', null],
    ['Halvania, an ally of Velmora, sent ships.', 'ALLIED_WITH', 'Halvania', 'Velmora', null],
    ['Hugh Lorne is an ally of Sana Melk.', 'ALLIED_WITH', 'Hugh Lorne', 'Sana Melk', null],
    ['Sana Melk, a rival of Hugh Lorne, was abroad.', 'OPPOSES', 'Sana Melk', 'Hugh Lorne', null],
    ['Sana Melk is an opponent of Hugh Lorne.', 'OPPOSES', 'Sana Melk', 'Hugh Lorne', null],
    ['Sana Melk, a critic of Hugh Lorne, was abroad.', 'OPPOSES', 'Sana Melk', 'Hugh Lorne', null],
    ['Sana Melk opposes Hugh Lorne.', 'OPPOSES', 'Sana Melk', 'Hugh Lorne', null],
    ['Rina Dovale, the successor of Jonas Ebrecht, took the oath.', 'SUCCEEDED', 'Rina Dovale', 'Jonas Ebrecht', null],
    ['Jonas Ebrecht, the predecessor of Rina Dovale, waved.', 'SUCCEEDED', 'Rina Dovale', 'Jonas Ebrecht', null],
    [
      'Police held two clerks of Halvard Lines and its head of safety, Tomas Quist.',
      'WORKS_FOR',
      'Tomas Quist',
      'Halvard Lines',
      'head of safety',
    ],
    ['Rina Dovale replaced Jonas Ebrecht as prime minister.', 'SUCCEEDED', 'Rina Dovale', 'Jonas Ebrecht', null],
    [
      'Sana Melk, a former judge and a member of the Centre Party, left.',
      'MEMBER_OF',
      'Sana Melk',
      'Centre Party',
      null,
    ],
    ['Hugh Lorne will stay on as mayor of Oslo.', 'HOLDS_OFFICE', 'Hugh Lorne', 'Oslo', 'mayor'],
    ['Soldiers landed at Bodo air base, Norway, at dawn. Norway was calm.', 'PART_OF', 'Bodo', 'Norway', null],
    ['Adra Lines is a division of North Quay Holdings.', 'PART_OF', 'Adra Lines', 'North Quay Holdings', null],
    [
      'The River Police, a branch of the Interior Ministry, owns the boats.',
      'PART_OF',
      'River Police',
      'Interior Ministry',
      null,
    ],
  ])('%s', async (sentence, type, from, to, label) => {
    const found = await relationsOf(sentence);
    const expected = label === null ? { type, from, to } : { type, from, to, label };
    expect(found.map((one) => ({ ...one, from: bare(one.from), to: bare(one.to) }))).toContainEqual(
      expect.objectContaining(expected),
    );
  });

  test.each<[sentence: string, type: string]>([
    ['Sana Melk left the Centre Party.', 'MEMBER_OF'],
    ['Sana Melk is not a member of the Centre Party.', 'MEMBER_OF'],
    ['Sana Melk does not oppose Hugh Lorne.', 'OPPOSES'],
  ])('%s is a denial', async (sentence, type) => {
    expect(await relationsOf(sentence)).toContainEqual(expect.objectContaining({ type, negated: true }));
  });

  test.each<[sentence: string]>([
    ['Sana Melk may join the Centre Party.'],
    ['Sana Melk left the room.'],
    ['The Harbour Union left 63 people dead.'],
    ['Executive Sana Melk of Halvard Lines was late.'],
    ['Members of the choir sang.'],
    ['Two brothers of Sana Melk were killed.'],
    ['The government established a commission.'],
    ['Sana Melk owns a boat.'],
  ])('%s tells none', async (sentence) => {
    expect(await relationsOf(sentence)).toEqual([]);
  });

  test('who leads the opposition leads no country', async () => {
    const found = await relationsOf('Norwegian opposition leader Sana Melk flew to Norway.');
    expect(found.map(({ type, label }) => [type, label])).toEqual([['HOLDS_OFFICE', 'opposition leader']]);
  });

  test('an office without its country is of the one that its paragraph last spoke of', async () => {
    const before = 'Norway was calm. Norway and its army waited. Norway slept.';
    const found = await relationsOf(`${before}\nSweden voted against. Snow fell. Foreign Minister Sana Melk left.`);
    expect(found).toContainEqual(expect.objectContaining({ type: 'HOLDS_OFFICE', from: 'Sana Melk', to: 'Sweden' }));
  });

  test.each([
    [
      'Norway was calm. Norway and its army waited. Norway slept.\nSweden, which has troops in the country, voted against it. Foreign Minister Sana Melk left.',
    ],
    ['Sweden voted. Swedish troops left.\nStockholm denied it. Foreign Minister Sana Melk left.'],
  ])('the country that speaks in a paragraph is whose its ministers are: %s', async (story) => {
    const found = await relationsOf(story);
    expect(found).toContainEqual(expect.objectContaining({ type: 'HOLDS_OFFICE', from: 'Sana Melk', to: 'Sweden' }));
  });

  test('“the minister” is no further office of who has one in full', async () => {
    const found = await relationsOf(
      'Norway closed its schools. Education Minister Otto Lams spoke. Ada Quist shouted at the minister.',
    );
    expect(found.filter(({ from }) => from === 'Otto Lams').map(({ label }) => label)).toEqual(['education minister']);
  });

  test('a capital and its country do not lie in each other', async () => {
    const found = await relationsOf('It was felt in the Norwegian capital, Oslo. Norway has many ports.');
    expect(found.filter(({ type }) => type === 'PART_OF').map(({ from }) => from)).toEqual(['Oslo']);
  });

  test('a journalist of a people holds no office of its country', async () => {
    const found = await relationsOf('Hugh Lorne, a French journalist, was late. France wept.');
    expect(found.map(({ type }) => type)).toEqual(['CITIZEN_OF']);
  });

  test('an office without its country is of the one that the story is about', async () => {
    const found = await relationsOf('Interior Minister Sana Melk flew to Norway. Norway was calm.');
    expect(found).toContainEqual(expect.objectContaining({ type: 'HOLDS_OFFICE', from: 'Sana Melk', to: 'Norway' }));
  });
});

function bare(name: string | null): string | null {
  return name?.replace(/^[Tt]he /, '') ?? null;
}

describe('when something is said', () => {
  test.each<[sentence: string, value: string | null]>([
    ['Ilse Varga said on Monday that the ferry would run again.', '2024-03-11'],
    ['Ilse Varga said the ferry sank on Monday.', null],
    ['“The dam will hold,” Odile Quist said on Tuesday.', '2024-03-12'],
  ])('%s', async (sentence, value) => {
    const { statements, times } = extract(await annotate({ ...documentOf(sentence), publishedAt: '2024-03-13' }));
    const [statement] = statements;
    expect(times.find(({ id }) => id === statement?.saidAt)?.value ?? null).toBe(value);
  });
});
