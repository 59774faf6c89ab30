import { DelistingRecorded, DistributionRecorded } from '@streakline/events';
import { planned, runOn, type Tape, WEEK } from '../../test/told-run';

const [MONDAY, , WEDNESDAY, THURSDAY, FRIDAY] = WEEK as [string, string, string, string, string];
type Told = Partial<Parameters<typeof DelistingRecorded.keysOf>[0]> & {
  readonly reason: 'performance' | 'bankruptcy' | 'merger' | 'exchangeMove';
};

/** 100 shares held of what trades until Wednesday, at 10. */
const gone = (told: Told, lastSession = WEDNESDAY): Tape => ({
  sessions: WEEK.filter((session) => session <= lastSession),
  close: WEEK.filter((session) => session <= lastSession).map(() => 10),
  more: (one) => void one.record(DelistingRecorded, { instrumentId: one.instrumentId, lastSession, ...told }),
});
const long = planned({ [MONDAY]: { shares: 100 } });
const short = planned({ [MONDAY]: { shares: -100 } });

describe('a delisting', () => {
  it.each<[string, Told, number]>([
    ['with cash on record pays it, whatever the reason', { reason: 'performance', cashPerShare: 4 }, 9_400],
    ['with nothing at all on record pays nothing', { reason: 'bankruptcy', cashPerShare: 0 }, 9_000],
    ['for performance without cash pays 30% less', { reason: 'performance' }, 9_700],
    ['in bankruptcy without cash pays 30% less', { reason: 'bankruptcy' }, 9_700],
    ['for another reason without cash pays the last close', { reason: 'exchangeMove' }, 10_000],
  ])('%s', (_, told, worth) => {
    const { curve, positionEvents, trades } = runOn([gone(told)], long);
    // At the last close it is worth 10 still; it is paid before the next open.
    expect(curve.equity[2]).toBe(10_000);
    expect(curve.equity[3]).toBeCloseTo(worth, 9);
    expect(positionEvents).toMatchObject([{ kind: 'delisting', session: THURSDAY }]);
    expect(trades).toMatchObject([{ exitReason: 'delisting', exitSession: THURSDAY }]);
  });

  it('is paid by who is short, and at the return that a run says', () => {
    expect(runOn([gone({ reason: 'merger', cashPerShare: 15 })], short).curve.equity.at(-1)).toBe(9_500);
    const all = runOn([gone({ reason: 'performance' })], long, { delistingReturn: -1 });
    expect(all.curve.equity.at(-1)).toBe(9_000);
    expect(all.positionEvents[0]!.note).toContain('-100%');
  });

  it('after what was handed out on the way pays what was left of the close', () => {
    const told = gone({ reason: 'merger' });
    const more: Tape['more'] = (one) => {
      told.more?.(one);
      const handedOut = { exDate: THURSDAY, kind: 'special' as const, value: 7 };
      one.record(DistributionRecorded, { instrumentId: one.instrumentId, ...handedOut });
    };
    const { curve, positionEvents } = runOn([{ ...told, more }], long);
    // 7 in cash and 3 for the rest: what was worth 10 is not paid twice.
    expect(positionEvents.map(({ kind, cash }) => [kind, cash])).toEqual([
      ['distribution', 700],
      ['delisting', 300],
    ]);
    expect(curve.equity.at(-1)).toBe(10_000);
  });

  it('that takes effect after the run is told, and not paid', () => {
    const { trades, warnings, universe } = runOn([gone({ reason: 'performance' }, FRIDAY)], long);
    expect(trades).toMatchObject([{ exitReason: 'open' }]);
    expect(warnings).toEqual([expect.stringMatching(/ends before XNYS:AAA could be paid out/)]);
    expect(universe).toMatchObject({ traded: 1, delisted: 1, tradingAtEnd: 0 });
  });

  it('before the run is none of its universe', () => {
    const early = { ...gone({ reason: 'merger' }, '2021-02-25'), sessions: ['2021-02-25'], close: [10] };
    const { universe } = runOn([early, { close: [10, 10, 10, 10, 10] }], long);
    expect(universe).toEqual({ traded: 1, tradingAtStart: 1, tradingAtEnd: 1, delisted: 0 });
  });
});
