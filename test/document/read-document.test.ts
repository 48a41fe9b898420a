import { describe, expect, test } from '@jest/globals';
import type { Draft } from '../../src/document/document.ts';
import { documentReader, type Given } from '../../src/document/read-document.ts';
import { lexicon } from '../support/lexicon.ts';

const read = documentReader(lexicon);
const STORY =
  'The ferry company said that it would take its two oldest boats out of service until the spring of next year.';
const draft = (fields: Partial<Draft> = {}): Draft => ({ place: 'story.txt', text: STORY, ...fields });
const day = { publishedAt: '2024-03-04' };
const dayOf = (text: string, given?: Given) => read(draft({ text }), given).publishedAt;

function refusal(work: () => unknown): { code: string; hint?: string; place?: string } {
  try {
    work();
  } catch (error) {
    return error as { code: string };
  }
  throw new Error('nothing was refused');
}

describe('the publication day', () => {
  test('an explicit one wins over metadata, metadata over the dateline', () => {
    const text = `VELMORA, March 1, 2024 (AP) — ${STORY}`;
    expect(dayOf(text)).toBe('2024-03-01');
    expect(read(draft({ text, publishedAt: '2024-03-02' })).publishedAt).toBe('2024-03-02');
    expect(read(draft({ text, publishedAt: '2024-03-02' }), { publishedAt: '2024-03-03' }).publishedAt).toBe(
      '2024-03-03',
    );
  });

  test.each([
    [
      'the same day in a caption',
      `A boat, March 4, 2024. Photo: Ann Ode\n\nVELMORA, March 4 (AP) — ${STORY}`,
      '2024-03-04',
    ],
    [
      'a day near it in the text',
      `VELMORA, March 4 (AP) — ${STORY} It had said so on February 20, 2024.`,
      '2024-03-04',
    ],
    [
      'across the turn of the year',
      `VELMORA, Jan 2 (AP) — ${STORY} It had said so on December 28, 2023.`,
      '2024-01-02',
    ],
    [
      'not an archive picture',
      `FILE PHOTO: A boat, March 1, 2019. Photo: Ann Ode\n\nA boat, March 4, 2024. Photo: Ann Ode\n\nVELMORA, March 4 (AP) — ${STORY}`,
      '2024-03-04',
    ],
    ['a line that is nothing but a date', `Ferries\n\nMonday, March 4, 2024\n\n${STORY}`, '2024-03-04'],
    [
      'a caption, when nothing else tells',
      `Ferries\n\nA boat, March 4, 2024. Photo: Ann Ode\n\nVELMORA (AP) — ${STORY}`,
      '2024-03-04',
    ],
    ['a leap day', `VELMORA, Feb 29 (AP) — ${STORY} It had said so on February 27, 2024.`, '2024-02-29'],
  ])('%s', (_what, text, expected) => {
    expect(dayOf(text)).toBe(expected);
  });

  test('a year taken from the text is noted', () => {
    expect(read(draft({ text: `VELMORA, March 4 (AP) — ${STORY} That was on March 4, 2024.` })).notes).toEqual([
      'year of the dateline taken from the text: 2024',
    ]);
  });

  test.each([
    ['no date at all', STORY, 'DOCUMENT_NO_DATE'],
    [
      'a far date does not tell the year',
      `VELMORA, March 4 (AP) — ${STORY} It was founded on July 9, 1998.`,
      'DOCUMENT_NO_YEAR',
    ],
  ])('%s: asked for', (_what, text, code) => {
    const error = refusal(() => dayOf(text));
    expect(error).toMatchObject({ code, place: 'story.txt' });
    expect(error.hint).toContain('--published');
    expect(dayOf(text, day)).toBe('2024-03-04');
  });
});

