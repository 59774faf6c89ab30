import { exchange } from '@streakline/market-time';
import fc from 'fast-check';
import { amazonCase } from '../../test/amazon-2026';
import { announcementId, History } from '../../test/history';
import { stories } from '../../test/stories';
import {
  type CrossingInsight,
  type Insight,
  insightsOf,
  type ReactionInsight,
  type RunInsight,
  type Known,
  knownBy,
  reactionsOf,
} from '../index';

const nasdaq = exchange('XNAS');
const closeOf = (session: string): number => nasdaq.hours(session).close;
const on = (known: Known, session: string): readonly Insight[] =>
  insightsOf(known, closeOf(session), closeOf(session) + 1);
interface ByKind {
  runExtended: RunInsight;
  marketCapCrossed: CrossingInsight;
  reactionComplete: ReactionInsight;
}
const ofKind = <Kind extends keyof ByKind>(insights: readonly Insight[], kind: Kind) =>
  insights.filter((insight): insight is ByKind[Kind] => insight.kind === kind);

/*
 * The figures were computed apart from this project (a script over the same tape): the fall of nine sessions is -18.18%
 * and -463.3 billion dollars.
 */
describe('what the tape of Amazon tells in February 2026', () => {
  const known = amazonCase().amazon.known();

  it('is that a run began on the 3rd', () => {
    expect(on(known, '2026-02-03')).toMatchObject([
      { kind: 'runEnded', data: { run: { direction: 'rising', start: '2026-02-02', length: 1 } } },
      {
        ...{ kind: 'runBegan', session: '2026-02-03', knownAt: closeOf('2026-02-03') },
        data: {
          ...{ instrument: 'XNAS:AMZN', currency: 'USD' },
          run: { direction: 'falling', start: '2026-02-03', end: '2026-02-03', length: 1, baseClose: 242.96 },
        },
      },
    ]);
  });

  it('is on the 13th that it was extended to nine sessions, -18.18% and -463.3 billion dollars', () => {
    const insights = on(known, '2026-02-13');
    expect(insights).toMatchObject([
      { kind: 'runExtended', data: { run: { start: '2026-02-03', end: '2026-02-13', length: 9, endClose: 198.79 } } },
    ]);
    const [insight] = ofKind(insights, 'runExtended');
    expect(insight?.data.run.return).toBeCloseTo(-0.1818, 4);
    expect((insight?.data.run.marketCapChange ?? 0) / 1e9).toBeCloseTo(-463.3, 1);
  });

  it('is on the 17th, after the holiday, that it ended, with the figures of the 13th, and another began', () => {
    const insights = on(known, '2026-02-17');
    expect(insights.map(({ kind }) => kind)).toEqual(['runEnded', 'runBegan']);
    const before = ofKind(on(known, '2026-02-13'), 'runExtended')[0]?.data;
    expect(insights[0]?.data).toEqual(before);
    expect(insights[1]?.data).toMatchObject({ run: { direction: 'rising', start: '2026-02-17', length: 1 } });
  });

  it('is told oldest first from the close asked for on', () => {
    const all = insightsOf(known, closeOf('2026-02-11'));
    expect(all[0]?.session).toBe('2026-02-11');
    expect(all.map(({ session }) => session)).toEqual(all.map(({ session }) => session).sort());
  });
});

describe('a close that is unchanged', () => {
  const known = new History().listed().closes('2021-03-01', [10, 9, 9, 9]).known();

  it('ends the run and begins none', () => {
    expect(on(known, '2021-03-03').map(({ kind }) => kind)).toEqual(['runEnded']);
  });

  it('tells nothing where no run is in force', () => {
    expect(on(known, '2021-03-04')).toEqual([]);
  });
});

