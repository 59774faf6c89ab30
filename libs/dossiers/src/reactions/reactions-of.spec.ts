import { amendmentId, announcementId, History } from '../../test/history';
import { notesOfOthers, type Reaction, reactionsOf, WINDOWS } from '../index';

/** Closes of 2021-03-01 (Monday) and the sessions after it; one announcement before the open of 2021-03-04. */
function reactionTo(closes: readonly (number | null)[], on = '2021-03-04'): Reaction {
  return reactionsOf(
    new History().listed().closes('2021-03-01', closes).announced('news', { on, timing: 'preMarket' }).known(),
  )[0]!;
}

function windowOf({ windows }: Reaction, from: number, to: number): Reaction['windows'][number] {
  return windows.find((window) => window.from === from && window.to === to)!;
}

describe('the windows of a reaction', () => {
  it('run from the close before their first day to the close of their last', () => {
    const reaction = reactionTo([10, 11, 12, 15, 18, 20]);
    expect(windowOf(reaction, 0, 0)).toMatchObject({
      complete: true,
      through: '2021-03-04',
      return: expect.closeTo(15 / 12 - 1, 12),
    });
    expect(windowOf(reaction, 0, 1)).toMatchObject({
      complete: true,
      through: '2021-03-05',
      return: expect.closeTo(18 / 12 - 1, 12),
    });
    expect(windowOf(reaction, -1, 1)).toMatchObject({ complete: true, return: expect.closeTo(18 / 11 - 1, 12) });
    expect(reaction.windows.map(({ from, to }) => [from, to])).toEqual(WINDOWS.map(({ from, to }) => [from, to]));
  });

  it('are incomplete where the tape ends before them, and say how far it reaches', () => {
    const reaction = reactionTo([10, 11, 12, 15, 18, 20]);
    const nothing = { return: null, totalReturn: null, marketCapChange: null, complete: false };
    expect(windowOf(reaction, 0, 5)).toMatchObject({ ...nothing, through: '2021-03-08' });
    expect(windowOf(reaction, 1, 20)).toMatchObject({ ...nothing, through: '2021-03-08' });
    expect(windowOf(reaction, 2, 60)).toMatchObject({ ...nothing, through: '2021-03-08' });
    expect(windowOf(reaction, -5, 5)).toMatchObject({ ...nothing, through: null });
  });

  it('do not reach over a missing bar', () => {
    const reaction = reactionTo([10, 11, 12, 15, null, 18, 20, 21, 22]);
    expect(windowOf(reaction, 0, 5)).toMatchObject({ complete: false, through: '2021-03-04', return: null });
    expect(windowOf(reaction, 2, 60)).toMatchObject({ complete: false, through: null });
  });

  it('count dividends in total returns alone', () => {
    const history = new History().listed().closes('2021-03-01', [10, 10, 10, 9, 9]).dividend('2021-03-04', 0.5);
    const [reaction] = reactionsOf(history.announced('news', { on: '2021-03-04', timing: 'preMarket' }).known());
    expect(reaction!.return).toBeCloseTo(-0.1, 12);
    expect(reaction!.totalReturn).toBeCloseTo((9 + 0.5) / 10 - 1, 12);
    expect(windowOf(reaction!, -1, 1).totalReturn).toBeCloseTo((9 + 0.5) / 10 - 1, 12);
  });

  it('do not see a split, nor count a dividend of the ex-date in old shares', () => {
    const history = new History()
      .listed()
      .closes('2021-03-01', [40, 40, 40, 9, 9])
      .split('2021-03-04', 1, 4)
      .dividend('2021-03-04', 0.5);
    const [reaction] = reactionsOf(history.announced('news', { on: '2021-03-04', timing: 'preMarket' }).known());
    expect(reaction!.return).toBeCloseTo(-0.1, 12);
    expect(reaction!.totalReturn).toBeCloseTo((9 + 0.5) / 10 - 1, 12);
  });
});

