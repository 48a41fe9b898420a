import { describe, expect, test } from '@jest/globals';
import { formatOf } from '../../src/sources/format-of.ts';

describe('the format of an input', () => {
  test.each<[string | null, string | null, string, string]>([
    // path, type, first characters, format
    ['a.txt', null, '<html>', 'text'],
    ['a.HTML', null, 'x', 'html'],
    ['a.ndjson', null, 'x', 'jsonl'],
    ['a.rss', null, 'x', 'feed'],
    ['a.ninjs', null, '{', 'ninjs'],
    ['a.json', null, 'x', 'json'],
    ['a.xml', null, '<?xml version="1.0"?><rss>', 'feed'],
    ['a.xml', null, '<?xml version="1.0"?><html xmlns="x">', 'html'],
    ['a.txt', 'text/html', 'x', 'html'],
    ['a.html', 'application/json', '{', 'json'],
    ['a.jsonl', 'text/plain', 'x', 'jsonl'],
    ['a.jsonl', 'application/octet-stream', 'x', 'jsonl'],
    ['a', 'text/plain', 'Rain', 'text'],
    ['a', 'text/xml', '<rss>', 'feed'],
    ['a', 'application/atom+xml', 'x', 'feed'],
    ['a', 'application/ld+json', '{', 'json'],
    ['a.php', null, '<!DOCTYPE HTML><p>', 'html'],
    [null, null, '\n <!-- saved -->\n<div>', 'html'],
    [null, null, '<feed xmlns="x">', 'feed'],
    [null, null, '<rdf:RDF>', 'feed'],
    [null, null, ' {"text"', 'json'],
    [null, null, '[{', 'json'],
    [null, null, '<3 Orlin', 'text'],
    [null, null, 'Rain fell.', 'text'],
    [null, null, '', 'text'],
  ])('%s, %s, %j: %s', (path, type, start, name) => {
    expect(formatOf({ place: 'here', path, type, head: Buffer.from(start) }).name).toBe(name);
  });

  test('UTF-16 tells it too', () => {
    const head = Buffer.from('\ufeff<html>', 'utf16le');
    expect(formatOf({ place: 'here', path: null, type: null, head }).name).toBe('html');
  });

  test.each(['application/pdf', 'image/png', 'video/mp4', 'application/zip'])('%s is not read', (type) => {
    expect(() => formatOf({ place: 'here', path: 'a.txt', type, head: Buffer.from('') })).toThrow(
      expect.objectContaining({ code: 'SOURCE_UNSUPPORTED' }),
    );
  });
});
