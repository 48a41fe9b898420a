import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { InputError } from '../../src/errors.ts';
import type { Declares } from '../../src/sources/declared-charset.ts';
import { decode } from '../../src/sources/decode.ts';
import { oneCode, oneDraft } from './collected.ts';

const STORY = '“Rain fell on Orlin — again,” said Zoë Brandt.\r\nThe café closed at €5.\n';

/** The text, or the code and message of the error. */
function decoded(bytes: Uint8Array, declares: Declares = 'nothing', charset: string | null = null): string {
  try {
    return decode(bytes, { place: 'here', charset, declares });
  } catch (thrown) {
    if (!(thrown instanceof InputError)) throw thrown;
    return `${thrown.code}: ${thrown.message}`;
  }
}

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
const windows = (text: string): Buffer =>
  Buffer.from(
    [...text].map(
      (character) => ({ '“': 0x93, '”': 0x94, '—': 0x97, '€': 0x80, '’': 0x92 })[character] ?? character.charCodeAt(0),
    ),
  );

const isControl = (character: string): boolean => character < ' ' || (character >= '\x7f' && character <= '\x9f');

describe('encodings', () => {
  test.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(STORY)],
    ['UTF-8 with byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(STORY)])],
    ['UTF-16LE with byte order mark', Buffer.from(`\ufeff${STORY}`, 'utf16le')],
    ['UTF-16BE with byte order mark', utf16be(`\ufeff${STORY}`)],
    ['UTF-16LE without', Buffer.from(STORY, 'utf16le')],
    ['UTF-16BE without', utf16be(STORY)],
    ['windows-1252', windows(STORY)],
  ])('%s', (_name, bytes) => {
    expect(decoded(bytes)).toBe(STORY);
  });

  test('only one byte order mark is taken off', () => {
    expect(decoded(Buffer.from('\ufeff\ufeffRain'))).toBe('\ufeffRain');
  });

  test.each<[string, string, Declares, Uint8Array]>([
    ['an HTML meta', 'жизнь', 'html', Buffer.from('<meta charset="windows-1251"><p>\xe6\xe8\xe7\xed\xfc', 'latin1')],
    [
      'a meta with http-equiv',
      'жизнь',
      'html',
      Buffer.from(
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">\xe6\xe8\xe7\xed\xfc',
        'latin1',
      ),
    ],
    ['an XML declaration', 'Zoë', 'xml', Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?>Zo\xeb', 'latin1')],
    ['UTF-16 in a meta, which cannot be', 'Zoë', 'html', Buffer.from('<meta charset="utf-16">Zoë')],
    ['not a meta in a comment', 'Zoë', 'html', Buffer.from('<!-- <meta charset="windows-1251"> -->Zoë')],
  ])('a declaration is heard: %s', (_name, words, declares, bytes) => {
    expect(decoded(bytes, declares)).toContain(words);
  });

  test('Latin-1 is windows-1252, as on the web', () => {
    expect(decoded(windows(STORY), 'nothing', 'iso-8859-1')).toBe(STORY);
  });

  test('the transport wins over the content', () => {
    const bytes = Buffer.from('<meta charset="utf-8">\xe6\xe8', 'latin1');
    expect(decoded(bytes, 'html', 'windows-1251')).toContain('жи');
  });

  test.each<[string, Declares, string | null, Uint8Array]>([
    ['SOURCE_ENCODING: the charset "klingon-8" is not known', 'html', null, Buffer.from('<meta charset=klingon-8>')],
    ['SOURCE_ENCODING: the charset "x-none" is not known', 'nothing', 'x-none', Buffer.from('Rain')],
    [
      'SOURCE_ENCODING: the charset "utf-32" is not known',
      'nothing',
      null,
      Buffer.from([0xff, 0xfe, 0, 0, 0x52, 0, 0, 0]),
    ],
    [
      'SOURCE_ENCODING: not valid utf-8: byte 4 cannot be read',
      'nothing',
      'utf-8',
      Buffer.from('Rain\xff fell', 'latin1'),
    ],
    [
      'SOURCE_ENCODING: not valid utf-8: byte 7 cannot be read',
      'nothing',
      null,
      Buffer.from('\xef\xbb\xbfRain\xff', 'latin1'),
    ],
    // U+D800 written as UTF-8: the second byte gives it away.
    [
      'SOURCE_ENCODING: not valid utf-8: byte 5 cannot be read',
      'nothing',
      'utf-8',
      Buffer.from('Rain\xed\xa0\x80', 'latin1'),
    ],
    [
      'SOURCE_ENCODING: not valid utf-8: byte 6 cannot be read',
      'nothing',
      'utf-8',
      Buffer.from('Rain\xe2\x82', 'latin1'),
    ],
    [
      'SOURCE_ENCODING: not valid utf-16le: byte 7 cannot be read',
      'nothing',
      null,
      Buffer.from('\xff\xfeR\x00\x00\xd8a\x00', 'latin1'),
    ],
  ])('%s', (message, declares, charset, bytes) => {
    expect(decoded(bytes, declares, charset)).toBe(message);
  });
});

