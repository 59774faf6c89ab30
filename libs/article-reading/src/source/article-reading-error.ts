/** Why a text cannot be read as an article. */
export type ArticleReadingCode =
  | 'notText'
  | 'tooLong'
  | 'empty'
  | 'frontMatterUnreadable'
  | 'titleUnknown'
  | 'publicationUnknown'
  | 'publicationUnclear';

/** What was given is no article that can be read; `field` is what would mend it. */
export class ArticleReadingError extends Error {
  constructor(
    readonly code: ArticleReadingCode,
    readonly field: 'text' | 'title' | 'publishedAt' | 'url',
    message: string,
  ) {
    super(message);
  }
}
