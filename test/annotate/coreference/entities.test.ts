import { describe, expect, test } from '@jest/globals';
import { extracted } from '../../support/annotated.ts';

/** Entities as "Type name: mentions, in text order". */
async function entitiesOf(text: string): Promise<string[]> {
  const { entities } = await extracted(text);
  return entities.map(
    ({ type, name, mentions }) =>
      `${type} ${name}: ${mentions.map(({ start, end }) => text.slice(start, end)).join(' | ')}`,
  );
}

describe('who is who', () => {
  test.each([
    [
      'a body by the first word of its name',
      'Halvane Chemicals closed its mill. Dockers accused Halvane of neglect. Halvane declined to comment.',
      'Organization Halvane Chemicals: Halvane Chemicals | its | Halvane | Halvane',
    ],
    [
      'a bank that no gazetteer knows',
      'Norvegate Bank bought a rival on Monday. Norvegate, founded in 1871, employs thousands.',
      'Organization Norvegate Bank: Norvegate Bank | Norvegate',
    ],
    [
      'a noun right before the name of a body',
      'The trade union Free Harbour League called a strike.',
      'Organization Free Harbour League: The trade union | Free Harbour League',
    ],
    ['a capital that stands for its state', 'Washington has refused to send monitors.', 'Place Washington: Washington'],
    [
      'a region by its noun',
      'Envoys from the breakaway region of Ostrin met on Friday. Ostrin has asked for help.',
      'Place Ostrin: the breakaway region of Ostrin | Ostrin | Ostrin',
    ],
    [
      'a town and its noun',
      'Shells hit the front-line town of Brodnik.',
      'Place Brodnik: the front-line town of Brodnik | Brodnik',
    ],
    [
      'a body and the letters in brackets behind it',
      'The Ostrin Aerospace Exploration Agency (OAXA) will send a rover. OAXA did not say when.',
      'Organization Ostrin Aerospace Exploration Agency: Ostrin Aerospace Exploration Agency | OAXA | OAXA',
    ],
    [
      'what runs a dam is a body',
      "The dam's operator, Costa Norte, rejected the claim.",
      "Organization Costa Norte: The dam's operator | Costa Norte",
    ],
    [
      'the president by his title',
      'President Samir Kipron met a reporter of the Gazette. Opposition leader Grace Wanjar urged the president to resign.',
      'Person Samir Kipron: Samir Kipron | the president',
    ],
    [
      'whoever calls it so',
      'A reporter saw two men. President Samir Kipron condemned what he called “a cowardly act”.',
      'Person Samir Kipron: Samir Kipron | he',
    ],
    [
      'which is no person',
      'Sana Melk of the Free Rivers Union, which had warned of floods, was not surprised.',
      'Organization Free Rivers Union: Free Rivers Union | which',
    ],
    [
      'at least so many',
      'At least five people were shot dead, a doctor said.',
      'Group At least five people: At least five people',
    ],
    [
      'her own client',
      'Nurse Ada Lorne was held on Friday. Her lawyer, Hugh Quist, said his client was innocent.',
      'Person Hugh Quist: Her lawyer | Hugh Quist | his',
    ],
    [
      'whose home it was',
      'The head of the harbour police ordered the murder of reporter Dana Ilves, who was shot outside her home.',
      'Person Dana Ilves: reporter Dana Ilves, who was shot outside her home | Dana Ilves | who | her',
    ],
    [
      'who was at it when',
      'Dana Ilves had written of the docks when she was shot. The mayor, Anna Quist, left.',
      'Person Dana Ilves: Dana Ilves | she',
    ],
    [
      'the army of a country that the article names',
      'Tarvia sent ships on Monday. Tarvian artillery shelled Brodnik.',
      'Place Tarvia: Tarvia | Tarvian',
    ],
    [
      'a capital is no court',
      'The court in the capital, Port Marin, sentenced Radu Petran.',
      'Place Port Marin: the capital | Port Marin',
    ],
    [
      'a regulator is a body',
      'The competition regulator said it would review the sale.',
      'Organization The competition regulator: The competition regulator | it',
    ],
  ])('%s', async (_what, text, entity) => {
    expect(await entitiesOf(text)).toContain(entity);
  });

  test.each([
    ['a part of a word', 'This is a once-in-a-generation chance.', 'a-generation'],
    ['a deed', 'The mayor left as shelling killed two guards.', 'shelling'],
    ['a storm', 'Storm Ilka killed nine people in Norway. Ilka was the third storm of the month.', 'Ilka'],
    ['a noun of a noun', 'Two men threw stones at riot police.', 'riot'],
  ])('nobody is %s', async (_what, text, name) => {
    expect((await extracted(text)).entities.map((entity) => entity.name)).not.toContain(name);
  });

  test('nobody who is only told of says "I"', async () => {
    const text = [
      'Harbour Weekly: How was the race?',
      'Varga: I was tired. My coach, Henk Dorrin, told me that I had won, but I did not believe him.',
      'Harbour Weekly: Was the coach there?',
      'Varga: Yes. I saw him.',
    ].join('\n');
    const { statements, entities } = await extracted(text);
    const nameOf = (id: string | null) => entities.find((entity) => entity.id === id)?.name;
    const said = statements.map(({ kind, speaker, content }) => [
      kind,
      nameOf(speaker),
      text.slice(content[0]!.start, content[0]!.end),
    ]);
    expect(said).toContainEqual(['direct', 'Harbour Weekly', 'How was the race']);
    expect(said).toContainEqual([
      'direct',
      'Varga',
      'I was tired. My coach, Henk Dorrin, told me that I had won, but I did not believe him',
    ]);
    const coach = entities.find(({ name }) => name === 'Henk Dorrin')!;
    expect(coach.mentions.map(({ start, end }) => text.slice(start, end))).not.toContain('I');
  });
});
