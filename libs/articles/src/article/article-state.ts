import { ArticleCorrected, ArticleRecorded, type ArticleRecord, type RecordedEvent } from '@streakline/events';

/** An article as it stands; `record` is null where nothing was read. */
export interface ArticleState {
  readonly record: ArticleRecord | null;
  /** Positions of the newest reading, and of the newest event. */
  readonly readAt: number;
  readonly changedAt: number;
}

const nothingRead: ArticleState = { record: null, readAt: 0, changedAt: 0 };

/** Folds the stream of an article. */
export const articleFold = {
  initialState: nothingRead,
  evolve(state: ArticleState, event: RecordedEvent): ArticleState {
    const { position } = event;
    if (ArticleRecorded.is(event)) return { record: event.data.article, readAt: position, changedAt: position };
    if (ArticleCorrected.is(event)) return { ...state, record: event.data.article, changedAt: position };
    return state;
  },
};
