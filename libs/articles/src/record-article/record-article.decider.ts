import { isDeepStrictEqual } from 'node:util';
import { ArticleRecorded, type ArticleRecord } from '@streakline/events';
import type { Decider } from '@streakline/event-store';
import { articleFold, type ArticleState } from '../article/article-state';
import { publicBy } from '../article/known-at';
import { readAgain } from './read-again';

/** What was read now. Nothing is new where it says what is on record already. */
export const recordArticleDecider: Decider<ArticleState, ArticleRecord> = {
  ...articleFold,
  decide(read, { record }) {
    const article = record === null ? read : readAgain(record, read);
    if (record !== null && isDeepStrictEqual(article, record)) return [];
    return [ArticleRecorded.create({ article }, publicBy(article.published))];
  },
};
