import { stripVTControlCharacters } from 'node:util';
import { expect, test } from '@jest/globals';
import { viewOf } from '../../../src/clients/cli/view.ts';
import { extracted } from '../../support/annotated.ts';

test('the view says who said what about whom', async () => {
  const text = 'Mayor Ilse Varga praised Piet Lorne for his courage during the flood.';
  const view = stripVTControlCharacters(viewOf(await extracted(text)));
  expect(view).toContain('Person       Ilse Varga');
  expect(view).toMatch(/s1 {3}Ilse Varga praised .*his courage/);
  expect(view).toContain('Piet Lorne (supportive)');
});

test('text from the web moves no cursor', async () => {
  const view = viewOf(await extracted('Mayor Ilse Varga said \u001b[2J\u001b]0;x\u0007 the ferry was late.'));
  expect(view).not.toContain('\u001b[2J');
  expect(view).not.toContain('\u001b]0');
  expect(view).not.toContain('\u0007');
});
