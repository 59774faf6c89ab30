import {
  defineStrategy,
  type Market,
  openMarket,
  resolveSettings,
  runBacktest,
  type Strategy,
} from '@streakline/backtest';
import { loadMarket, packedOf, type SharedMarket } from '@streakline/backtests';
import { defaultMarket, marketSessions, writeMarket } from '@streakline/generated-market';
import { ReadSide, rebuild } from '@streakline/projections';
import { dossiersProjection } from '@streakline/read-models';
import type { Bench, BenchContext, BenchRow } from './bench';
import { median, now } from './pairing';
import { openProjected, sizeFrom } from './projected/open-projected';

const ROUNDS = 5;
const INSTRUMENTS = sizeFrom('STREAKLINE_BENCH_REPLAY_INSTRUMENTS', 500);
const ANNOUNCEMENTS = sizeFrom('STREAKLINE_BENCH_REPLAY_ANNOUNCEMENTS', 10_000);
const MARKET = { ...defaultMarket, instruments: INSTRUMENTS, announcements: ANNOUNCEMENTS };
const SESSIONS = marketSessions(MARKET);
/** A session of margin at each end: `from` needs one before it. */
const SPAN = { from: SESSIONS[1] ?? '', to: MARKET.end };

/** Looks at every bar there is: its close, its volume. The sum is what keeps a compiler from leaving the loop out. */
const everyBar = (told: { sum: number }): Strategy =>
  defineStrategy({
    name: 'every-bar',
    onSession(_context, { traded }) {
      let sum = 0;
      for (const instrument of traded) sum += instrument.close() * instrument.volume();
      told.sum += sum;
    },
  });

/** Acts on announcements and what they brought, and never looks at a bar for itself. */
const newsAlone = defineStrategy({
  name: 'news-alone',
  onReaction(context, { instrument, reaction }) {
    const held = context.portfolio.position(instrument) !== null;
    if (held) context.close(instrument);
    else if ((reaction.abnormalReturn ?? 0) > 0.05) context.order(instrument, { toWeight: 0.02 });
  },
});

/** The replay of a generated market, beside a bare loop over the same typed arrays; and what comes before it. */
export const bench: Bench = {
  name: 'replay',
  run: async ({ createDatabase, log }: BenchContext) => {
    const opened = await openProjected(await createDatabase());
    const { database, store } = opened;
    const { bars } = await writeMarket(store, MARKET);
    await rebuild({ pool: database.pool, store, projection: dossiersProjection });
    log(`${bars} bars and ${ANNOUNCEMENTS} announcements stand`);
    const readSide = new ReadSide({ pool: database.pool, store, projection: dossiersProjection.name });
    let shared: SharedMarket | undefined;
    const loading = await secondsOf(async () => void (shared = await readSide.read({}, (view) => loadMarket(view))));
    await opened.close();
    if (shared === undefined) throw new Error('No market was loaded.');
    const packed = packedOf(shared);
    const asRecorded = shared.position;
    const opening = await secondsOf(() => openMarket(packed, { asRecorded }));
    return [...rowsOf(openMarket(packed, { asRecorded }), bars), loadedRow(loading, opening)];
  },
};

