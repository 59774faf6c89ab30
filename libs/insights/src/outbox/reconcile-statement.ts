import { INSIGHTS_CHANNEL } from './outbox-migrations';

/*
 * Adds the insights that were never told, and answers with those to be told otherwise: given and told with other
 * content, or told before and given no more. Most batches have none of the latter, so one way to the server and back
 * is all that a batch costs.
 *
 * $1, $2: subjects, and the sessions from which on the given ones are all there are; $3 to $10: the given ones.
 */
export const RECONCILE = `
  WITH given AS (
    SELECT * FROM unnest($3::uuid[], $4::text[], $5::text[], $6::date[], $7::text[], $8::timestamptz[], $9::bigint[], $10::text[])
      WITH ORDINALITY AS given (id, kind, subject, session, detail, known_at, position, data, place)
  ), told AS (
    SELECT DISTINCT ON (o.subject, o.session, o.kind, o.detail) o.*
      FROM unnest($1::text[], $2::date[]) AS settled (subject, from_session)
      JOIN insights.outbox AS o ON o.subject = settled.subject AND o.session >= settled.from_session
     ORDER BY o.subject, o.session, o.kind, o.detail, o.revision DESC
  ), added AS (
    INSERT INTO insights.outbox (id, kind, subject, session, detail, revision, withdrawn, known_at, position, data)
    SELECT given.id, kind, subject, session, detail, 1, false, given.known_at, given.position, given.data::json
      FROM given LEFT JOIN told USING (subject, session, kind, detail)
     WHERE told.id IS NULL ORDER BY given.place
    ON CONFLICT DO NOTHING RETURNING 1
  ), otherwise AS (
    SELECT told.id, kind, subject, session::text AS session, detail, told.revision, told.data::text AS data,
           extract(epoch FROM told.known_at)::float8 * 1000 AS "knownAt", given.place::int AS place
      FROM told LEFT JOIN given USING (subject, session, kind, detail)
     WHERE CASE WHEN given.id IS NULL THEN NOT told.withdrawn ELSE told.withdrawn OR told.data::text <> given.data END
  )
  SELECT coalesce((SELECT json_agg(otherwise ORDER BY place, id) FROM otherwise), '[]') AS otherwise,
         CASE WHEN EXISTS (SELECT FROM added) THEN pg_notify('${INSIGHTS_CHANNEL}', '') END`;

/** Adds revisions: $1 to $11 are columns. */
export const REVISE = `
  WITH added AS (
    INSERT INTO insights.outbox (id, kind, subject, session, detail, revision, corrects, withdrawn, known_at, position, data)
    SELECT id, kind, subject, session, detail, revision, corrects, withdrawn, known_at, position, data::json
      FROM unnest($1::uuid[], $2::text[], $3::text[], $4::date[], $5::text[], $6::int[], $7::uuid[], $8::boolean[], $9::timestamptz[], $10::bigint[], $11::text[])
        WITH ORDINALITY AS given (id, kind, subject, session, detail, revision, corrects, withdrawn, known_at, position, data, place)
     ORDER BY place
    ON CONFLICT DO NOTHING RETURNING 1
  )
  SELECT CASE WHEN EXISTS (SELECT FROM added) THEN pg_notify('${INSIGHTS_CHANNEL}', '') END`;
