import type { ArticleRecord } from '@streakline/events';
import { rebuilding } from './answer';
import type { CutView } from './cut-view';

/** Read models of an older definition know no articles. */
const FIRST_DEFINITION = 4;
const NO_ARTICLES_YET =
  'The read models are rebuilt after an upgrade; until then they know no articles. Ask again in a while (GET /v1/projections says when).';

/** Place among articles: sortable moment, id. */
export type ArticlePlace = readonly [moment: string, id: string];

export interface ArticleFilter {
  readonly articleId?: string | null;
  /** Mentioned by it. */
  readonly instrumentId?: string | null;
  /** Standing claims of it are about one of these instruments. */
  readonly claimedIds?: readonly string[] | null;
  /** Only articles with standing claims. */
  readonly withClaims?: boolean;
  /** Sortable moments, [from, to). */
  readonly from?: string | null;
  readonly to?: string | null;
}

export interface FoundArticle {
  readonly moment: string;
  /** Of the event after which it stood so. */
  readonly position: number;
  readonly record: ArticleRecord;
}

/** An article as it stood at the view's cut; undefined where it was not on record then, or not published. */
export async function readArticle(view: CutView, id: string): Promise<FoundArticle | undefined> {
  const [found] = await readArticles(view, { articleId: id }, null, 1);
  return found;
}

/**
 * Articles that were on record and published at the view's cut, oldest first. Most rows hold what stood then; of articles
 * read or corrected since, the last event before the cut does.
 *
 * @throws ProblemException 503 while read models that know no articles serve
 */
export async function readArticles(
  view: CutView,
  filter: ArticleFilter,
  after: ArticlePlace | null,
  limit: number,
): Promise<readonly FoundArticle[]> {
  const { client, schema, cut } = view;
  if (view.definition < FIRST_DEFINITION) throw rebuilding(NO_ARTICLES_YET);
  const asOf = cut === undefined || cut.asOf === Infinity ? Number.MAX_SAFE_INTEGER : cut.asOf;
  const { rows } = await client.query<{ moment: string; position: string; record: ArticleRecord }>(
    `(SELECT stood.article_id, stood.moment, stood.position, stood.record
        FROM ${schema}.articles AS stood WHERE stood.position <= $1 AND ${STOOD}
       ORDER BY stood.moment, stood.article_id LIMIT $10)
      UNION ALL
     (SELECT told.article_id, stood.moment, stood.position, stood.record
        FROM ${schema}.articles AS told JOIN LATERAL (
          SELECT * FROM ${schema}.article_events AS event
           WHERE event.article_id = told.article_id AND event.position <= $1 ORDER BY event.position DESC LIMIT 1
        ) AS stood ON true
       WHERE told.position > $1 AND told.first_position <= $1 AND ${STOOD}
       ORDER BY stood.moment, told.article_id LIMIT $10)
      ORDER BY moment, article_id LIMIT $10`,
    [
      ...[cut?.asRecorded ?? Number.MAX_SAFE_INTEGER, asOf, filter.articleId ?? null, filter.instrumentId ?? null],
      ...[filter.claimedIds ?? null, filter.withClaims === true ? 1 : 0, filter.from ?? null, filter.to ?? null],
      ...[after === null ? null : [...after], limit],
    ],
  );
  return rows.map(({ moment, position, record }) => ({ moment, position: Number(position), record }));
}

/** $1 position, $2 instant; $3 to $8 the filter; $9 the place; $10 the limit. */
const STOOD = `stood.public_by <= $2
  AND ($3::text IS NULL OR stood.article_id = $3) AND ($4::text IS NULL OR stood.instruments @> ARRAY[$4])
  AND ($5::text[] IS NULL OR stood.claimed && $5) AND stood.claims >= $6::integer
  AND ($7::text IS NULL OR stood.moment >= $7) AND ($8::text IS NULL OR stood.moment < $8)
  AND ($9::text[] IS NULL OR (stood.moment, stood.article_id) > (($9::text[])[1], ($9::text[])[2]))`;
