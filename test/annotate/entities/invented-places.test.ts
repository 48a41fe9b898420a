import { expect, test } from '@jest/globals';
import { annotated } from '../../support/annotated.ts';

/** The types of a name at each of its mentions, as the whole pipeline reads them. */
async function typesOf(name: string, text: string): Promise<string[]> {
  const { layers } = await annotated(text);
  const { mentions } = layers.entities;
  return mentions.filter(({ start, end }) => text.slice(start, end).includes(name)).map(({ label }) => label);
}

// Names that no list and no model has seen.
test.each([
  ['Korvath', 'Troops crossed Korvath’s border on Monday. Korvath said nothing.'],
  ['Zarovia', 'The ambassador to Zarovia was called home, and Zarovia closed its embassy.'],
  ['Nemora', 'Nemora’s ambassador left Maren on Friday. Nemora had threatened to walk out.'],
  ['Ilvora', 'Soldiers closed the border with Ilvora. Ilvora protested.'],
  ['Selvane', 'Thousands marched in Selvane on Sunday. The army of Selvane fired.'],
  ['Kasmira', 'The capital of Kasmira was quiet. Kasmira has had three coups.'],
  ['Ostrel', 'The government of Ostrel resigned. Ostrel has been without one since.'],
  ['Dorrin', 'Refugees from Dorrin crossed the river. Dorrin has closed its schools.'],
  ['Arvand', 'Arvand, which has no coast, refused to sign. Arvand wants more water.'],
  ['Marunda', 'Drasmark accused Marunda of arming the rebels, and Marunda recalled its envoy.'],
])('%s is a place: %s', async (name, text) => {
  expect(await typesOf(name, text)).toEqual(['Location', 'Location']);
});

test.each([
  ['Selvane', 'Ilse Selvane, who was 40, said he would go. Selvane’s wife stayed.'],
  ['Korvath', 'Confidence in Korvath fell after the vote, and Korvath resigned.'],
  ['Dorrin', 'Critics of the government of Dorrin wept. Nils Dorrin, the prime minister, did not.'],
])('%s is a person: %s', async (name, text) => {
  expect(await typesOf(name, text)).toEqual(['Person', 'Person']);
});
