import type { Row } from './rows-of.ts';

/** Longest line of iCalendar, in bytes; longer ones go on after a space. */
const LINE = 75;

/** Dated events as iCalendar (RFC 5545): all-day entries, from the first day each can be of to the last. */
export async function* ics(rows: AsyncIterable<Row>, stamp: string): AsyncGenerator<string> {
  yield lines(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Dateline//EN', 'CALSCALE:GREGORIAN']);
  for await (const { id, summary, start, end, place, standing, exact, url } of rows) {
    if (start === null) continue;
    yield lines([
      'BEGIN:VEVENT',
      `UID:${text(id)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${start.replaceAll('-', '')}`,
      `DTEND;VALUE=DATE:${dayAfter(end ?? start)}`,
      `SUMMARY:${text(summary)}`,
      `CATEGORIES:${text(standing)}`,
      ...(place ? [`LOCATION:${text(place)}`] : []),
      ...(exact ? [`DESCRIPTION:${text(exact)}`] : []),
      ...(url ? [`URL:${url.replace(/[\r\n]/g, '')}`] : []),
      'END:VEVENT',
    ]);
  }
  yield lines(['END:VCALENDAR']);
}

function text(value: string): string {
  return value.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r?\n|\r/g, '\\n');
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${folded(line)}\r\n`).join('');
}

function folded(line: string): string {
  let [out, length] = ['', 0];
  for (const char of line) {
    const size = Buffer.byteLength(char);
    if (length + size > LINE) {
      out += '\r\n ';
      length = 1;
    }
    out += char;
    length += size;
  }
  return out;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
}
