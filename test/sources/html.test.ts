import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isSpace } from '../../src/document/span.ts';
import { InputError } from '../../src/errors.ts';
import { htmlDraft } from '../../src/sources/html.ts';
import { blocksOf, oneCode, oneDraft } from './collected.ts';

const FIXTURE = readFileSync(new URL('fixtures/harbour.html', import.meta.url));
const BODY =
  '<p>Lena Brandt, the mayor of Orlin, stepped down on Monday, saying she was tired, and left the hall at once.</p>' +
  '<p>The council said it would choose a successor within a week, and that the harbour deal would stand.</p>';

/** A page around the two paragraphs, or around another body. */
function page(head: string, body = `<article>${BODY}</article>`, attributes = ''): string {
  return `<!doctype html><html${attributes}><head>${head}</head><body>${body}</body></html>`;
}

function read(html: string, options: { url?: string; selector?: string } = {}) {
  return htmlDraft(html, { place: 'here', url: options.url ?? null, selector: options.selector ?? null });
}

function codeOf(html: string, selector: string | null = null): string {
  try {
    return `none: ${read(html, selector ? { selector } : {}).text}`;
  } catch (thrown) {
    if (thrown instanceof InputError) return thrown.code;
    throw thrown;
  }
}

describe('a page', () => {
  test('becomes headline, captions and paragraphs, in the order of the page', async () => {
    const draft = await oneDraft(FIXTURE);
    expect(blocksOf(draft)).toEqual([
      'headline: Mayor of Orlin quits over harbour deal',
      'caption: Lena Brandt leaves the town hall of Orlin on January 9, 2022. Post/Ivo Kern',
      'paragraph: ORLIN, Jan 10 (Post) - The mayor of Orlin, Lena Brandt, stepped down on Monday, saying she could no longer defend a deal to sell the old harbour.',
      'paragraph: "I have made mistakes," Brandt told reporters — and left. The council, which had backed the deal, said that it would choose a successor within a week.',
      'paragraph: What the deal says',
      'caption: The old harbour, empty since 2019. Photo: Ivo Kern',
      'paragraph: The buyer, Nordhafen, promised to keep 200 jobs, and to clean the basin, which nobody has done since the yard closed in 2019.',
      'paragraph: Price: 40 million',
      'paragraph: Jobs: 200',
      'paragraph: The harbour belongs to the town.',
    ]);
    const { text, blocks, ...known } = draft;
    expect(text).toBe(
      blocksOf(draft)
        .map((block) => block.replace(/^\w+: /, ''))
        .join('\n\n'),
    );
    expect(known).toEqual({
      place: 'stdin',
      id: null,
      title: 'Mayor of Orlin quits over harbour deal',
      url: 'https://orlinpost.example/news/mayor-quits',
      source: 'The Orlin Post',
      author: 'Mara Oduya, Jo Field',
      publishedAt: '2022-01-10T14:03:00+06:00',
      modifiedAt: '2022-01-11',
      language: 'en-GB',
    });
  });

  test.each([
    ['no html, head or body tags', `<title>Rain in Orlin</title><h1>Rain in Orlin</h1>${BODY}`],
    ['no body tag', `<!doctype html><html lang=en><head><title>Rain in Orlin</title></head>${BODY}</html>`],
    ['no end of head', `<html><head><title>Rain in Orlin</title><meta name=a content=b>${BODY}</html>`],
    [
      'text before the root',
      `\n<!-- saved --><x></x><html><head><title>Rain in Orlin</title></head><body>${BODY}</body></html>`,
    ],
    [
      'XHTML',
      `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Rain in Orlin</title></head><body>${BODY}</body></html>`,
    ],
  ])('is read with %s', (_name, html) => {
    expect(blocksOf(read(html)).map((block) => block.slice(0, 24))).toEqual([
      'headline: Rain in Orlin',
      'paragraph: Lena Brandt, ',
      'paragraph: The council s',
    ]);
  });

  test('paragraphs parted by two line breaks, white space, entities and soft hyphens', () => {
    const html =
      '<div id=a>Rain&nbsp;&amp; wind\n\n hit Or&shy;lin.\n<br>\nStill so.<br>\n<br/>The caf&eacute; &#8220;Anker&#8221;\u200b closed.</div>';
    expect(blocksOf(read(html, { selector: '#a' }))).toEqual([
      'paragraph: Rain & wind hit Orlin. Still so.',
      'paragraph: The café “Anker” closed.',
    ]);
  });

  test('scripts, navigation, forms, hidden text and screen-reader text are left out', () => {
    const html =
      '<main>Seen.<script>var a = "<p>x</p>"</script><style>p{}</style><nav>x</nav><noscript>x</noscript><p hidden>x</p>' +
      '<p style="color:red; DISPLAY : none">x</p><span aria-hidden="true">x</span><template>x</template><p class="sr-only">x</p>' +
      '<svg><text>x</text></svg><button>x</button><select><option>x</select><iframe>x</iframe><aside>x</aside></main>';
    expect(read(html, { selector: 'main' }).text).toBe('Seen.');
  });

  test.each<[string, string, string[]]>([
    [
      'a credit beside the caption',
      '<figure><img><figcaption>A quay.</figcaption><p>Ivo Kern</p></figure>',
      ['caption: A quay. Ivo Kern'],
    ],
    [
      'a credit inside',
      '<figure><figcaption><p>A quay.</p><span class="photo-credit">Ivo Kern</span></figcaption></figure>',
      ['caption: A quay. Ivo Kern'],
    ],
    ['a credit alone', '<figure><img><div class="credit">Ivo Kern</div></figure>', ['caption: Ivo Kern']],
    [
      'a caption by class',
      '<div class="wp-caption"><img><p class="wp-caption-text">A quay.</p></div>',
      ['caption: A quay.'],
    ],
    [
      'two figures',
      '<figure><figcaption>One.</figcaption></figure><figure><figcaption>Two.</figcaption></figure>',
      ['caption: One.', 'caption: Two.'],
    ],
    [
      'a quotation in a figure',
      '<figure><blockquote>It rains.</blockquote><figcaption>Brandt</figcaption></figure>',
      ['paragraph: It rains.', 'caption: Brandt'],
    ],
    [
      'a figure in a paragraph',
      '<div>Before<figure><figcaption>A quay.</figcaption></figure>after</div>',
      ['paragraph: Before', 'caption: A quay.', 'paragraph: after'],
    ],
    [
      'a row of a table',
      '<table><tr><td>Price</td><td>40</td></tr><tr><th>Jobs</th></tr></table>',
      ['paragraph: Price 40', 'paragraph: Jobs'],
    ],
  ])('%s', (_name, html, blocks) => {
    expect(blocksOf(read(`<main>${html}</main>`, { selector: 'main' }))).toEqual(blocks);
  });

  test('a line break alone ends no paragraph', () => {
    expect(read('<div id=a>A.<br>B.<br>C.<br> <br>D.</div>', { selector: '#a' }).text).toBe('A. B. C.\n\nD.');
  });

  test.each([
    [
      'before the article body',
      `<article><figure><img><figcaption>A quay.</figcaption></figure><div>${BODY}</div></article>`,
    ],
    ['within it', `<article><div><figure><img><figcaption>A quay.</figcaption></figure>${BODY}</div></article>`],
  ])('the lead picture %s has its caption once, before the text', (_name, body) => {
    expect(blocksOf(read(page('', body))).map((block) => block.slice(0, 16))).toEqual([
      'caption: A quay.',
      'paragraph: Lena ',
      'paragraph: The c',
    ]);
  });

  test('--selector decides, each element once', () => {
    const html = page(
      '<title>Rain</title>',
      '<div class=a><p>One.</p><div class=a><p>Two.</p></div></div><p>x</p><div class=a>Three.</div>',
    );
    expect(read(html, { selector: '.a' }).text).toBe('Rain\n\nOne.\n\nTwo.\n\nThree.');
  });
});

