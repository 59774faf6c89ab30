import type { Moment, Source } from '@streakline/events';
import type { ReadText } from '../text/read-text';
import { quoteLink } from '../who/quote-links';
import type { ToldAct } from './told-act';

/** Where companies and their regulators publish themselves. */
const PRIMARY = /(?:^|\.)(?:businesswire\.com|prnewswire\.com|globenewswire\.com|accesswire\.com|sec\.gov)$/;
const MOST = 10;

export interface ArticleItself {
  readonly url?: string;
  readonly publisher?: string;
  readonly published: Moment;
}

/** Sources of an act: what its own words link to, press releases and filings that the article links to, and the article. */
export function sourcesOf({ links }: ReadText, act: ToldAct, article: ArticleItself): Source[] {
  const near = { start: act.words.start - 15, end: act.words.end + 15 };
  const linked = links.flatMap(({ href, start, end }): string[] => {
    if (!URL.canParse(href) || !/^https?:/.test(href) || quoteLink(href) !== null) return [];
    const url = new URL(href);
    const primary = PRIMARY.test(url.hostname);
    return primary || (start < near.end && end > near.start && !samePlace(url, article)) ? [url.href] : [];
  });
  const own: Source[] = article.url === undefined ? [] : [{ url: article.url, ...publisherOf(article) }];
  return [...[...new Set(linked)].map((url) => ({ url })), ...own].slice(0, MOST);
}

function publisherOf({ publisher, published }: ArticleItself): Partial<Source> {
  return {
    ...(publisher === undefined ? {} : { publisher }),
    ...('at' in published ? { publishedAt: published.at } : {}),
  };
}

/** A newspaper that links to its own earlier pages tells no source. */
function samePlace(url: URL, { url: own }: ArticleItself): boolean {
  return own !== undefined && new URL(own).hostname === url.hostname;
}