describe('a mark of the market cap', () => {
  const SHARES = 1_000_000_000;
  /** A share count of a billion: the close in dollars is the market cap in billions. */
  const capped = (closes: readonly (number | null)[]) =>
    new History().listed().shareCount('2021-01-04', SHARES, { filedOn: '2021-02-01' }).closes('2021-03-01', closes);
  const marks = (closes: readonly (number | null)[], session: string) =>
    ofKind(on(capped(closes).known(), session), 'marketCapCrossed').map(({ data: { crossing }, detail }) => {
      expect(detail).toBe(String(crossing.mark));
      return [crossing.direction, crossing.mark / 1e9];
    });

  it('is crossed upwards by reaching it, and downwards by leaving it', () => {
    expect(marks([9.5, 10], '2021-03-02')).toEqual([['up', 10]]);
    expect(marks([10, 9.5], '2021-03-02')).toEqual([['down', 10]]);
    expect(marks([10, 10.5], '2021-03-02')).toEqual([]);
    expect(marks([9.5, 9.9], '2021-03-02')).toEqual([]);
  });

  it('is one of several on the way of a large move, in the order it passed them', () => {
    expect(marks([8.5, 30], '2021-03-02')).toEqual([9, 10, 20, 30].map((mark) => ['up', mark]));
    expect(marks([30, 8.5], '2021-03-02')).toEqual([30, 20, 10, 9].map((mark) => ['down', mark]));
  });

  it('begins at a billion', () => {
    expect(marks([0.5, 0.9], '2021-03-02')).toEqual([]);
    expect(marks([0.5, 1], '2021-03-02')).toEqual([['up', 1]]);
  });

  it('is crossed from the last bar there is, and not where a share count is missing', () => {
    expect(marks([9.5, null, 10.5], '2021-03-03')).toEqual([['up', 10]]);
    const uncounted = new History().listed().closes('2021-03-01', [9.5, 10.5]).known();
    expect(ofKind(on(uncounted, '2021-03-02'), 'marketCapCrossed')).toEqual([]);
  });

  it('says what price and share count had to do with it', () => {
    const history = capped([9.5, 10]).shareCount('2021-02-26', 1_100_000_000, { filedOn: '2021-03-01' });
    const [insight] = ofKind(on(history.known(), '2021-03-02'), 'marketCapCrossed');
    expect(insight?.data.crossing).toMatchObject({ mark: 1e10, baseSession: '2021-03-01', marketCapBefore: 9.5e9 });
    expect(insight?.data.crossing.marketCap).toBeCloseTo(11e9, 0);
    expect(insight?.data.crossing.priceEffect).toBeCloseTo(0.5e9, 0);
    expect(insight?.data.crossing.shareCountEffect).toBeCloseTo(1e9, 0);
  });
});

describe('a reaction', () => {
  const closes = Array.from({ length: 70 }, (_, i) => 100 + (i % 7));
  const told = (bars: readonly (number | null)[] = closes) =>
    new History().listed().announced('deal', { on: '2021-03-08', timing: 'preMarket' }).closes('2021-02-26', bars);
  // Day 0 is the seventh session of the tape, so its sixtieth after is the 67th: 2021-06-02 with Good Friday and Memorial Day left out.
  const LAST = '2021-06-02';

  it('is complete when the last session of its last window has its bar, with the figures of the view', () => {
    const known = told().known();
    const [insight] = ofKind(on(known, LAST), 'reactionComplete');
    const [reaction] = reactionsOf(known);
    expect(insight).toMatchObject({ session: LAST, detail: announcementId('deal'), knownAt: closeOf(LAST) });
    expect(insight?.data.reaction).toMatchObject({
      ...{ of: announcementId('deal'), headline: 'deal', announcementKind: 'other', day0: '2021-03-08' },
      ...{ return: reaction?.return, relation: reaction?.relation, streak: reaction?.streak },
    });
    expect(insight?.data.reaction.windows.map(({ return: change }) => change)).toEqual(
      reaction?.windows.map(({ return: change }) => change),
    );
    const others = insightsOf(known, closeOf('2021-02-26')).filter(({ kind }) => kind === 'reactionComplete');
    expect(others).toHaveLength(1);
  });

  it('is not while a bar of one of its windows is missing', () => {
    for (const missing of [0, 6, 40, 66]) {
      const known = told(closes.map((close, i) => (i === missing ? null : close))).known();
      expect(insightsOf(known, 0).filter(({ kind }) => kind === 'reactionComplete')).toEqual([]);
    }
  });

  it('is not when its announcement was retracted', () => {
    const known = told().retracted('deal', { on: '2021-03-08', timing: 'preMarket' }).known();
    expect(ofKind(on(known, LAST), 'reactionComplete')).toEqual([]);
  });
});

describe('the insights of a session', () => {
  it('became known with the last of their bars, if one was revised', () => {
    const known = new History()
      .listed()
      .closes('2021-03-01', [10, 9, 8])
      .revised('2021-03-02', 9.5, '2021-03-04T12:00:00Z')
      .known();
    expect(on(known, '2021-03-03')).toMatchObject([{ kind: 'runExtended', knownAt: Date.parse('2021-03-04T12:00Z') }]);
  });

  it('rest on no later bar', () => {
    const price = fc.integer({ min: 18, max: 23 }).map((n) => n / 2);
    fc.assert(
      fc.property(fc.array(fc.option(price), { minLength: 2, maxLength: 30 }), fc.nat(29), (closes, cut) => {
        const all = new History().listed().closes('2021-03-01', closes).known();
        const sooner = new History()
          .listed()
          .closes('2021-03-01', closes.slice(0, cut + 1))
          .known();
        const last = sooner.sessions.at(-1);
        if (last !== undefined) expect(insightsOf(all, 0, closeOf(last) + 1)).toEqual(insightsOf(sooner, 0));
      }),
    );
  });

  it('are the same whichever way the events came', () => {
    const told = stories('any').chain((history) => {
      const { events } = history;
      return fc.record({
        history: fc.constant(history),
        shuffled: fc.shuffledSubarray(events, { minLength: events.length }),
      });
    });
    fc.assert(
      fc.property(told, ({ history, shuffled }) => {
        const known = knownBy(history.dossier(shuffled));
        expect(known && insightsOf(known, 0)).toEqual(insightsOf(history.known(), 0));
      }),
    );
  });
});
