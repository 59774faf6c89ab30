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
  const [ours, loops, news]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(rateOf(bars, () => runBacktest(market, everyBar({ sum: 0 }), { settings })));
    loops.push(rateOf(bars, () => bareLoop(market)));
    const began = now();
    runBacktest(market, newsAlone, { settings });
    news.push((now() - began) / 1_000);
  }
  const counts = `${INSTRUMENTS} instruments, ${SESSIONS.length} sessions, ${ANNOUNCEMENTS} announcements`;
  return [
    {
      ...{ what: 'replay, a strategy that looks at every bar', unit: 'bars/s', target: '5,000,000/s, ratio 0.2' },
      ...{ ours: median(ours), ceiling: median(loops), note: `${counts}; ceiling: a bare loop over the typed arrays` },
    },
    {
      ...{ what: 'replay, a strategy that acts on announcements', unit: 's', target: '< 3 s' },
      ...{ ours: median(news), ceiling: bars / median(loops), note: `${counts}; ceiling: the bare loop` },
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

/** As fast as the same figures can be looked at. */
function bareLoop({ instruments }: Market): void {
  for (const { known } of instruments) {
    const { close, volume } = known;
    let sum = 0;
    for (let i = 0; i < close.length; i++) sum += close[i]! * volume[i]!;
    kept += sum;
  }
  if (Number.isNaN(kept)) kept = 0;
}

function rateOf(bars: number, work: () => unknown): number {
  const began = now();
  work();
  return (bars / (now() - began)) * 1_000;
}

async function secondsOf(work: () => unknown): Promise<number> {
  const began = now();
  await work();
  return (now() - began) / 1_000;
}
