import { LineCounter, parseDocument } from 'yaml';
import { ArticleReadingError } from './article-reading-error';
import type { PageFacts } from './page';

/** Characters. What is longer is no front matter. */
const MOST = 20_000;

export interface SplitText extends PageFacts {
  /** What follows the front matter: all of it where there is none. */
  readonly body: string;
}

/**
 * Takes YAML front matter (between two lines of three hyphens, the first of which begins the text) off a text. Every
 * value is taken as it is written: a date stays text until somebody judges it.
 *
 * @throws ArticleReadingError where it is no YAML
 */
export function splitFrontMatter(text: string): SplitText {
  const opening = /^---[ \t]*\r?\n/.exec(text);
  if (opening === null) return { body: text };
  const head = text.slice(opening[0].length, MOST);
  const closing = /^(?:---|\.\.\.)[ \t]*$/m.exec(head);
  if (closing === null) return { body: text };
  const facts = factsOf(head.slice(0, closing.index));
  return { ...facts, body: text.slice(opening[0].length + closing.index + closing[0].length) };
}

function factsOf(yaml: string): PageFacts {
  const lineCounter = new LineCounter();
  // Failsafe: no value is a number or a date, and aliases cannot blow up.
  const document = parseDocument(yaml, { schema: 'failsafe', lineCounter, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const line = lineCounter.linePos(error.pos[0]).line + 1;
    const message = `Line ${line} of the front matter is no YAML: ${error.message}. Mend it, or put the value in quotes.`;
    throw new ArticleReadingError('frontMatterUnreadable', 'text', message);
  }
  const value = plain(document);
  const fields = typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : new Map();
  const text = (...names: readonly string[]): string | undefined => {
    const found: unknown = names.map((name) => fields.get(name) as unknown).find((each) => typeof each === 'string');
    return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined;
  };
  return {
    title: text('title', 'headline'),
    url: text('url', 'link', 'canonical_url', 'canonical'),
    publisher: publisherOf(text('source', 'publisher', 'site')),
    category: text('category', 'section'),
    published: text('published', 'published_at', 'publishedAt', 'date', 'datePublished'),
  };
}

/** An alias of nothing, or too many of them, is found only here. */
function plain(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 10 });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const message = `The front matter cannot be read: ${why}. Write its values out, without aliases.`;
    throw new ArticleReadingError('frontMatterUnreadable', 'text', message);
  }
}

/** Exporters write a word of their own where they do not know. */
function publisherOf(written: string | undefined): string | undefined {
  return written === undefined || /^(?:unknown|none|null|n\/a|-)$/i.test(written) ? undefined : written;
}
