import { stripVTControlCharacters, styleText } from 'node:util';
import { type Extraction, wordsOf } from '../../app.ts';

/** What happened, one event and its details a pair of lines, in the order of the text. */
export function eventLines(extraction: Extraction): string[] {
  const { article, events, times, statements } = extraction;
  return events.map((event) => {
    const edtf = times.find(({ id }) => id === event.time)?.edtf ?? '(no day told)';
    const what = [event.type, event.mode].filter(Boolean).join('/');
    const words = event.mentions.map((span) => `"${wordsOf(article.text, span)}"`).join(' … ');
    const who = (role: string) =>
      event.participants
        .filter((one) => one.role === role)
        .map(({ entity }) => nameOf(extraction, entity))
        .join(', ');
    const by = event.vouchers.map(({ statement }) => {
      const said = statements.find(({ id }) => id === statement);
      return said ? `${nameOf(extraction, said.speaker)} (${said.id})` : 'the article';
    });
    const more = [
      event.modality,
      who('actor') && `by ${who('actor')}`,
      who('recipient') && `to ${who('recipient')}`,
      event.place && `in ${nameOf(extraction, event.place)}`,
      `says ${by.join(', ')}`,
    ];
    return `  ${event.id.padEnd(5)}${edtf.padEnd(22)} ${styleText('magenta', what)} ${plain(words)}\n       ${styleText('dim', plain(more.filter(Boolean).join('; ')))}`;
  });
}

/** What lastingly holds between two, a line each. */
export function relationLines(extraction: Extraction): string[] {
  return extraction.relations.map(({ type, from, to, label, validFrom, validTo, negated }) => {
    const since = validFrom === null ? null : `from ${validFrom}`;
    const until = validTo === null ? null : `until ${validTo}`;
    const more = [label, since, until, negated ? 'denied' : null].filter(Boolean).join(', ');
    const ends = [from, to].filter((id) => id !== null).map((id) => nameOf(extraction, id));
    return `  ${plain(ends.join(` ${type} `))}${to === null ? ` ${type}` : ''}${more ? `  ${styleText('dim', plain(more))}` : ''}`;
  });
}

/** What an entity or event is called for reading; somebody of whom the article tells no name is "(nobody named)". */
export function nameOf({ article, entities, events }: Extraction, id: string | null): string {
  const entity = entities.find((one) => one.id === id);
  if (entity) return entity.name;
  const event = events.find((one) => one.id === id);
  return event ? `"${wordsOf(article.text, event.trigger)}" (${event.id})` : '(nobody named)';
}

/** One line, without what could move the cursor of a terminal: text from the web is data. */
export function plain(text: string): string {
  return stripVTControlCharacters(text).replace(/\p{Cc}+/gu, ' ');
}
