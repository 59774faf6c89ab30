const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Control characters and halves of pairs, which XML 1.0 has no way to write: names come from files. */
const unwritable = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu;

/** Text as it may stand in XML and HTML, between tags and in quoted attributes. */
export function escaped(text: string): string {
  return text.replace(unwritable, '\ufffd').replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A coordinate, to a hundredth of a pixel: reports of the same study are the same bytes. */
export function coordinate(value: number): string {
  return String(Math.round(value * 100) / 100);
}
