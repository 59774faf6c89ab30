import { splitSentences } from './split-sentences';

/** A stretch of a text, in UTF-16 code units; `end` is exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** One sentence of a text; headings and the items of lists are sentences too. Sentences of one paragraph share its number (from 0). */
export interface Sentence extends Place {
  readonly paragraph: number;
}

/** Words that lead somewhere: the place of the words, and the address as the article writes it. */
export interface Link extends Place {
  readonly href: string;
}

/** An article as plain text: what every quotation's place refers to. Sentences and links are in the order of the text and never overlap among themselves. */
export interface ReadText {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly links: readonly Link[];
}

const BETWEEN_PARAGRAPHS = '\n\n';

/** A paragraph's plain text with the links in it, their places counted from its own start. */
export interface Paragraph {
  readonly text: string;
  readonly links?: readonly Link[];
}

/** Joins paragraphs (in plain text; two line feeds between them) and finds their sentences. Paragraphs without a word vanish. */
export function readTextOf(paragraphs: readonly (string | Paragraph)[]): ReadText {
  const parts: string[] = [];
  const sentences: Sentence[] = [];
  const links: Link[] = [];
  let offset = 0;
  for (const given of paragraphs) {
    const { text, links: inside = [] }: Paragraph = typeof given === 'string' ? { text: given } : given;
    if (text.trim() === '') continue;
    const paragraph = parts.length;
    const moved = <T extends Place>(place: T): T => ({
      ...place,
      start: place.start + offset,
      end: place.end + offset,
    });
    sentences.push(...splitSentences(text).map((place) => ({ ...moved(place), paragraph })));
    for (const link of inside) links.push(moved(link));
    parts.push(text);
    offset += text.length + BETWEEN_PARAGRAPHS.length;
  }
  return { text: parts.join(BETWEEN_PARAGRAPHS), sentences, links };
}