describe('day 0 of a reaction', () => {
  it('is split into the gap and the session itself', () => {
    const history = new History().listed();
    history.bars({ sessions: ['2021-03-03', '2021-03-04'], close: [10, 12], open: [null, 11] });
    const [reaction] = reactionsOf(history.announced('news', { on: '2021-03-04', timing: 'preMarket' }).known());
    expect(reaction).toMatchObject({
      gapReturn: expect.closeTo(0.1, 12),
      openToClose: expect.closeTo(12 / 11 - 1, 12),
    });
  });

  it('has its volume compared with the 20 sessions to base, in shares of one size', () => {
    const history = new History().listed();
    const sessions = [...history.sessionsFrom('2021-03-01', 21)];
    // 1-for-2 on day 0: 100 old shares a day are 200 new ones.
    history.bars({ sessions, close: sessions.map(() => 10), volume: [...Array<number>(20).fill(100), 600] });
    history.split(sessions[20]!, 1, 2).announced('news', { on: sessions[20]!, timing: 'preMarket' });
    expect(reactionsOf(history.known())[0]!.volumeRatio).toBeCloseTo(3, 12);
  });

  it('has no volume ratio unless all 20 sessions have a volume', () => {
    const history = new History().listed();
    const sessions = [...history.sessionsFrom('2021-03-01', 21)];
    history.bars({ sessions, close: sessions.map(() => 10), volume: [null, ...Array<number>(20).fill(100)] });
    history.announced('news', { on: sessions[20]!, timing: 'preMarket' });
    expect(reactionsOf(history.known())[0]!.volumeRatio).toBeNull();
  });

  it('stays in a halt, with the return on resumption', () => {
    const reaction = reactionTo([10, 11, 12, null, null, 6]);
    expect(reaction).toMatchObject({
      day0: '2021-03-04',
      baseSession: '2021-03-03',
      return: null,
      complete: false,
      relation: null,
    });
    expect(reaction).toMatchObject({ resumedOn: '2021-03-08', resumptionReturn: -0.5, streak: null, begun: null });
    expect(reaction.notes).toEqual([{ code: 'noBarOnDay0', resumedOn: '2021-03-08' }]);
  });

  it('is no halt before the tape begins or after it ends', () => {
    for (const on of ['2021-02-10', '2021-03-15']) {
      expect(reactionTo([10, 11], on)).toMatchObject({
        day0: on,
        return: null,
        relation: null,
        resumedOn: null,
        notes: [],
      });
    }
  });

  it('may lie outside the calendar: the reaction is there and says so', () => {
    const reaction = reactionTo([10, 11], '1901-05-09');
    expect(reaction).toMatchObject({
      timing: 'preMarket',
      baseSession: null,
      day0: null,
      return: null,
      complete: false,
    });
    expect(reaction.notes).toEqual([{ code: 'outsideCalendar', from: expect.any(String), to: expect.any(String) }]);
  });

  it('names the last bar where the base session lacks its own', () => {
    const reaction = reactionTo([10, 11, null, 12]);
    expect(reaction).toMatchObject({ return: null, gapReturn: null, relation: 'extended' });
    expect(reaction.notes).toEqual([{ code: 'noBarOnBase', lastBar: '2021-03-02' }]);
  });
});

describe("the streak's part", () => {
  it('extended: day 0 keeps the direction', () => {
    const reaction = reactionTo([10, 9, 8, 6, 4]);
    expect(reaction).toMatchObject({ relation: 'extended', begun: null });
    expect(reaction.streak).toMatchObject({
      direction: 'falling',
      start: '2021-03-02',
      end: '2021-03-05',
      inForce: true,
    });
    expect(reaction.streak).toMatchObject({
      length: 4,
      lengthAtBase: 2,
      lengthFromDay0: 2,
      return: -0.6,
      returnFromDay0: -0.5,
    });
  });

  it('ended by the other way: the run it ended, and the one it begins', () => {
    const reaction = reactionTo([10, 9, 8, 10, 12, 11]);
    expect(reaction.relation).toBe('ended');
    expect(reaction.streak).toMatchObject({
      length: 2,
      lengthAtBase: 2,
      lengthFromDay0: 0,
      returnFromDay0: 0,
      inForce: false,
    });
    expect(reaction.begun).toMatchObject({
      direction: 'rising',
      start: '2021-03-04',
      length: 2,
      lengthAtBase: 0,
      lengthFromDay0: 2,
    });
    expect(reaction.begun).toMatchObject({ return: 0.5, returnFromDay0: 0.5, inForce: false });
  });

  it('ended by an unchanged close: nothing begins', () => {
    expect(reactionTo([10, 9, 8, 8, 7])).toMatchObject({ relation: 'ended', begun: null, streak: { length: 2 } });
  });

  it('began: none in force and day 0 moves', () => {
    const reaction = reactionTo([10, 9, 9, 10, 12]);
    expect(reaction).toMatchObject({ relation: 'began', begun: null });
    expect(reaction.streak).toMatchObject({ start: '2021-03-04', length: 2, lengthAtBase: 0, lengthFromDay0: 2 });
  });

  it('none: none in force and day 0 unchanged', () => {
    expect(reactionTo([10, 9, 9, 9, 12])).toMatchObject({ relation: 'none', streak: null, begun: null });
  });

  it('is unknown until day 0 has its bar', () => {
    expect(reactionTo([10, 9, 8])).toMatchObject({ relation: null, streak: null, begun: null });
  });

  it('has market caps over its own end points', () => {
    const history = new History()
      .listed()
      .closes('2021-03-01', [10, 9, 8, 6])
      .shareCount('2021-02-01', 100, { filedOn: '2021-02-05' });
    const [reaction] = reactionsOf(history.announced('news', { on: '2021-03-04', timing: 'preMarket' }).known());
    expect(reaction).toMatchObject({ marketCapChange: -200 });
    expect(reaction!.streak).toMatchObject({
      marketCapChange: -400,
      marketCapChangeFromDay0: -200,
      shareCountEffect: 0,
    });
  });

  it('has no market caps without a share count, but an ended streak still gained nothing from day 0', () => {
    expect(reactionTo([10, 9, 8, 6]).streak).toMatchObject({ marketCapChange: null, marketCapChangeFromDay0: null });
    expect(reactionTo([10, 9, 8, 9]).streak).toMatchObject({ marketCapChange: null, marketCapChangeFromDay0: 0 });
  });
});

