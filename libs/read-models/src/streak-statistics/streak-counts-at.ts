import { type Known, knownBy } from '@streakline/dossiers';
import type { SignCounts } from '@streakline/streak-statistics';
import { ByteCache } from '../byte-cache';
import type { CutView } from '../cut-view';
import { dossierOf, readFacts } from '../facts-table';
import { countsOf } from './streak-counts.rows';

/** Tapes unpacked at a time. */
const A_READING = 16;
const MOST_BYTES = 32 * 1024 * 1024;
/** Of one tape's counts at one moment, with its key. */
const BYTES_OF_COUNTS = 600;

/** An instrument's counts as its row has them (null where the cut has others), and the position that they rest on. */
interface Counted {
  readonly id: string;
  readonly position: number;
  readonly counts: SignCounts | null;
}

/**
 * The counts of every tape at past moments. Where a tape has had nothing since, its row holds them; the others are unpacked
 * one after the other, which takes some milliseconds each: so what they came to is kept, for each by its newest fact.
 */
export class StreakCountsAt {
  /** Null: no close with one before it. */
  private readonly kept = new ByteCache<SignCounts | null>(MOST_BYTES);

  async of(view: CutView): Promise<readonly SignCounts[]> {
    const counts = new Map<string, SignCounts | null>();
    const unread: Counted[] = [];
    for (const counted of await rowsAt(view)) {
      const found = counted.counts ?? this.kept.get(keyOf(view, counted));
      if (found === undefined) unread.push(counted);
      counts.set(counted.id, found ?? null);
    }
    for (let start = 0; start < unread.length; start += A_READING) {
      const batch = unread.slice(start, start + A_READING);
      const tapes = await tapesAt(view, batch);
      for (const counted of batch) {
        const computed = countsIn(tapes.get(counted.id));
        this.kept.set(keyOf(view, counted), computed, BYTES_OF_COUNTS);
        counts.set(counted.id, computed);
      }
    }
    return [...counts.values()].filter((each) => each !== null);
  }
}

function keyOf({ schema, cut }: CutView, { id, position }: Counted): string {
  return `${schema}/${id}@${Math.min(position, cut?.asRecorded ?? Infinity)}/${cut?.asOf}`;
}

async function rowsAt({ client, schema, cut }: CutView): Promise<readonly Counted[]> {
  const asOf = cut === undefined || cut.asOf === Infinity ? Number.MAX_SAFE_INTEGER : cut.asOf;
  const { rows } = await client.query<Counted>(
    `SELECT instrument_id AS id, coalesce(position, $1)::float8 AS position,
            CASE WHEN position <= $1 AND public_by <= $2 THEN counts END AS counts
       FROM ${schema}.instruments LEFT JOIN ${schema}.streak_counts USING (instrument_id)
      WHERE listed_at <= $1 ORDER BY instrument_id`,
    [cut?.asRecorded, asOf],
  );
  return rows;
}

async function tapesAt(
  { client, schema, cut }: CutView,
  batch: readonly Counted[],
): Promise<ReadonlyMap<string, Known | null>> {
  const ids = batch.map(({ id }) => id);
  const facts = await readFacts(client, schema, ids);
  return new Map([...facts].map(([id, years]) => [id, knownBy(dossierOf(id, years), cut)]));
}

function countsIn(known: Known | null | undefined): SignCounts | null {
  if (known === null || known === undefined) return null;
  const counts = countsOf(known);
  return counts.sessions === 0 ? null : counts;
}
