/** Text as it may stand in XML: marks escaped, and characters that XML cannot have left out. */
export function xml(value: unknown): string {
  return String(value ?? '')
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
