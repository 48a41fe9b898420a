import type { Draft } from '../document/document.ts';

/** A draft in which what is not known, or is an empty string, is null. */
export function newDraft(place: string, text: string, known: Partial<Draft> = {}): Draft {
  const draft = {
    place,
    text,
    id: known.id || null,
    title: known.title || null,
    url: known.url || null,
    source: known.source || null,
    author: known.author || null,
    publishedAt: known.publishedAt || null,
    modifiedAt: known.modifiedAt || null,
    language: known.language || null,
  };
  return known.blocks ? { ...draft, blocks: known.blocks } : draft;
}