describe('binary', () => {
  test.each<[string, Uint8Array]>([
    ['a PDF', Buffer.from('%PDF-1.7\nobj')],
    ['a zip archive or office document', Buffer.from('PK\x03\x04mimetype')],
    ['a PNG image', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['a JPEG image', Buffer.from('\xff\xd8\xff\xe0', 'latin1')],
    ['gzip data', Buffer.from('\x1f\x8b\x08', 'latin1')],
    ['RTF', Buffer.from('{\\rtf1\\ansi Rain}')],
    ['binary data', Buffer.from('Rain fell\0 on Orlin')],
    ['binary data', Buffer.from(Array.from({ length: 200 }, (_, at) => (at % 31) + 1))],
  ])('%s', (what, bytes) => {
    expect(decoded(bytes)).toBe(`SOURCE_BINARY: it is ${what}, not text`);
  });

  test('a few control characters of an old wire format are text', () => {
    expect(decoded(Buffer.from('\x01\x02Rain fell on Orlin.\x03\x04'))).toContain('Rain');
  });
});

describe('properties', () => {
  test('decoding ends in text or an InputError, whatever the bytes', () => {
    const declares = fc.constantFrom<Declares>('html', 'xml', 'nothing');
    const charset = fc.option(fc.oneof(fc.constantFrom('utf-8', 'latin1', 'utf-16', 'gbk', 'shift_jis'), fc.string()));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), declares, charset, (bytes, where, label) => {
        expect(typeof decoded(bytes, where, label)).toBe('string');
      }),
    );
  });

  test('text is kept character for character in every encoding of Unicode', async () => {
    // NUL and control characters make a file binary; see above.
    const story = fc
      .string({ unit: 'binary', maxLength: 200 })
      .map((text) => `Rain:\t${[...text].filter((character) => !isControl(character)).join('')}\r\n`);
    await fc.assert(
      fc.asyncProperty(story, async (text) => {
        for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`, 'utf16le'), utf16be(`\ufeff${text}`)]) {
          expect((await oneDraft(bytes, 'text')).text).toBe(text);
        }
      }),
    );
  });
});

describe('plain text', () => {
  test('is its bytes and nothing else', async () => {
    expect(await oneDraft('\ufeff  Rain\r\n\r\nfell. \n', 'text')).toEqual({
      place: 'stdin',
      text: '  Rain\r\n\r\nfell. \n',
      id: null,
      title: null,
      url: null,
      source: null,
      author: null,
      publishedAt: null,
      modifiedAt: null,
      language: null,
    });
  });

  test.each([
    ['', 'SOURCE_EMPTY'],
    [' \r\n\t\n', 'SOURCE_EMPTY'],
    ['%PDF-1.4', 'SOURCE_BINARY'],
    ['a'.repeat(2000), 'SOURCE_TOO_LARGE'],
  ])('%j: %s', async (content, code) => {
    expect(await oneCode(content, 'text', { maxBytes: 1000 })).toBe(code);
  });
});
