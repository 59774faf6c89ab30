import { type ArticleId, idOf } from '@streakline/events';

/** Of its address; else of its text. */
export function articleIdFor(url: string | undefined, textHash: string): ArticleId {
  return url === undefined ? idOf('art', ['text', textHash]) : idOf('art', ['url', url]);
}