function rowsOf(market: Market, bars: number): readonly BenchRow[] {
  const settings = resolveSettings(SPAN, market);
  const every = () => runBacktest(market, everyBar({ sum: 0 }), { settings });
  const news = () => runBacktest(market, newsAlone, { settings });
  // Each strategy's own first run: code not compiled yet, and (for news) what the market remembers between runs.
  const [coldEvery, coldNews] = [timed(every), timed(news)];
  const ours: Timing[] = [];
  const acting: Timing[] = [];
  const inTime: Timing[] = [];
  const byTape: Timing[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(timed(every));
    inTime.push(timed(() => loopInTime(market)));
    byTape.push(timed(() => loopByTape(market)));
    acting.push(timed(news));
  }
  const counts = `${INSTRUMENTS} instruments, ${SESSIONS.length} sessions, ${ANNOUNCEMENTS} announcements`;
  const rate = (timings: readonly Timing[], of: keyof Timing) => median(timings.map((one) => bars / one[of]));
  const told = (rates: number) => `${(rates / 1e6).toFixed(2)} million/s`;
  const ratioTo = (loop: readonly Timing[]) => median(ours.map(({ cpu }, round) => loop[round]!.cpu / cpu)).toFixed(3);
  return [
    {
      ...{ what: 'replay, a strategy that looks at every bar', unit: 'bars/s', target: '5,000,000/s, ratio 0.2' },
      ...{ ours: rate(ours, 'wall'), ceiling: rate(inTime, 'wall') },
      ratio: median(ours.map(({ cpu }, round) => inTime[round]!.cpu / cpu)),
      note:
        `${counts}; median of ${ROUNDS}, cold first run ${told(bars / coldEvery.wall)}; by CPU time ${told(rate(ours, 'cpu'))}, ` +
        `cold ${told(bars / coldEvery.cpu)}; ceiling: a bare loop over the same typed arrays, session by session ` +
        `(ratio by CPU time); tape by tape ${told(rate(byTape, 'wall'))}, ratio ${ratioTo(byTape)}`,
    },
    {
      ...{ what: 'replay, a strategy that acts on announcements', unit: 's', target: '< 3 s' },
      ...{ ours: median(acting.map(({ wall }) => wall)), ceiling: median(inTime.map(({ wall }) => wall)) },
      note:
        `${counts}; median of ${ROUNDS}, cold first run ${coldNews.wall.toFixed(2)} s; CPU time ` +
        `${median(acting.map(({ cpu }) => cpu)).toFixed(2)} s, cold ${coldNews.cpu.toFixed(2)} s; ceiling: the bare loop`,
    },
  ];
}

function loadedRow(loading: number, opening: number): BenchRow {
  return {
    ...{ what: 'loading a market from the store, and opening it', unit: 's', target: '< 15 s' },
    ...{ ours: loading + opening, ceiling: opening, note: 'ceiling: opening it from memory alone' },
  };
}

let kept = 0;

/** As fast as the same figures can be looked at in the order in which they became known: no engine, no strategy. */
function loopInTime({ instruments }: Market): void {
  const tapes = instruments.map(({ known }) => known);
  const places = new Int32Array(tapes.length);
  const next = Float64Array.from(tapes, ({ barKnownAt }) => barKnownAt[0] ?? Infinity);
  let sum = 0;
  for (const session of SESSIONS) {
    const at = tapes[0]!.table.closeOf(session);
    for (let index = 0; index < tapes.length; index++) {
      if (next[index]! > at) continue;
      const { barKnownAt, close, volume } = tapes[index]!;
      const place = places[index]!++;
      next[index] = place + 1 < barKnownAt.length ? barKnownAt[place + 1]! : Infinity;
      sum += close[place]! * volume[place]!;
    }
  }
  keep(sum);
}

/** The same figures in the order in which they lie in memory, which no replay can follow. */
function loopByTape({ instruments }: Market): void {
  for (const { known } of instruments) {
    const { close, volume } = known;
    let sum = 0;
    for (let i = 0; i < close.length; i++) sum += close[i]! * volume[i]!;
    keep(sum);
  }
}

/** So that no compiler leaves a loop out. */
function keep(sum: number): void {
  kept += sum;
  if (Number.isNaN(kept)) kept = 0;
}

/** Seconds; of CPU, those that other processes of the machine took are not in. */
interface Timing {
  readonly wall: number;
  readonly cpu: number;
}

function timed(work: () => unknown): Timing {
  const began = now();
  const used = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(used);
  return { wall: (now() - began) / 1_000, cpu: (user + system) / 1_000_000 };
}

async function secondsOf(work: () => unknown): Promise<number> {
  const began = now();
  await work();
  return (now() - began) / 1_000;
}
