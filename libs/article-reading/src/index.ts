/**
 * What an article says: its plain text, whom it means, the announcements it tells, and the claims about the tape that it
 * makes. Pure: no clock, no I/O; the same text and context always read the same.
 */
export { ARTICLE_READER, type ArticleReading, readArticle, type ReadingContext } from './read-article';
export { ArticleReadingError, type ArticleReadingCode } from './source/article-reading-error';
export { MOST_CHARACTERS } from './source/open-article';
export type { GivenArticle } from './source/page';
export * from './text/read-text';
export { splitSentences } from './text/split-sentences';
export * from './claims/claim-context';
export { readClaims } from './claims/read-claims';