describe('the moment of a reaction', () => {
  const placed = (moment: Parameters<History['announced']>[1]) =>
    reactionsOf(new History().listed().announced('news', moment).known())[0]!;

  it('is assumed for a date without a time of day, with both candidates', () => {
    const reaction = placed({ on: '2021-03-04' });
    expect(reaction).toMatchObject({ timing: 'unknown', assumed: true, day0: '2021-03-04', contradicted: false });
    expect(reaction.candidates).toEqual(['2021-03-04', '2021-03-05']);
    expect(reaction.notes).toEqual([{ code: 'assumedTiming', candidates: ['2021-03-04', '2021-03-05'] }]);
  });

  it('is contradicted by a timing on a day without a session', () => {
    const reaction = placed({ on: '2021-03-06', timing: 'afterClose' });
    expect(reaction).toMatchObject({ timing: 'nonTradingDay', contradicted: true, day0: '2021-03-08' });
    expect(reaction.notes).toEqual([{ code: 'contradictedTiming', on: '2021-03-06' }]);
  });

  it('at the very close belongs to the next session', () => {
    expect(placed({ at: '2021-03-04T21:00:00Z' })).toMatchObject({ timing: 'afterClose', day0: '2021-03-05' });
    expect(placed({ at: '2021-03-04T20:59:59.999Z' })).toMatchObject({ timing: 'intraday', day0: '2021-03-04' });
  });
});

describe('other announcements', () => {
  const others = (...dates: readonly string[]) => {
    const history = new History().listed().announced('news', { on: '2021-03-04', timing: 'preMarket' });
    dates.forEach((on) => history.announced(on, { on, timing: 'preMarket' }));
    return notesOfOthers(history.known(), announcementId('news'));
  };

  it('on day 0 are noted', () => {
    expect(others('2021-03-04')).toEqual([
      { code: 'announcementOnDay0', of: announcementId('2021-03-04'), announcementId: announcementId('2021-03-04') },
    ]);
  });

  it('in the windows are noted with the day and the windows that contain it', () => {
    expect(others('2021-03-05', '2021-03-03')).toMatchObject([
      {
        code: 'announcementInWindow',
        day: -1,
        windows: [
          { from: -1, to: 1 },
          { from: -5, to: 5 },
        ],
      },
      { code: 'announcementInWindow', day: 1, windows: WINDOWS.filter(({ from, to }) => from <= 1 && to >= 1) },
    ]);
  });

  it('in the estimation window are noted, in days -260 to -11', () => {
    // Sessions -261, -260, -11 and -10 of 2021-03-04, counted on the exchange's calendar.
    expect(others('2020-02-20', '2020-02-21', '2021-02-17', '2021-02-18')).toMatchObject([
      { code: 'announcementInEstimationWindow', day: -260 },
      { code: 'announcementInEstimationWindow', day: -11 },
    ]);
  });

  it('include amendments of the same announcement, which react on their own, after the original', () => {
    const amendment = { id: amendmentId('amended'), moment: { on: '2021-03-10', timing: 'preMarket' as const } };
    const history = new History()
      .listed()
      .announced('news', { on: '2021-03-04', timing: 'preMarket' }, {}, [amendment]);
    const known = history.known();
    const reactions = reactionsOf(known);
    expect(reactions.map(({ of, order, day0 }) => [of, order, day0])).toEqual([
      [announcementId('news'), 0, '2021-03-04'],
      [amendmentId('amended'), 1, '2021-03-10'],
    ]);
    expect(notesOfOthers(known, announcementId('news'))).toMatchObject([
      { code: 'announcementInWindow', of: amendmentId('amended'), day: 4 },
    ]);
  });

  it('are no part of a reaction, so that a later one does not change every reaction before it', () => {
    const history = new History().listed().announced('news', { on: '2021-03-04', timing: 'preMarket' });
    const [before] = reactionsOf(history.known());
    history.announced('later', { on: '2021-03-05', timing: 'preMarket' });
    expect(reactionsOf(history.known())[0]).toEqual(before);
  });
});
