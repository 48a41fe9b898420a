import { describe, expect, test } from '@jest/globals';
import { VocabularyError } from '../../src/errors.ts';
import { marked } from '../../src/vocabulary/marked.ts';

describe('marked', () => {
  test('gives the plain sentence and what each mark covers', () => {
    const { text, spans } = marked('{actor:Riot police} {trigger.arrest:detained} {recipient:two men}.');
    expect(text).toBe('Riot police detained two men.');
    expect(spans.map(({ role, detail, start, end }) => [role, detail, text.slice(start, end)])).toEqual([
      ['actor', null, 'Riot police'],
      ['trigger', 'arrest', 'detained'],
      ['recipient', null, 'two men'],
    ]);
  });

  test('puts an outer mark before the marks inside it', () => {
    const { text, spans } = marked('{actor:Police in {place:Quellin}} slept.');
    expect(text).toBe('Police in Quellin slept.');
    expect(spans).toEqual([
      { role: 'actor', detail: null, start: 0, end: 17 },
      { role: 'place', detail: null, start: 10, end: 17 },
    ]);
  });

  test('keeps marks side by side and colons within', () => {
    expect(marked('{cue:read}: {content:at 10:30}').text).toBe('read: at 10:30');
    expect(marked('{a:x}{b:y}').spans).toEqual([
      { role: 'a', detail: null, start: 0, end: 1 },
      { role: 'b', detail: null, start: 1, end: 2 },
    ]);
  });

  test('counts UTF-16 code units', () => {
    expect(marked('🚢 {actor:Ilan}').spans).toEqual([{ role: 'actor', detail: null, start: 3, end: 7 }]);
  });

  test('leaves a sentence without marks as it is', () => {
    expect(marked('Nobody came.')).toEqual({ text: 'Nobody came.', spans: [] });
    expect(marked('')).toEqual({ text: '', spans: [] });
  });

  test.each([
    ['{actor:Ilan left.', 'a mark is not closed: "{actor:Ilan left." at 0'],
    ['{actor:Ilan {place:Quellin}', 'a mark is not closed: "{actor:Ilan {place:Quell" at 0'],
    ['Ilan} left.', 'a brace closes no mark: "} left." at 4'],
    ['A {set} of words', 'a brace opens no mark such as {role:words}: "{set} of words" at 2'],
    ['{Actor:Ilan}', 'a brace opens no mark such as {role:words}: "{Actor:Ilan}" at 0'],
    ['He {trigger:} left.', 'a mark holds no words: "{trigger:} left." at 3'],
  ])('refuses %s', (source, message) => {
    expect(() => marked(source)).toThrow(VocabularyError);
    expect(() => marked(source)).toThrow(expect.objectContaining({ code: 'MARKS_INVALID', message }));
  });
});
