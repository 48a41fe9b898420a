import type { Draft } from '../document/document.ts';
import { InputError } from '../errors.ts';
import { type Block, compose, underHeadline } from './compose.ts';
import { decode } from './decode.ts';
import type { Entry } from './feed-entries.ts';
import { fetchPage } from './fetch-page.ts';
import { htmlDraft } from './html.ts';
import { htmlBlocks } from './html-blocks.ts';
import { knownDate } from './known-date.ts';
import { newDraft } from './new-draft.ts';
import { inOneLine } from './one-line.ts';
import type { Settings } from './options.ts';
import { parsePage } from './parse-page.ts';
import { plainBlocks } from './plain-blocks.ts';

/**
 * The article of one feed entry: its own text, else the page that it links to, if the settings allow to fetch it.
 * @throws InputError SOURCE_SUMMARY_ONLY, SOURCE_BAD_DATE, and what fetchPage and htmlDraft throw
 */
export async function feedEntry(entry: Entry, place: string, settings: Settings): Promise<Draft> {
  const known = knownOf(entry, place);
  const body = bodyOf(entry, place);
  if (body.length > 0) {
    const { text, blocks } = compose(underHeadline(known.title, body));
    return newDraft(place, text, { ...known, blocks });
  }
  if (entry.url !== null && settings.fetch) return fetched(entry.url, known, settings);
  throw new InputError('SOURCE_SUMMARY_ONLY', 'the feed has no full text of this entry', {
    place,
    hint: entry.url === null ? 'leave it out: it has no link either' : 'pass --fetch to read the page that it links to',
  });
}

function knownOf(entry: Entry, place: string) {
  return {
    // A link identifies an article across feeds and pages; the feed's own id is only good where there is none.
    id: entry.url === null ? entry.id : null,
    title: entry.title && inOneLine(entry.title),
    url: entry.url,
    source: entry.source,
    author: entry.author,
    publishedAt: knownDate(entry.published, place),
    modifiedAt: knownDate(entry.modified, place),
    language: entry.language,
  };
}

function bodyOf({ content }: Entry, place: string): readonly Block[] {
  if (content === null) return [];
  return content.html ? htmlBlocks(parsePage(content.value, place).body) : plainBlocks(content.value);
}

/** Reads the page; what it does not say of itself, the feed does. */
async function fetched(address: string, known: ReturnType<typeof knownOf>, settings: Settings): Promise<Draft> {
  const { url, bytes, charset } = await fetchPage(address, settings);
  const content = decode(bytes, { place: address, charset, declares: 'html' });
  const page = htmlDraft(content, { place: address, url, selector: settings.selector, title: known.title });
  const said = Object.entries(page).filter(([, value]) => value !== null);
  return { ...page, ...known, ...Object.fromEntries(said) };
}
