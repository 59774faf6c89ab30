import {
  abnormalFigures,
  benchmarkOn,
  marketCapsOf,
  notesOfOthers,
  type Reaction,
  reactionsOf,
  runsOf,
  timelineOf,
} from '../src';
import { amazonCase, SPY } from './amazon-2026';
import { announcementId } from './history';

/*
 * The figures were computed apart from this project (a script over the same tape): returns to 5e-6, t statistics to
 * 5e-4, dollars to 0.1 billion.
 */
const { amazon, spy } = amazonCase();
const known = amazon.known();
const benchmark = spy.known();
const reactions = reactionsOf(known);
const [earnings, deal] = reactions as [Reaction, Reaction];

function expectReturn(actual: number | null | undefined, expected: number): void {
  expect(Math.abs((actual ?? NaN) - expected)).toBeLessThanOrEqual(5e-6);
}

function expectBillions(actual: number | null | undefined, expected: number): void {
  expect(Math.abs((actual ?? NaN) / 1e9 - expected)).toBeLessThanOrEqual(0.1);
}

function expectT(actual: number | null | undefined, expected: number): void {
  expect(Math.abs((actual ?? NaN) - expected)).toBeLessThanOrEqual(5e-4);
}

describe('the losing streak of February 2026', () => {
  const run = runsOf(known).find(({ start }) => start === '2026-02-03')!;

  it('has nine falling closes from 2026-02-03 to 2026-02-13', () => {
    expect(run).toMatchObject({
      direction: 'falling',
      start: '2026-02-03',
      end: '2026-02-13',
      length: 9,
      inForce: false,
    });
    expect(run).toMatchObject({ baseSession: '2026-02-02', baseClose: 242.96, endClose: 198.79, gaps: [] });
    expectReturn(run.return, -0.1818);
  });

  it('cost 463.3 billion dollars: 472.2 by price, less 8.9 by the new share count', () => {
    expectBillions(run.marketCapChange, -463.3);
    expectBillions(run.priceEffect, -472.2);
    expectBillions(run.shareCountEffect, 8.9);
  });

  it('was four sessions shorter when asked on the evening of 2026-02-09, and in force', () => {
    const then = amazon.known({ asOf: Date.parse('2026-02-10T00:00:00Z') });
    expect(runsOf(then).at(-1)).toMatchObject({ start: '2026-02-03', end: '2026-02-09', length: 5, inForce: true });
  });

  it('is the longest of its tape, so since when cannot be told', () => {
    expect(run.longestSince).toBeNull();
    expect(run.tapeFrom).toBe('2025-01-02');
  });

  it('names the earnings, whose day 0 lies in it', () => {
    expect(run.announcements).toEqual([
      {
        of: announcementId('earnings'),
        announcementId: announcementId('earnings'),
        day0: '2026-02-06',
        part: 'within',
      },
    ]);
  });
});

describe('the earnings of 2026-02-05, after the close', () => {
  it('could first be reacted to on 2026-02-06', () => {
    expect(earnings).toMatchObject({
      timing: 'afterClose',
      assumed: false,
      baseSession: '2026-02-05',
      day0: '2026-02-06',
    });
  });

  it('saw a fall of 5.55% on four times the volume, from a gap of 8.98% that was partly made good', () => {
    expectReturn(earnings.return, -0.055548);
    expect(earnings.gapReturn).toBeCloseTo(-0.0898, 4);
    expect(earnings.openToClose).toBeCloseTo(0.0376, 4);
    expect(earnings.volumeRatio).toBeCloseTo(4.02, 2);
  });

  it('extended a streak of three by six, and had only 246.6 of its 463.3 billion', () => {
    expect(earnings.relation).toBe('extended');
    expect(earnings.begun).toBeNull();
    expect(earnings.streak).toMatchObject({ length: 9, lengthAtBase: 3, lengthFromDay0: 6, inForce: false });
    expectReturn(earnings.streak!.returnFromDay0, -0.107324);
    expectBillions(earnings.streak!.marketCapChangeFromDay0, -246.6);
    expectBillions(earnings.streak!.marketCapChange, -463.3);
  });

  it('has an abnormal return of -8.04% by the market model, on total returns of both sides', () => {
    const figures = abnormalFigures(known, benchmark, earnings);
    expectReturn(figures.abnormalReturn, -0.0803813);
    expectT(figures.tStatistic, -5.4483);
    expect(figures.benchmarkReturn).toBeGreaterThan(0);
    expect(figures.model).toMatchObject({ estimationDays: 250, from: '2025-01-24', to: '2026-01-22' });
    // The reference took the vendor's own total-return closes, which put dividends in by another convention.
    expect(figures.model!.beta).toBeCloseTo(1.325176, 4);
    expect(figures.model!.residualSd).toBeCloseTo(0.0146565, 6);
    expect(figures.windows[0]).toEqual({
      ...{ from: 0, to: 0 },
      ...{ abnormalReturn: figures.abnormalReturn, tStatistic: figures.tStatistic },
    });
  });

  it('would have another abnormal return without the dividends of the benchmark', () => {
    const bare = spy.events.filter(({ type }) => type !== 'DividendRecorded');
    const withoutDividends = { ...benchmark, totalValue: benchmark.value };
    expect(bare.length).toBe(spy.events.length - 4);
    expectReturn(abnormalFigures(known, withoutDividends, earnings).abnormalReturn, -0.0804636);
  });

  it('has no complete [0,20] window, because the tape ends 19 sessions after day 0', () => {
    const window = earnings.windows.find(({ from, to }) => from === 0 && to === 20);
    expect(window).toEqual({
      ...{ from: 0, to: 20, return: null, totalReturn: null, marketCapChange: null },
      ...{ complete: false, through: '2026-03-06' },
    });
  });
});

