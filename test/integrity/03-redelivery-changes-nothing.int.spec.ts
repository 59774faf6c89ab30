import type { EventStore } from '@streakline/event-store';
import { dossiersProjection } from '@streakline/read-models';
import fc from 'fast-check';
import { interleaved, marketHistory, tell } from './market-history';
import { createProjectedMarket, type ProjectedMarket } from './projected-market';
import { RandomSource } from './random-source';

/** Invariant 3: duplicates, reordering across keys, redelivery and rewound offsets change nothing. */
describe('what is said or delivered again changes nothing', () => {
  const markets: ProjectedMarket[] = [];
  const create = async () => {
    const market = await createProjectedMarket();
    markets.push(market);
    return market;
  };
  afterEach(async () => {
    await Promise.all(markets.splice(0).map((market) => market.dispose()));
  });
  const runs = { numRuns: 2, endOnFailure: true };

  it('statements that are made again are stored once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const market = await create();
        const projector = await market.start();
        const statements = interleaved(marketHistory(seed), seed);
        const position = await tell(market.made.store, statements);
        await projector.waitUntil(position, 30_000);
        const before = await allRows(market);
        expect(await tell(market.made.store, statements)).toBe(position);
        expect(await market.made.store.head()).toBe(statements.length);
        expect(await allRows(market)).toEqual(before);
      }),
      runs,
    );
  }, 120_000);

  it('batches that are delivered again, whole or in part, are passed over', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const market = await create();
        const projector = await market.start({
          store: stuttering(market.made.store, new RandomSource(seed)),
          maxBatch: 5,
        });
        const position = await tell(market.made.store, interleaved(marketHistory(seed), seed));
        expect(await projector.waitUntil(position, 30_000)).toBe(true);
        expect((await market.againstRebuild()).differences).toEqual([]);
      }),
      runs,
    );
  }, 120_000);

  it('checkpoints that were moved back, each partition by its own way, lead to the same rows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const market = await create();
        const { pool } = market.made.database;
        const projector = await market.start();
        const position = await tell(market.made.store, interleaved(marketHistory(seed), seed));
        await projector.waitUntil(position, 30_000);
        await projector.stop();
        const before = await allRows(market);
        const random = new RandomSource(seed);
        for (let partition = 0; partition < 12; partition += 1) {
          await pool.query('UPDATE projections.checkpoints SET position = $1 WHERE partition = $2', [
            random.whole(0, position),
            partition,
          ]);
        }
        expect(await (await market.start({ maxBatch: 3 })).waitUntil(position, 30_000)).toBe(true);
        expect(await allRows(market)).toEqual(before);
      }),
      runs,
    );
  }, 120_000);

  it('another order across keys gives the same views', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const views = [];
        for (const order of [1, 2]) {
          const market = await create();
          const projector = await market.start();
          await projector.waitUntil(await tell(market.made.store, interleaved(marketHistory(seed), order)), 30_000);
          views.push(await rowsOf(market, VIEWS, POSITIONS));
        }
        expect(views[1]).toEqual(views[0]);
      }),
      runs,
    );
  }, 120_000);
});

/** Tables whose rows do not depend on the order across keys, apart from the positions in some of them. */
const VIEWS = [
  'instruments',
  'symbols',
  'symbol_holders',
  'price_streaks',
  'market_caps',
  'announcement_reactions',
  'timeline',
  'announcements',
];

const POSITIONS = ['listed_at', 'first_position', 'position'];

function allRows(market: ProjectedMarket): Promise<unknown> {
  return rowsOf(
    market,
    dossiersProjection.tables.map(({ name }) => name),
  );
}

async function rowsOf(
  market: ProjectedMarket,
  tables: readonly string[],
  without: readonly string[] = [],
): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {};
  for (const table of tables) {
    const sql = `SELECT (to_jsonb(kept) - $1::text[])::text AS row FROM dossiers_v1.${table} AS kept ORDER BY 1`;
    rows[table] = (await market.made.database.pool.query<{ row: string }>(sql, [without])).rows.map(({ row }) => row);
  }
  expect(rows['price_streaks']?.length).toBeGreaterThan(0);
  return rows;
}

/** A feed that now and then delivers a batch again, or the end of it together with the next. */
function stuttering(store: EventStore, random: RandomSource): EventStore {
  const subscribe: EventStore['subscribe'] = (options) => {
    let tail: Parameters<typeof options.handle>[0] = [];
    return store.subscribe({
      ...options,
      handle: async (events) => {
        await options.handle([...tail, ...events]);
        if (random.chance(0.5)) await options.handle(events);
        if (random.chance(0.3)) await options.handle(events.slice(0, 1));
        tail = events.slice(random.whole(0, events.length));
      },
    });
  };
  return new Proxy(store, { get: (target, name) => (name === 'subscribe' ? subscribe : bound(target, name)) });
}

function bound(target: EventStore, name: string | symbol): unknown {
  const value: unknown = Reflect.get(target, name);
  return typeof value === 'function' ? value.bind(target) : value;
}
