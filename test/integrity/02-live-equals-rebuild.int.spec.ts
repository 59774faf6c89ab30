import fc from 'fast-check';
import { interleaved, marketHistory, tell } from './market-history';
import { createProjectedMarket } from './projected-market';

/** Invariant 2 (embedded feed): live read models equal a rebuild from zero, row by row. */
describe('live read models equal a rebuild from zero, row by row', () => {
  it('for random histories of bars, revisions, splits, counts, announcements, amendments, corrections and retractions', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.integer(), fc.constantFrom(1, 7, 500), async (seed, order, maxBatch) => {
        const market = await createProjectedMarket();
        try {
          // A cache that holds hardly anything: states come from facts at rest again and again.
          const projector = await market.start({ maxBatch, cacheBytes: seed % 2 === 0 ? 1 : 1 << 28 });
          const position = await tell(market.made.store, interleaved(marketHistory(seed), order));
          expect(await projector.waitUntil(position, 30_000)).toBe(true);
          const comparison = await market.againstRebuild();
          expect(comparison.differences).toEqual([]);
          expect(comparison.positions).toEqual([position, position]);
          expect(
            Math.min(
              ...['facts', 'instruments', 'price_streaks', 'announcements'].map(
                (table) => comparison.rows[table]?.[0] ?? 0,
              ),
            ),
          ).toBeGreaterThan(0);
          const { rows } = await market.made.database.pool.query(
            'SELECT key, position, reason FROM projections.parked',
          );
          expect(rows).toEqual([]);
        } finally {
          await market.dispose();
        }
      }),
      { numRuns: Number(process.env['STREAKLINE_HISTORIES'] ?? 6), endOnFailure: true },
    );
  }, 180_000);
});
