import { z } from 'zod';
import { defineEvent } from '../event-type';
import { type ArticleRecord, articleRecordSchema, instrumentsOfArticle } from './article-record';

/* Every article event carries the whole article as it now stands, as announcements' do; it concerns the article alone and the instruments it speaks of. */
const whole = { article: articleRecordSchema };

function keysOf({ article }: { article: ArticleRecord }): readonly string[] {
  return [article.id, ...instrumentsOfArticle(article)];
}

/** An article was read; again by newer rules, or with instruments that were not on record before, where it was on record. Known from its publication on. */
export const ArticleRecorded = defineEvent({
  name: 'ArticleRecorded',
  version: 1,
  schema: z.strictObject(whole),
  keysOf,
});

/** A person changed what was read: claims corrected, added or withdrawn, a proposal accepted or dismissed (`changed`, their ids). Known as the article is: only asRecorded shows the misreading. */
export const ArticleCorrected = defineEvent({
  name: 'ArticleCorrected',
  version: 1,
  schema: z.strictObject({
    ...whole,
    changed: z.array(z.string().min(1)).min(1),
    reason: z.string().min(1).optional(),
  }),
  keysOf,
});