describe('metadata', () => {
  const LD = (data: object): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

  test.each<[string, string, object]>([
    [
      'JSON-LD before OpenGraph',
      `<meta property="og:title" content="B">${LD({ '@type': 'NewsArticle', headline: 'A' })}`,
      { title: 'A' },
    ],
    [
      'a list in JSON-LD',
      LD([{ '@type': 'BreadcrumbList' }, { '@type': 'https://schema.org/ReportageNewsArticle', headline: 'A' }]),
      { title: 'A' },
    ],
    [
      'what a page is about',
      LD({ '@type': 'WebPage', mainEntity: { '@type': 'Article', headline: 'A', inLanguage: 'en-US' } }),
      { title: 'A', language: 'en-US' },
    ],
    [
      'authors as text and objects',
      LD({ '@type': 'Article', author: ['By Mara Oduya', { name: 'Jo Field' }, { url: 'x' }] }),
      { author: 'Mara Oduya, Jo Field' },
    ],
    ['entities in JSON-LD', LD({ '@type': 'Article', headline: 'Rain &amp; wind' }), { title: 'Rain & wind' }],
    [
      'broken JSON-LD',
      '<script type="application/ld+json">{"@type": </script><meta property="og:title" content="B">',
      { title: 'B' },
    ],
    [
      'JSON-LD in CDATA',
      `<script type="application/ld+json">//<![CDATA[\n{"@type":"Article","headline":"A"}\n//]]></script>`,
      { title: 'A' },
    ],
    [
      'OpenGraph and article:*',
      '<meta property="og:title" content="B"><meta property="og:site_name" content="Post"><meta property="article:published_time" content="2022-01-10T14:03:00Z"><meta property="article:modified_time" content="2022-01-11T00:00:00+06:00"><meta property="article:author" content="https://social.example/mara"><meta name="author" content="Mara Oduya">',
      {
        title: 'B',
        source: 'Post',
        publishedAt: '2022-01-10T14:03:00Z',
        modifiedAt: '2022-01-11T00:00:00+06:00',
        author: 'Mara Oduya',
      },
    ],
    [
      'meta names',
      '<meta name="DC.date" content="10 January 2022 14:03 GMT"><meta name="dc.creator" content="A"><meta name="dc.creator" content="B">',
      { publishedAt: '2022-01-10T14:03Z', author: 'A, B' },
    ],
    [
      'a title with its site',
      '<title>Rain in Orlin | The Orlin Post</title><meta property="og:site_name" content="The Orlin Post">',
      { title: 'Rain in Orlin' },
    ],
    ['a canonical link, relative', '<link rel="canonical" href="/a?b=1">', { url: 'https://orlinpost.example/a?b=1' }],
    [
      'a canonical link to the front page',
      '<link rel="canonical" href="/"><meta property="og:url" content="https://orlinpost.example/c">',
      { url: 'https://orlinpost.example/c' },
    ],
    [
      'a canonical link that runs code',
      '<link rel="canonical" href="javascript:alert(1)">',
      { url: 'https://orlinpost.example/page' },
    ],
    [
      'a date with an unreadable one before it',
      '<meta name="date" content="today"><meta name="pubdate" content="2022-01-10">',
      { publishedAt: '2022-01-10' },
    ],
    [
      'nothing',
      '',
      {
        title: null,
        source: null,
        author: null,
        publishedAt: null,
        modifiedAt: null,
        language: null,
        url: 'https://orlinpost.example/page',
      },
    ],
  ])('%s', (_name, head, expected) => {
    expect(read(page(head), { url: 'https://orlinpost.example/page' })).toMatchObject(expected);
  });

  test('headings, bylines and times that readers see come last', () => {
    const body = `<time datetime="14:03">now</time><article><h1>Rain in <i>Orlin</i></h1><a rel="author">By Mara Oduya</a><time datetime="2022-01-10">Monday</time>${BODY}</article>`;
    expect(read(page('', body, ' lang="en"'))).toMatchObject({
      title: 'Rain in Orlin',
      author: 'Mara Oduya',
      publishedAt: '2022-01-10',
      language: 'en',
    });
  });

  test('a date that does not exist is an error', () => {
    expect(codeOf(page('<meta property="article:published_time" content="2022-02-30">'))).toBe('SOURCE_BAD_DATE');
  });

  test.each<[string, string, string | null]>([
    ['JSON-LD tells it', LD({ '@type': 'Article', url: 'https://orlinpost.example/a' }), 'https://orlinpost.example/a'],
    [
      'and what a relative canonical link is relative to',
      `<link rel="canonical" href="/b">${LD({ '@type': 'Article', mainEntityOfPage: { '@id': 'https://orlinpost.example/a' } })}`,
      'https://orlinpost.example/b',
    ],
    ['a relative canonical link alone does not', '<link rel="canonical" href="/b">', null],
  ])('the address of a saved page: %s', (_name, head, url) => {
    expect(read(page(head)).url ?? null).toBe(url);
  });
});