describe('identity', () => {
  test('a given id, else the canonical URL, else the content', () => {
    const url = 'HTTPS://News.Example:443/ferries?utm_source=x&id=7#top';
    expect(read(draft({ id: 'f7', url }), day).id).toBe('f7');
    expect(read(draft({ url }), day)).toMatchObject({
      id: 'https://news.example/ferries?id=7',
      url: 'https://news.example/ferries?id=7',
    });
    const { id, version } = read(draft(), day);
    expect(id).toBe(`sha256:${version.slice(0, 32)}`);
    expect(read(draft({ id: 'f7' }), { ...day, id: 'mine' }).id).toBe('mine');
    expect(read(draft({ url: 'javascript:alert(1)' }), day).url).toBeNull();
  });

  test.each([
    ['text', { text: `${STORY} ` }, {}],
    ['title', { title: 'Ferries' }, {}],
    ['source', {}, { source: 'The Daily' }],
    ['publication', {}, { publishedAt: '2024-03-05' }],
    ['modification', {}, { modifiedAt: '2024-03-05' }],
  ])('another %s is another version', (_what, fields, given) => {
    const plain = read(draft({ id: 'a' }), day).version;
    expect(plain).toMatch(/^[0-9a-f]{64}$/);
    expect(read(draft({ id: 'a', place: 'elsewhere', author: 'Ann Ode' }), day).version).toBe(plain);
    expect(read(draft({ id: 'a', ...fields }), { ...day, ...given }).version).not.toBe(plain);
  });
});

describe('what is an article', () => {
  const GERMAN =
    'Die Fährgesellschaft teilte am Freitag mit, dass sie ihre beiden ältesten Boote aus dem Verkehr ziehen werde und die Überfahrt bis zum Frühjahr mit Bussen erfolge.';
  const RUSSIAN = 'Паромная компания сообщила в пятницу, что выводит из эксплуатации два старейших судна до весны.';

  test.each([
    ['blank', ' \n\t', 'DOCUMENT_EMPTY'],
    ['a book', 'word '.repeat(1_000_001), 'DOCUMENT_TOO_LONG'],
    ['German', GERMAN, 'DOCUMENT_NOT_ENGLISH'],
    ['Russian', RUSSIAN, 'DOCUMENT_NOT_ENGLISH'],
  ])('%s is refused', (_what, text, code) => {
    expect(refusal(() => read(draft({ text }), day))).toMatchObject({ code, place: 'story.txt' });
  });

  test('a page that declares the wrong language is read by its text; a short one by its word', () => {
    expect(read(draft({ language: 'de' }), day).language).toBe('en');
    expect(read(draft({ text: 'Ferries sail.' }), day).language).toBe('en');
    expect(refusal(() => read(draft({ text: 'Fähren fahren.', language: 'de' }), day)).code).toBe(
      'DOCUMENT_NOT_ENGLISH',
    );
  });

  test('English full of foreign names is English', () => {
    const text =
      'Kwadwo Ampofo-Mensah and Nguyễn Thị Hạnh met Przemysław Wójcik in Szczebrzeszyn, said Jukka-Pekka Hyvönen, adding that Ayşegül Yıldırım and Xóchitl Quetzalli were on their way from Ouagadougou to Llanfairpwll.';
    expect(read(draft({ text }), day).language).toBe('en');
  });

  test('a text that is not in NFC is kept as it is, and noted', () => {
    const text = `${STORY} Rene\u0301 agreed.`;
    const document = read(draft({ text }), day);
    expect(document.text).toBe(text);
    expect(document.notes).toHaveLength(1);
  });

  test('the headline is the title where metadata has none; the agency is the source', () => {
    const text = `Ferries out of   service\n\nVELMORA, March 4, 2024 (Reuters) - ${STORY}`;
    expect(read(draft({ text }))).toMatchObject({ title: 'Ferries out of service', source: 'Reuters' });
    expect(read(draft({ text, title: 'Boats', source: 'The Daily' }))).toMatchObject({
      title: 'Boats',
      source: 'The Daily',
    });
  });
});
