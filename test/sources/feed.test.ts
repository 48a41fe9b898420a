import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Draft } from '../../src/document/document.ts';
import { blocksOf, collected, fromBytes, oneCode, oneDraft, outcomes } from './collected.ts';
import { answer, serverOf } from './server.ts';

const CONTENT = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"';

function rss(...items: string[]): string {
  return `<?xml version="1.0"?><rss version="2.0" ${CONTENT}><channel><title>The Orlin &amp; Post</title><link>https://orlinpost.example/</link><language>en-gb</language>${items.join('')}</channel></rss>`;
}
const full = (title: string, more = ''): string =>
  `<item><title>${title}</title><content:encoded><![CDATA[<p>Rain fell.</p>]]></content:encoded>${more}</item>`;

describe('entries with their full text', () => {
  test('RSS', async () => {
    const draft = await oneDraft(
      rss(`<item><title>Rain &amp;amp; &lt;i&gt;wind&lt;/i&gt;</title><link>/1</link><guid isPermaLink="false">tag:1</guid>
        <pubDate>Mon, 10 Jan 2022 14:03:00 +0000</pubDate><dc:creator><![CDATA[By Mara Oduya]]></dc:creator><dc:creator>Jo Field</dc:creator>
        <description>Short.</description><content:encoded><![CDATA[<p>Rain &amp; wind</p><p>Rain &amp; wind hit&nbsp;Orlin.</p><figure><img><figcaption>A quay.</figcaption></figure><script>x</script><p>More.</p>]]></content:encoded></item>`),
    );
    expect(blocksOf(draft)).toEqual([
      'headline: Rain & wind',
      'paragraph: Rain & wind hit Orlin.',
      'caption: A quay.',
      'paragraph: More.',
    ]);
    expect(draft).toMatchObject({
      place: 'stdin#1',
      id: null,
      title: 'Rain & wind',
      url: 'https://orlinpost.example/1',
      source: 'The Orlin & Post',
      author: 'Mara Oduya, Jo Field',
      publishedAt: '2022-01-10T14:03:00+00:00',
      modifiedAt: null,
      language: 'en-gb',
    });
  });

  test('Atom: html, xhtml and plain text', async () => {
    const entry = (content: string): string =>
      `<entry><title type="html">Rain &amp;amp; wind</title><id>urn:1</id><link href="/a"/><link rel="enclosure" href="/b"/><published>2022-01-10T14:03:00+06:00</published><updated>2022-01-11T00:00:00Z</updated><author><name>Mara Oduya</name></author>${content}</entry>`;
    const found = await fromBytes(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Post</title><id>urn:x</id><link rel="self" href="https://orlinpost.example/feed"/><updated>2022-01-10T14:03:00Z</updated>${[
        entry('<content type="html">&lt;p&gt;A &amp;amp; b.&lt;/p&gt;</content>'),
        entry(
          '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A &amp; b.</p><p>C &lt; d.</p></div></content>',
        ),
        entry('<content type="text">A &lt;p&gt; b.</content>'),
        entry('<content src="https://orlinpost.example/a" type="text/html"/>'),
      ].join('')}</feed>`,
    );
    expect(outcomes(found)).toEqual([
      'stdin#1 Rain & wind\n\nA & b.',
      'stdin#2 Rain & wind\n\nA & b.\n\nC < d.',
      'stdin#3 Rain & wind\n\nA <p> b.',
      'stdin#4 SOURCE_SUMMARY_ONLY',
    ]);
    expect(found[0]).toMatchObject({
      url: 'https://orlinpost.example/a',
      author: 'Mara Oduya',
      source: 'Post',
      publishedAt: '2022-01-10T14:03:00+06:00',
      modifiedAt: '2022-01-11T00:00:00Z',
      language: 'en',
    });
  });

  test('RDF', async () => {
    const draft = await oneDraft(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ${CONTENT}><channel rdf:about="x"><title>Post</title></channel><item rdf:about="https://orlinpost.example/1"><title>Rain</title><dc:date>2022-01-10</dc:date><content:encoded><![CDATA[<p>It fell.</p>]]></content:encoded></item></rdf:RDF>`,
    );
    expect(draft).toMatchObject({
      text: 'Rain\n\nIt fell.',
      url: 'https://orlinpost.example/1',
      publishedAt: '2022-01-10',
      source: 'Post',
    });
  });

  test('JSON Feed, with what stands for a whole feed', async () => {
    const found = await fromBytes(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Post',
        language: 'en',
        authors: [{ name: 'Mara Oduya' }],
        items: [
          {
            id: '1',
            url: 'https://orlinpost.example/1',
            title: 'A < b',
            content_html: '<p>Rain.</p>',
            date_published: '2022-01-10',
          },
          { id: '2', content_text: 'One.\n\nTwo.' },
          { id: '3', summary: 'x' },
        ],
      }),
    );
    expect(outcomes(found)).toEqual(['stdin#1 A < b\n\nRain.', 'stdin#2 One.\n\nTwo.', 'stdin#3 SOURCE_SUMMARY_ONLY']);
    expect(found[1]).toMatchObject({ id: '2', url: null, author: 'Mara Oduya', language: 'en', source: 'Post' });
  });
});