describe('pages without an article', () => {
  test.each<[string, string, string | null]>([
    ['empty', '', null],
    ['a form', page('<title>Log in</title>', '<form><label>Name</label><input><button>Go</button></form>'), null],
    [
      'a list of links',
      page(
        '',
        `<main>${'<p><a href="/x">The mayor of Orlin steps down over a deal, and leaves</a></p>'.repeat(12)}</main>`,
      ),
      null,
    ],
    ['a selector that matches nothing', page(''), '.story'],
    ['a selector that cannot be read', page(''), 'p[['],
  ])('%s: SOURCE_NO_BODY', (_name, html, selector) => {
    expect(codeOf(html, selector)).toBe('SOURCE_NO_BODY');
  });
});

describe('hostile pages end soon', () => {
  const deep = '<div>'.repeat(100_000);
  // Few enough that only their depth gives them away.
  const hidden = '<div>'.repeat(2000);
  test.each<[string, string, string]>([
    ['100,000 nested elements', deep + BODY, 'SOURCE_TOO_COMPLEX'],
    ['2,000 nested elements', hidden + BODY, 'SOURCE_TOO_COMPLEX'],
    ['nested behind a comment in an attribute', `<a title="<!--">${hidden}-->${BODY}`, 'SOURCE_TOO_COMPLEX'],
    ['nested behind a quote that is none', `<a b=c=">${hidden}">${BODY}`, 'SOURCE_TOO_COMPLEX'],
    ['nested behind an empty script', `<script/>${hidden}</script>${BODY}`, 'SOURCE_TOO_COMPLEX'],
    ['nested list items without end', `${'<ul><li>'.repeat(2000)}${BODY}`, 'SOURCE_TOO_COMPLEX'],
    ['elements that end each other only in part', `${'<p><dd>'.repeat(2000)}${BODY}`, 'SOURCE_TOO_COMPLEX'],
    ['a million elements', `${BODY}${'<b></b>'.repeat(500_000)}`, 'SOURCE_TOO_COMPLEX'],
    ['a million entities', `${BODY}<p>${'&amp;'.repeat(900_000)}`, 'SOURCE_TOO_COMPLEX'],
    [
      '300,000 attributes',
      `<div ${Array.from({ length: 300_000 }, (_, at) => `a${at}`).join(' ')}>${BODY}`,
      'SOURCE_TOO_COMPLEX',
    ],
    ['much text, nested deep', `${'<div>'.repeat(250)}${BODY.repeat(5000)}`, 'SOURCE_TOO_COMPLEX'],
    ['500,000 classes', `<div class="${'a '.repeat(500_000)}">${BODY}</div>`, 'SOURCE_TOO_COMPLEX'],
    ['attributes of a megabyte', `<div id="${'x'.repeat(1e6)}" title="${'<p>'.repeat(3e5)}">${BODY}</div>`, 'none'],
    ['entities of its own', `<!DOCTYPE a [<!ENTITY b "${'&c;'.repeat(1000)}">]>${page('', `${BODY}&b;`)}`, 'none'],
    ['scripts without end', `${BODY}${'<script>'.repeat(500_000)}`, 'none'],
    ['an unclosed tag', `${BODY}${'<a'.repeat(500_000)}`, 'none'],
    ['JSON-LD of brackets', `<script type="application/ld+json">${'['.repeat(1e6)}</script>${BODY}`, 'none'],
    [
      'JSON-LD, deep',
      page(`<script type="application/ld+json">${'{"@graph":['.repeat(1e5)}${']}'.repeat(1e5)}</script>`),
      'none',
    ],
  ])('%s', (_name, html, code) => {
    expect(codeOf(html).replace(/: [\s\S]*/, '')).toBe(code);
  });

  test('long lists stop no ordinary page: unclosed items, rows and paragraphs do not nest', () => {
    const html = page(
      '',
      `<article>${BODY}<ul>${'<li>one'.repeat(400)}</ul><table>${'<tr><td>a<td>b'.repeat(400)}</table>${'<p>two<br>'.repeat(400)}</article>`,
    );
    expect(read(html).blocks?.length).toBeGreaterThan(800);
  });
});

