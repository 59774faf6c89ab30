import {
  type Context,
  defineStrategy,
  type Instrument,
  marketOf,
  resolveSettings,
  runBacktest,
} from '@streakline/backtest';
import {
  abnormalFigures,
  barsOf,
  type Dossier,
  type Known,
  knownBy,
  marketCapsOf,
  reactionsOf,
  runsOf,
} from '@streakline/dossiers';
import fc from 'fast-check';
import { stories } from '../../libs/dossiers/test/stories';

/** Of the sessions that the stories play in, some before and most within the replay. */
const DATES = { from: '2021-03-10', to: '2021-05-11' };

/** All that a strategy may ask of an instrument. */
function seen(instrument: Instrument) {
  const ago = Array.from({ length: instrument.length }, (_, i) => instrument.length - 1 - i);
  return {
    ref: instrument.ref,
    sessions: ago.map((n) => instrument.session(n)),
    close: ago.map((n) => instrument.close(n)),
    volume: ago.map((n) => instrument.volume(n)),
    marketCaps: ago.map((n) => instrument.marketCap(n)),
    totalReturns: ago.slice(1).map((n) => instrument.totalReturn(1, n)),
    run: instrument.run(),
    acts: instrument.announcements(),
    reactions: instrument.announcements().map(({ of }) => instrument.reaction(of)),
    schedules: instrument.schedules(),
    observations: instrument.observations(),
  };
}

/** The same, by the views over the facts cut at the instant. */
function told(known: Known, benchmark: Known | null) {
  const name = known.names.at(-1)!;
  const run = runsOf(known).findLast(({ inForce }) => inForce);
  return {
    ref: `${name.mic}:${name.symbol}`,
    sessions: known.sessions,
    close: barsOf(known).map(({ close }) => close),
    volume: barsOf(known).map(({ volume }) => volume ?? Number.NaN),
    marketCaps: marketCapsOf(known).map(({ marketCap }) => marketCap ?? Number.NaN),
    totalReturns: [...known.totalValue].slice(1).map((value, i) => withoutNoise(value / known.totalValue[i]! - 1)),
    run:
      run === undefined ? null : { direction: run.direction, start: run.start, length: run.length, return: run.return },
    acts: known.acts,
    reactions: reactionsOf(known).map((reaction) => {
      const { abnormalReturn, tStatistic } = abnormalFigures(known, benchmark, reaction);
      return { ...reaction, abnormalReturn, tStatistic };
    }),
    schedules: known.schedules,
    observations: known.observations,
  };
}

function withoutNoise(change: number): number {
  return Math.abs(change) < 1e-12 ? 0 : change;
}

/** A strategy that holds whatever it is shown against the facts known at that instant, and fails where they differ. */
function comparing(dossiers: readonly Dossier[], benchmarkId: string, compared: { instants: number }) {
  const compare = ({ now, instrument: shown }: Context) => {
    const knownAt = (id: string) => {
      const dossier = dossiers.find(({ instrumentId }) => instrumentId === id);
      return dossier === undefined ? null : knownBy(dossier, { asOf: now });
    };
    for (const { instrumentId } of dossiers) {
      const known = knownAt(instrumentId)!;
      // Before its first bar an instrument is not there for a strategy.
      if (known.sessions.length === 0) continue;
      expect(seen(shown(instrumentId))).toEqual(told(known, knownAt(benchmarkId)));
      compared.instants++;
    }
  };
  return defineStrategy({
    name: 'comparing',
    onStart: compare,
    onAnnouncement: compare,
    onSession: compare,
    onReaction: compare,
  });
}

describe('a replay', () => {
  test('shows at every instant what was known then, by the views that answer asOf', () => {
    const compared = { instants: 0 };
    fc.assert(
      fc.property(stories('any'), stories('any'), (history, other) => {
        // The other story is told again as that of another instrument: the benchmark of the first.
        const benchmarkId = 'ins_benchmark' as const;
        history.benchmark(benchmarkId);
        const facts = other.dossier();
        const dossiers = [history.dossier(), { ...facts, instrumentId: benchmarkId }];
        const market = marketOf(dossiers, { asRecorded: Number.MAX_SAFE_INTEGER });
        const settings = resolveSettings({ ...DATES, universe: [history.instrumentId] }, market);
        const { failure } = runBacktest(market, comparing(dossiers, benchmarkId, compared), { settings });
        expect(failure).toBeNull();
      }),
      { numRuns: 15 },
    );
    expect(compared.instants).toBeGreaterThan(300);
  });
});