describe('the OpenAI deal of 2026-02-27, before the open', () => {
  it('has its day 0 on the day itself, up 1.00%', () => {
    expect(deal).toMatchObject({ timing: 'preMarket', baseSession: '2026-02-26', day0: '2026-02-27' });
    expectReturn(deal.return, 0.010004);
  });

  it('ended a fall of one session and began a rise', () => {
    expect(deal.relation).toBe('ended');
    expect(deal.streak).toMatchObject({ direction: 'falling', start: '2026-02-26', end: '2026-02-26', length: 1 });
    expect(deal.streak).toMatchObject({
      lengthAtBase: 1,
      lengthFromDay0: 0,
      returnFromDay0: 0,
      marketCapChangeFromDay0: 0,
    });
    expectReturn(deal.streak!.return, -0.012913);
    expect(deal.streak!.marketCapChange! / 1e9).toBeCloseTo(-29.2, 2);
    expect(deal.begun).toMatchObject({
      direction: 'rising',
      start: '2026-02-27',
      end: '2026-02-27',
      length: 1,
      lengthAtBase: 0,
    });
    expectReturn(deal.begun!.return, 0.010004);
    expect(deal.begun!.marketCapChange! / 1e9).toBeCloseTo(22.33, 2);
  });

  it('has an abnormal return of 1.74%, and says that the earnings lie in its estimation window', () => {
    const figures = abnormalFigures(known, benchmark, deal);
    expectReturn(figures.abnormalReturn, 0.0173685);
    expectT(figures.tStatistic, 1.1241);
    expect(deal.notes).toEqual([]);
    expect(notesOfOthers(known, deal.of)).toEqual([
      {
        ...{ code: 'announcementInEstimationWindow', day: -14 },
        ...{ of: announcementId('earnings'), announcementId: announcementId('earnings') },
      },
    ]);
  });
});

describe('what belongs to the whole case', () => {
  it('uses the benchmark in force on day 0', () => {
    expect(benchmarkOn(known, 'market', earnings.day0!)).toBe(SPY);
  });

  it('counts the shares of the 10-K filed on 2026-02-06 from the next session on', () => {
    const caps = new Map(marketCapsOf(known).map((cap) => [cap.session, cap]));
    expect(caps.get('2026-02-06')).toMatchObject({ shares: 10_690_216_011, countedOn: '2025-10-22' });
    expect(caps.get('2026-02-09')).toMatchObject({ shares: 10_734_920_870, countedOn: '2026-01-28' });
    expect(caps.get('2025-01-02')).toMatchObject({ marketCap: null, reason: 'noShareCount' });
  });

  it('tells the story in order on the timeline', () => {
    const february = timelineOf(known).filter(({ session }) => session! >= '2026-02-01' && session! <= '2026-02-28');
    expect(february.map(({ kind, session }) => [kind, session])).toEqual([
      ['streak', '2026-02-03'],
      ['announcement', '2026-02-06'],
      ['shareCount', '2026-02-09'],
      ['streak', '2026-02-17'],
      ['streak', '2026-02-24'],
      ['announcement', '2026-02-27'],
    ]);
  });
});