describe('properties', () => {
  const tag = fc.constantFrom(
    ...'html head body title p div figure figcaption a br td table ul li h1 script style article main nav svg b template'.split(
      ' ',
    ),
  );
  const piece = fc.oneof(
    { weight: 3, arbitrary: tag.map((name) => `<${name}>`) },
    { weight: 2, arbitrary: tag.map((name) => `</${name}>`) },
    { weight: 1, arbitrary: tag.map((name) => `<${name} class="caption" datetime=2022-01-10 content='`) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        'Rain fell on Orlin, and wind, too. ',
        '&nbsp;',
        '\u200b',
        '\ufeff',
        '&#xD800;',
        '&#0;',
        '<!--',
        '-->',
        '<![CDATA[',
        '"',
        "'",
        '>',
      ),
    },
  );
  const soup = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

  test('any string ends in an article or an InputError; blocks are in order and cover the text', () => {
    fc.assert(
      fc.property(soup, fc.constantFrom('body', 'p, div', undefined), (html, selector) => {
        let draft: ReturnType<typeof read>;
        try {
          draft = read(html, selector ? { selector } : {});
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(InputError);
          return;
        }
        let at = 0;
        for (const { start, end } of draft.blocks ?? []) {
          expect(draft.text.slice(at, start).trim()).toBe('');
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(isSpace(draft.text.charCodeAt(start)) || isSpace(draft.text.charCodeAt(end - 1))).toBe(false);
          at = end;
        }
        expect(at).toBe(draft.text.length);
        expect(/\p{Surrogate}/u.test(draft.text)).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  test('any bytes read as HTML end in one answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (bytes) => {
        expect(await oneCode(bytes, 'html')).toEqual(expect.any(String));
      }),
    );
  });
});
