import { describe, expect, test } from '@jest/globals';
import { isSameBody, isSamePerson, nameKey } from '../../../src/annotate/coreference/names.ts';
import { fullNamesFrom } from '../../../src/vocabulary/full-names.ts';
import { annotated, extracted } from '../../support/annotated.ts';
import { vocabulary } from '../../support/vocabulary.ts';

describe('two names', () => {
  test.each([
    ['Mara Oduya', 'Oduya', true],
    ['Mara Oduya', 'Mara', true],
    ['Mara Oduya', 'M. Oduya', true],
    ['Mara Oduya', 'Piet Oduya', false],
    ['Kate Oduya', 'Katherine Oduya', true],
    ['Kate Oduya', 'Kathryn Mara Oduya', true],
    ['Kate Oduya', 'Kate Lorne', false],
    ['Katherine Oduya', 'Kathryn Oduya', false],
    ['Mara Oduya', 'Mara Lorne', false],
    ['Odile Okonjo-Reyes', 'Okonjo-Reyes', true],
    ['Tómas Łukas', 'Tomas Lukas', true],
    ['John Halden Jr', 'Halden', true],
  ])('of a person, %s and %s: %s', (one, other, same) => {
    const fullNamesOf = fullNamesFrom(vocabulary.nicknames);
    expect(isSamePerson(nameKey(one), nameKey(other), fullNamesOf)).toBe(same);
    expect(isSamePerson(nameKey(other), nameKey(one), fullNamesOf)).toBe(same);
  });

  test.each([
    ["Harbour Workers' Union", 'HWU', true],
    ['Northern Treaty Organisation', 'Northern Treaty Organization', true],
    ['the Ministry of Fisheries', 'Ministry of Fisheries', true],
    ['Halvard Group', 'Halvard', true],
    ['Karsk Lions', 'Lions', true],
    ['Karsk Lions', 'LIONS', true],
    ['Bank of the Lions', 'Lions', false],
    ['Karsk Airlines', 'Airlines', false],
    ["Harbour Workers' Union", 'Union', false],
    ["Council of the Harbour Workers' Union", "Harbour Workers' Union", false],
    ['Ministry of Fisheries', 'Ministry of Health', false],
    ['HWU', 'HWV', false],
  ])('of a body, %s and %s: %s', (one, other, same) => {
    expect(isSameBody(nameKey(one), nameKey(other))).toBe(same);
    expect(isSameBody(nameKey(other), nameKey(one))).toBe(same);
  });
});