describe('entries and feeds that cannot be read', () => {
  test('a bad entry does not stop the others', async () => {
    const found = await fromBytes(
      rss(
        full('one'),
        full('two', '<pubDate>Mon, 30 Feb 2022 14:03:00 +0000</pubDate>'),
        '<item/>',
        `<item><title>four</title><content:encoded>${'&lt;div&gt;'.repeat(500)}x</content:encoded></item>`,
        '<item><title>five <b>unclosed</title><link>x y</link><description>Short.</description></item>',
        full('six'),
      ),
    );
    expect(outcomes(found).map((line) => line.replace(/^\S+ /, ''))).toEqual([
      'one\n\nRain fell.',
      'SOURCE_BAD_DATE',
      'SOURCE_TOO_COMPLEX',
      'SOURCE_SUMMARY_ONLY',
      'six\n\nRain fell.',
    ]);
  });

  test.each([
    ['cut off', rss(full('one')).slice(0, -60), 'SOURCE_BAD_FEED'],
    ['other XML', '<?xml version="1.0"?><newsItem><p>x</p></newsItem>', 'SOURCE_BAD_FEED'],
    ['nested deep', `<rss version="2.0"><channel>${'<a>'.repeat(100_000)}`, 'SOURCE_BAD_FEED'],
    ['without entries', rss(), 'SOURCE_EMPTY'],
    ['empty', ' ', 'SOURCE_EMPTY'],
    ['in an unknown charset', '<?xml version="1.0" encoding="x-none"?><rss/>', 'SOURCE_ENCODING'],
  ])('%s', async (_name, content, code) => {
    expect(await oneCode(content, 'feed')).toBe(code);
  });

  test('entities that multiply are not expanded', async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>';
    expect((await oneDraft(rss(full('&c;')).replace('?>', `?>${bomb}`))).text.length).toBeLessThan(40);
  });
});

describe('fetching what a feed only sums up', () => {
  const BODY = '<p>Lena Brandt, the mayor of Orlin, stepped down on Monday, saying that she was tired of it.</p>';
  let server: Awaited<ReturnType<typeof serverOf>>;
  beforeAll(async () => {
    server = await serverOf({
      '/feed': (_request, response) => {
        const items = ['/full', '/bare', '/none'].map(
          (path) =>
            `<item><title>From the feed</title><link>${path}</link><pubDate>Mon, 10 Jan 2022 14:03:00 GMT</pubDate><dc:creator>Jo Field</dc:creator></item>`,
        );
        response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss(...items));
      },
      '/full': answer(
        'text/html',
        `<html lang="en"><head><meta name="author" content="Mara Oduya"><meta property="og:title" content="From the page"><meta name="date" content="2022-01-09"></head><body><article>${BODY}</article></body></html>`,
      ),
      '/bare': answer(
        'text/html; charset=windows-1252',
        Buffer.from(`<article>${BODY.replace('Lena', 'Zo\xeb')}</article>`, 'latin1'),
      ),
    });
  });
  afterAll(() => server.close());

  test('the page is read, and the feed fills its gaps', async () => {
    const found = await collected([`${server.url}/feed`], { fetch: true, allowPrivate: true });
    expect(outcomes(found)).toEqual([
      `${server.url}/full From the page\n\nLena Brandt, the mayor of`,
      `${server.url}/bare From the feed\n\nZoë Brandt, the mayor of `,
      `${server.url}/none SOURCE_HTTP`,
    ]);
    expect(found[0]).toMatchObject({
      author: 'Mara Oduya',
      publishedAt: '2022-01-09',
      source: 'The Orlin & Post',
      url: `${server.url}/full`,
    });
    expect(found[1]).toMatchObject({
      title: 'From the feed',
      author: 'Jo Field',
      publishedAt: '2022-01-10T14:03:00Z',
      url: `${server.url}/bare`,
    });
    expect(blocksOf(found[1] as Draft)[0]).toBe('headline: From the feed');
  });

  test('only if asked to, and not from private addresses', async () => {
    expect(outcomes(await collected([`${server.url}/feed`], { allowPrivate: true }))[0]).toMatch(/SUMMARY_ONLY$/);
    const feed = rss(`<item><link>${server.url}/full</link></item>`);
    expect(outcomes(await fromBytes(feed, 'feed', { fetch: true }))[0]).toMatch(/PRIVATE_ADDRESS$/);
  });
});
