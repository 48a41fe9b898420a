import type { Row } from './rows-of.ts';

/** Shapes of JSON that programs read: ours, TimelineJS's, and JSON-LD (schema.org with Web Annotation selectors). */
export const TIMELINE_SHAPES = ['plain', 'timelinejs', 'jsonld'] as const;

/** Events as one JSON document, event by event. */
export async function* timelineJson(
  rows: AsyncIterable<Row>,
  shape: (typeof TIMELINE_SHAPES)[number],
): AsyncGenerator<string> {
  const { head, item } = SHAPES[shape];
  yield head;
  let isFirst = true;
  for await (const row of rows) {
    const told = item(row);
    if (told === null) continue;
    yield `${isFirst ? '' : ',\n'}${JSON.stringify(told)}`;
    isFirst = false;
  }
  yield ']}\n';
}

const SHAPES: Readonly<Record<(typeof TIMELINE_SHAPES)[number], { head: string; item: (row: Row) => object | null }>> =
  {
    plain: { head: '{"events":[', item: (row) => row },
    timelinejs: {
      head: '{"events":[',
      // TimelineJS shows nothing without a day, and takes texts as HTML.
      item: ({ id, summary, start, end, exact, title }) =>
        start === null
          ? null
          : {
              unique_id: id,
              start_date: dateOf(start),
              ...(end && end !== start && { end_date: dateOf(end) }),
              text: { headline: html(summary), text: html(exact ? `“${exact}” ${title ?? ''}` : (title ?? '')) },
            },
    },
    jsonld: {
      head: '{"@context":["https://schema.org",{"oa":"http://www.w3.org/ns/oa#"}],"@graph":[',
      item: (row) => ({
        '@type': 'Event',
        '@id': `urn:dateline:${encodeURIComponent(row.id)}`,
        name: row.summary,
        additionalType: row.type,
        ...(row.start && { startDate: row.start }),
        ...(row.end && { endDate: row.end }),
        ...(row.place && { location: { '@type': 'Place', name: row.place } }),
        ...(row.actors.length && { organizer: row.actors.map((name) => ({ '@type': 'Thing', name })) }),
        ...(row.exact && {
          subjectOf: {
            '@type': 'NewsArticle',
            ...(row.url && { url: row.url }),
            ...(row.title && { headline: row.title }),
            'oa:hasSelector': {
              '@type': 'oa:TextQuoteSelector',
              'oa:exact': row.exact,
              'oa:prefix': row.prefix,
              'oa:suffix': row.suffix,
            },
          },
        }),
      }),
    },
  };

function dateOf(day: string): { year: number; month: number; day: number } {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return { year, month, day: date };
}

function html(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