describe('who is who', () => {
  const named = async (text: string, name: string) => {
    const { entities } = await extracted(text);
    const found = entities.find((entity) => entity.name === name);
    return found?.mentions.map(({ start, end }) => text.slice(start, end)) ?? null;
  };

  test.each([
    ['his own', 'Piet Lorne sold his house in Port Maren.', 'Piet Lorne', ['Piet Lorne', 'his']],
    ['who', 'Mara Oduya, who lost the vote, left the hall.', 'Mara Oduya', ['Mara Oduya', 'who']],
    ['a surname', 'Mara Oduya won the vote. Oduya thanked the voters.', 'Mara Oduya', ['Mara Oduya', 'Oduya']],
    [
      'who speaks of herself',
      'At a rally in Tarn, Lidia Castor said she would run.',
      'Lidia Castor',
      ['Lidia Castor', 'she'],
    ],
    [
      'a pronoun before its name',
      'In Geneva, where he was on leave, Rolf Verko denied the report.',
      'Rolf Verko',
      ['he', 'Rolf Verko'],
    ],
    [
      'whose predecessor',
      'Sana Melk freed the editor Olga Brandt and called back the guards, two days after the fall of her predecessor, Hugh Lorne.',
      'Sana Melk',
      ['Sana Melk', 'her'],
    ],
    [
      'a name after a comma',
      'The ferry would sail, said their captain, Colonel Ilan Verko.',
      'Ilan Verko',
      ['their captain', 'Ilan Verko'],
    ],
    [
      'who speaks, and of whom',
      'Mara Oduya met me at the gate. I asked her why, and she told me.',
      'Mara Oduya',
      ['Mara Oduya', 'her', 'she'],
    ],
    [
      'who gives a name',
      "I'm Mara Oduya, and I have run this ferry for ten years.",
      'Mara Oduya',
      ['I', 'Mara Oduya', 'I'],
    ],
    ['who gives up a name', "I'm not Mara Oduya. I only run the ferry.", 'Mara Oduya', ['Mara Oduya']],
    ['what somebody became', 'Mara Oduya became acting mayor of Tarn.', 'Mara Oduya', ['Mara Oduya', 'mayor of Tarn']],
    [
      'a body by its last word',
      'The Northern Defence Compact (NDC) sent two ships to Bergen. Sailors of the Compact waited in Oslo.',
      'Northern Defence Compact',
      ['Northern Defence Compact', 'NDC', 'the Compact'],
    ],
    [
      'apposition',
      'The mayor of Tarn, Irina Varga, resigned.',
      'Irina Varga',
      ['The mayor of Tarn, Irina Varga', 'Irina Varga'],
    ],
  ])('%s', async (_what, text, name, mentions) => {
    expect(await named(text, name)).toEqual(mentions);
  });

  test('an acronym before and after its words', async () => {
    for (const text of [
      "The Harbour Workers' Union (HWU) called a strike. The HWU has 900 members.",
      "The HWU called a strike. The Harbour Workers' Union (HWU) has 900 members.",
    ]) {
      const { entities } = await extracted(text);
      const union = entities.filter(({ aliases }) => aliases.some(({ name }) => name === 'HWU'));
      expect(union).toHaveLength(1);
      expect(union[0]!.name).toBe("Harbour Workers' Union");
    }
  });

  test('a place has its id and country, an adjective of it its mention, an invented one neither', async () => {
    const { entities } = await extracted(
      'Protesters marched in Santiago, the Chilean capital. Chile and Drevia are neighbours.',
    );
    const facts = (name: string) => {
      const { type, country, gazetteer } = entities.find((entity) => entity.name === name)!;
      return [type, country?.code ?? null, gazetteer];
    };
    expect(facts('Chile')).toEqual(['Place', 'CHL', 'country:CHL']);
    expect(facts('Santiago')).toEqual(['Place', 'CHL', 'geonames:3871336']);
    expect(facts('Drevia')).toEqual(['Place', null, null]);
    expect(entities.find(({ name }) => name === 'Chile')!.mentions).toHaveLength(2);
  });

  test('a body whose name begins with a people is of their country, an ocean of nobody', async () => {
    const { entities } = await extracted(
      'The South African Navy and the Chilean Air Force met the Indian Ocean Commission in Tarn.',
    );
    const of = (name: string) => entities.find((entity) => entity.name === name)?.country?.code ?? null;
    expect(of('South African Navy')).toBe('ZAF');
    expect(of('Chilean Air Force')).toBe('CHL');
    expect(of('Indian Ocean Commission')).toBeNull();
  });

  test.each([
    [
      'two ministries',
      'The interior ministry closed the bridge. The health ministry counted nine injured. The interior ministry gave no figures.',
      'The interior ministry',
      2,
    ],
    [
      'a union and a company',
      "The Seafarers' Union ended its strike on Monday. The company said wages would rise.",
      "Seafarers' Union",
      2,
    ],
    [
      'a body and the noun that its name stands before',
      'Mara Oduya left her Green Alliance party on Monday.',
      'Green Alliance',
      2,
    ],
  ])('who is not who: %s', async (_what, text, name, size) => {
    expect(await named(text, name)).toHaveLength(size);
  });

  test('the troops of a body with its short name in brackets are not the body', async () => {
    const { entities } = await extracted(
      'The HLC (Harbour League Council) troops will guard the mill, the mayor said.',
    );
    expect(entities.slice(0, 2).map(({ type, name }) => [type, name])).toEqual([
      ['Group', 'The HLC (Harbour League Council) troops'],
      ['Organization', 'Harbour League Council'],
    ]);
  });

  test('unnamed groups of two speakers are two', async () => {
    const text =
      'Mayor Ilse Varga blamed armed groups from the north for the fire.\nMinister Piet Lorne said armed groups from the north had saved the port.';
    const { entities } = await extracted(text);
    expect(entities.filter(({ type, name }) => type === 'Group' && name.startsWith('armed groups'))).toHaveLength(2);
  });
});

test('an article is nobody, also where it begins a text', async () => {
  const { entities } = await extracted('The mayor said on Monday that the bridge would open.');
  expect(entities.map(({ name }) => name)).toEqual(['The mayor', 'the bridge']);
});

test('a title that ends a sentence is not of whom the next one names', async () => {
  const { layers } = await annotated(
    'Tarvia has a new prime minister. Mara Dolen left. President Samir Kipron stayed.',
  );
  const titles = layers.coreference.entities.map(({ name, offices }) => [name, ...offices.map(({ title }) => title)]);
  expect(titles).toEqual(expect.arrayContaining([['Mara Dolen'], ['Samir Kipron', 'president']]));
});
