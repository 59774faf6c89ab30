import { type FoundInsight, type PublishedInsight, publishedOf } from '../insight/published-insight';

/** Columns of insights.outbox that an insight is made of, in the forms that {@link StoredInsight} has. */
export const STORED_COLUMNS = `seq::float8 AS seq, id, kind, subject AS "instrumentId", session::text AS session, revision, corrects, withdrawn,
  known_at AS "knownAt", position::float8 AS position, data`;

/** A row of the outbox. `seq` is its place in the order of the telling. */
export type StoredInsight = FoundInsight & {
  readonly seq: number;
  readonly id: string;
  readonly instrumentId: string;
  readonly session: string;
  readonly revision: number;
  readonly corrects: string | null;
  readonly withdrawn: boolean;
  readonly knownAt: Date;
  readonly position: number;
};

/** The insight as it is published. */
export function publishedFrom(stored: StoredInsight): PublishedInsight {
  const { id, instrumentId, session, revision, corrects, withdrawn, knownAt, position } = stored;
  const envelope = {
    id,
    instrumentId,
    session,
    revision,
    corrects,
    withdrawn,
    knownAt: knownAt.toISOString(),
    position,
  };
  return publishedOf(envelope, stored);
}
