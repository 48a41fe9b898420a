/** The id of what an article version has under a local id (e1, v1, s1), and so that of a node: all that is needed to find it. */
export function nodeId(article: string, version: string, local: string): string {
  return `${article}#${version.slice(0, 12)}.${local}`;
}

/** Local id of an article's text as a whole, whose reprints are told apart from other articles. */
export const TEXT = 'text';

/** The id of something else in the same article version. */
export function siblingOf(id: string, local: string, other: string): string {
  return `${id.slice(0, id.length - local.length)}${other}`;
}

/** Whether an id is that of an event, by its form. */
export function isEventId(id: string): boolean {
  return /\.v\d+$/.test(id);
}

/** The article that an id of the graph belongs to, as far as it names one. */
export function articleOfId(id: string): string | null {
  const at = id.lastIndexOf('#');
  return at < 0 ? null : id.slice(0, at);
}
