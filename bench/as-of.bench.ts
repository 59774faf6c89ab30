import type { IQueryHandler, Query } from '@nestjs/cqrs';
import { BenchmarkAssigned, idOf } from '@streakline/events';
import { ReadSide, rebuild } from '@streakline/projections';
import { dossiersProjection, ListBars, ListMarketCaps, ListReactions, ListStreaks } from '@streakline/read-models';
import type { AskedMoment } from '@streakline/web-api';
import { ListReactionsHandler } from '../libs/read-models/src/announcement-reactions/list-reactions.handler';
import { ListBarsHandler } from '../libs/read-models/src/bars/list-bars.handler';
import { ListMarketCapsHandler } from '../libs/read-models/src/market-caps/list-market-caps.handler';
import { ListStreaksHandler } from '../libs/read-models/src/price-streaks/list-streaks.handler';
import { Tapes } from '../libs/read-models/src/tapes';
import type { Bench, BenchContext, BenchRow } from './bench';
import { announced, counted } from './projected/news';
import { median, now, quantile } from './pairing';
import { type OpenProjected, openProjected, sizeFrom } from './projected/open-projected';
import { appendTapes, instrumentIdOf, lastSessions } from './projected/tapes';

const YEARS = sizeFrom('STREAKLINE_BENCH_AS_OF_YEARS', 20);
const ROUNDS = sizeFrom('STREAKLINE_BENCH_AS_OF_ROUNDS', 200);
const ANNOUNCEMENTS = YEARS * 4;
const ID = instrumentIdOf(1);
const sessions = lastSessions(YEARS * 250);
const middle = Date.parse(sessions[Math.floor(sessions.length / 2)] ?? '');
const PAGE = { limit: 100 };

type Ask = (tapes: Tapes, at: AskedMoment) => Promise<unknown>;

/** Answers at past moments for one instrument, beside the same question at present: pages of 100 out of twenty years. */
export const bench: Bench = {
  name: 'as-of',
  run: async ({ createDatabase, log }: BenchContext) => {
    const opened = await openProjected(await createDatabase());
    await appendCompany(opened);
    const { database, store } = opened;
    await rebuild({ pool: database.pool, store, projection: dossiersProjection });
    log(`${sessions.length} bars and ${ANNOUNCEMENTS} announcements stand`);
    const rows: BenchRow[] = [];
    for (const [what, ask] of Object.entries(questionsOf(opened))) rows.push(...(await rowsOf(what, ask)));
    await opened.close();
    return rows;
  },
};

async function appendCompany({ store }: OpenProjected): Promise<void> {
  await appendTapes(store, 2, sessions);
  const benchmark = { instrumentId: ID, benchmarkId: instrumentIdOf(0), role: 'market' as const };
  const events = [
    BenchmarkAssigned.create(benchmark),
    ...counted(ID, sessions),
    ...announced(ID, sessions, ANNOUNCEMENTS),
  ];
  await store.append({ streams: [{ streamId: 'company', expectedVersion: 'any', events }] });
}

function questionsOf({ database, store }: OpenProjected): Readonly<Record<string, Ask>> {
  const readSide = new ReadSide({ pool: database.pool, store, projection: dossiersProjection.name });
  const announcement = idOf('ann', ['bench', `${ID.slice(4, 14)}-26-${String(ANNOUNCEMENTS / 4).padStart(6, '0')}`]);
  const from = { from: sessions[Math.floor(sessions.length / 4)] };
  return {
    streaks: (tapes, at) =>
      run(new ListStreaksHandler(readSide, tapes), new ListStreaks(ID, { ...PAGE, ...at, minLength: 2 })),
    bars: (tapes, at) => run(new ListBarsHandler(readSide, tapes), new ListBars(ID, { ...PAGE, ...at, ...from })),
    'market caps': (tapes, at) =>
      run(new ListMarketCapsHandler(readSide, tapes), new ListMarketCaps(ID, { ...PAGE, ...at, ...from })),
    reactions: (tapes, at) =>
      run(new ListReactionsHandler(readSide, tapes), new ListReactions(announcement, { ...PAGE, ...at })),
  };
}

async function run<Question extends Query<unknown>>(
  handler: IQueryHandler<Question>,
  question: Question,
): Promise<unknown> {
  const answer = (await handler.execute(question)) as { readonly data?: readonly unknown[] };
  if (answer.data === undefined || answer.data.length === 0) throw new Error(`No answer: ${JSON.stringify(answer)}`);
  return answer;
}

async function rowsOf(what: string, ask: Ask): Promise<readonly BenchRow[]> {
  const kept = new Tapes();
  const asOf = (round: number) => ({ asOf: new Date(middle + round * 60_000).toISOString() });
  const live = await timesOf(() => ask(kept, {}));
  const ways: readonly (readonly [string, (round: number) => Promise<unknown>, string?])[] = [
    ['asOf, a moment asked for before', () => ask(kept, asOf(0)), 'median < 20 ms'],
    ['asOf, another moment each time', (round) => ask(kept, asOf(round)), 'median < 20 ms'],
    ['asOf, cold: nothing in memory', (round) => ask(new Tapes(), asOf(round))],
  ];
  const rows: BenchRow[] = [];
  for (const [way, once, target] of ways) {
    const times = await timesOf(once);
    const note = `medians of ${ROUNDS}; p99 ${quantile(times, 0.99).toFixed(1)} ms; ceiling: the same at present (p99 ${quantile(live, 0.99).toFixed(1)} ms)`;
    rows.push({
      what: `${what}, ${way}`,
      unit: 'ms',
      ours: median(times),
      ceiling: median(live),
      note,
      ...(target && { target }),
    });
  }
  return rows;
}

async function timesOf(once: (round: number) => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = -10; round < ROUNDS; round++) {
    const began = now();
    await once(round);
    if (round >= 0) times.push(now() - began);
  }
  return times;
}
