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

test('and what happened, by whose word, and what lastingly holds', async () => {
  const text =
    'Ilse Varga, the mayor of Tarn, said police had arrested Piet Lorne on Friday. She regretted the arrest.';
  const view = stripVTControlCharacters(viewOf(await extracted(text)));
  expect(view).toMatch(
    /v1 {3}1999-12-31 +COERCE\/arrest "arrested".*\n +actual; by police; to Piet Lorne; says Ilse Varga \(s1\)/,
  );
  expect(view).toContain('Ilse Varga HOLDS_OFFICE Tarn  mayor');
  expect(view).not.toContain('(nobody named)');
});

test('text from the web moves no cursor', async () => {
  const view = viewOf(await extracted('Mayor Ilse Varga said \u001b[2J\u001b]0;x\u0007 the ferry was late.'));
  expect(view).not.toContain('\u001b[2J');
  expect(view).not.toContain('\u001b]0');
  expect(view).not.toContain('\u0007');
});

test('the article is wrapped at the width of the terminal, between words', async () => {
  const text = `Mayor Ilse Varga said ${'the ferry would run again on Monday and '.repeat(6)}the port was open.`;
  const extraction = await extracted(text);
  const linesAt = (width: number) => {
    const lines = stripVTControlCharacters(viewOf(extraction, width)).split('\n');
    const first = lines.findIndex((line) => line.startsWith('  paragraph'));
    return lines.slice(first, lines.indexOf('', first));
  };
  expect(Math.max(...linesAt(60).map((line) => line.length))).toBeLessThanOrEqual(60);
  expect(
    linesAt(60)
      .map((line) => line.slice(15))
      .join(' '),
  ).toBe(text);
  expect(linesAt(Number.POSITIVE_INFINITY)).toHaveLength(1);
});
