import type { Moment } from '@streakline/events';
import { type ReadText, readTextOf } from '../text/read-text';
import { ArticleReadingError } from './article-reading-error';
import type { GivenArticle, Page } from './page';
import { publishedOf } from './published';
import { readHtml } from './read-html';
import { readMarkdown } from './read-markdown';
import { cutTo } from '../text/cut';

/** What newsletters and feeds add to an address, which leads to the same page without it. */
const TRACKING = /^(?:utm_\w+|gclid|fbclid|mc_[ce]id|cmpid|__source)$/i;

/** An article whose title, date and plain text are established. */
export interface OpenedArticle {
  readonly title: string;
  readonly url?: string;
  readonly publisher?: string;
  readonly category?: string;
  readonly published: Moment;
  /** Its first paragraph is the title. */
  readonly text: ReadText;
}

/** Characters of what is sent: pages of newspapers are mostly scripts. */
export const MOST_CHARACTERS = 2_000_000;
/** Characters of its plain text; the longest reports are a third of it. */
const MOST_PLAIN = 200_000;

/**
 * Takes an article apart. What the sender says of it goes before what it says itself.
 *
 * @throws ArticleReadingError where it is no text, or its title or date is not known
 */
export function openArticle(given: GivenArticle): OpenedArticle {
  // Half a character, as a cut-off download ends in, cannot be stored.
  const text = given.text.replace(/^\ufeff/, '').replace(/[\ud800-\udfff]/gu, '\ufffd');
  checkText(text);
  const page = (given.format ?? formatOf(text)) === 'html' ? readHtml(text) : readMarkdown(text);
  const title = (given.title ?? page.title ?? '').replace(/\s+/g, ' ').trim();
  if (title === '') throw missing('titleUnknown', 'title', 'The article says no title: give one.');
  const url = absolute(given.url ?? page.url);
  return {
    title: cutTo(title, 500),
    ...defined({ url, publisher: short(given.publisher ?? page.publisher), category: short(page.category) }),
    published: given.published ?? publishedIn(page),
    text: textOf(title, page),
  };
}

/** Control characters are none of a text's, but for tabs and ends of lines. */
function checkText(text: string): void {
  if (text.length > MOST_CHARACTERS) throw tooLong(text.length, MOST_CHARACTERS);
  if (text.trim() === '') throw missing('empty', 'text', 'The article is empty: send its text.');
  const sample = text.slice(0, 100_000);
  let strange = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at);
    if (code === 0) strange = Infinity;
    if (code < 9 || (code > 13 && code < 32) || code === 0xfffd) strange += 1;
  }
  if (strange <= sample.length / 100) return;
  throw missing('notText', 'text', 'This is no text but binary data: send the article as UTF-8, in Markdown or HTML.');
}

function tooLong(length: number, most: number): ArticleReadingError {
  const size = `${length.toLocaleString('en-US')} characters, more than ${most.toLocaleString('en-US')}`;
  return missing('tooLong', 'text', `The article has ${size}: send the article alone.`);
}

function formatOf(text: string): 'markdown' | 'html' {
  const head = text.slice(0, 5_000);
  if (/^\s*<(?:!doctype|html|head|body|article|main|div|section|\?xml)\b/i.test(head)) return 'html';
  return /^---/.test(head) || !/<(?:p|body|article)[\s>]/i.test(head) ? 'markdown' : 'html';
}

function publishedIn({ published }: Page): Moment {
  if (published !== undefined) return publishedOf(published);
  throw missing(
    'publicationUnknown',
    'publishedAt',
    'The article does not say when it was published, and without that "on Friday" is no day: give the instant (2026-02-27T22:38:27Z) or the date (2026-02-27).',
  );
}

function textOf(title: string, { paragraphs }: Page): ReadText {
  const [first] = paragraphs;
  const repeats = first !== undefined && first.text.trim() === title;
  const said = repeats ? paragraphs.slice(1) : paragraphs;
  const plain = said.reduce((sum, paragraph) => sum + paragraph.text.length, 0);
  if (plain > MOST_PLAIN) throw tooLong(plain, MOST_PLAIN);
  const text = readTextOf([title, ...said]);
  if (text.sentences.length > 1) return text;
  throw missing('empty', 'text', 'Nothing is left of the article beside its title: send its text.');
}

/** An address that can be followed, without what feeds add to it and the place within the page. */
function absolute(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url) || !/^https?:/i.test(url)) return undefined;
  const address = new URL(url);
  address.hash = '';
  for (const name of [...address.searchParams.keys()]) if (TRACKING.test(name)) address.searchParams.delete(name);
  return address.href;
}

function short(text: string | undefined): string | undefined {
  const said = text?.replace(/\s+/g, ' ').trim();
  return said === undefined || said === '' ? undefined : cutTo(said, 200);
}

function missing(...args: ConstructorParameters<typeof ArticleReadingError>): ArticleReadingError {
  return new ArticleReadingError(...args);
}

function defined<Fields extends object>(fields: Fields): { [Key in keyof Fields]?: NonNullable<Fields[Key]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: NonNullable<Fields[Key]>;
  };
}
