import fc from 'fast-check';
import { amendmentId, announcementId, History } from '../../test/history';
import { stories } from '../../test/stories';
import { knownBy, timelineOf } from '../index';

describe('the timeline', () => {
  it('tells what happened in the order in which it became known', () => {
    const amendment = { id: amendmentId('amended'), moment: { at: '2021-03-09T15:00:00Z' }, headline: 'less' };
    const history = new History().listed('OLD').renamed('NEW', 'XNAS', '2021-03-08');
    history.split('2021-03-12', 1, 2, '2021-03-05').dividend('2021-03-10', 0.5);
    history.shareCount('2021-02-28', 100, { filedOn: '2021-03-03' });
    history.announced('more', { on: '2021-03-02', timing: 'preMarket' }, { kind: 'deal' }, [amendment]);
    history.closes('2021-03-01', [10, 11, 12, 11]);
    expect(timelineOf(history.known())).toEqual([
      {
        ...{ kind: 'announcement', at: Date.parse('2021-03-02T14:30:00Z') - 1, session: '2021-03-02' },
        ...{ ref: announcementId('more'), announcementId: announcementId('more'), announcementKind: 'deal' },
        ...{ headline: 'more', timing: 'preMarket', assumed: false },
      },
      {
        ...{ kind: 'streak', at: Date.parse('2021-03-02T21:00:00Z'), session: '2021-03-02', ref: 'rising:2021-03-02' },
        ...{ direction: 'rising', end: '2021-03-03', length: 2, inForce: false, return: expect.closeTo(0.2, 12) },
        marketCapChange: null,
      },
      expect.objectContaining({
        kind: 'shareCount',
        at: Date.parse('2021-03-04T05:00:00Z') - 1,
        session: '2021-03-04',
        shares: 100,
      }),
      expect.objectContaining({
        kind: 'split',
        at: Date.parse('2021-03-06T05:00:00Z') - 1,
        session: '2021-03-12',
        from: 1,
        to: 2,
      }),
      expect.objectContaining({
        kind: 'renamed',
        at: Date.parse('2021-03-08T14:30:00Z') - 1,
        symbol: 'NEW',
        mic: 'XNAS',
      }),
      expect.objectContaining({
        kind: 'amendment',
        at: Date.parse('2021-03-09T15:00:00Z'),
        headline: 'less',
        timing: 'intraday',
      }),
      expect.objectContaining({ kind: 'dividend', at: Date.parse('2021-03-10T14:30:00Z') - 1, amount: 0.5 }),
    ]);
  });

  it('tells of halts and their ends, distributions, what is scheduled, and the last session', () => {
    const history = new History().listed();
    history.halted('2021-03-02T15:00:00Z', '2021-03-02T22:00:00Z', 'T1').halted('2021-03-06T15:00:00Z');
    history.distribution('2021-03-03', 5, 'special').scheduled({ on: '2021-03-06' }, '2021-02-26T12:00:00Z', '2020-Q4');
    history
      .scheduled(null, '2021-02-26T13:00:00Z')
      .delisted('2021-03-05', { cashPerShare: 7, announcedOn: '2021-03-08' });
    expect(timelineOf(history.known())).toEqual([
      {
        ...{
          kind: 'scheduled',
          at: Date.parse('2021-02-26T12:00:00Z'),
          session: '2021-03-08',
          ref: 'earnings:2020-Q4',
        },
        ...{ announcementKind: 'earnings', period: '2020-Q4', moment: { on: '2021-03-06' }, source: null },
      },
      {
        ...{ kind: 'scheduled', at: Date.parse('2021-02-26T13:00:00Z'), session: null, ref: 'earnings:' },
        ...{ announcementKind: 'earnings', period: null, moment: null, source: null },
      },
      {
        ...{ kind: 'halted', at: Date.parse('2021-03-02T15:00:00Z'), session: '2021-03-02' },
        ...{ ref: '2021-03-02T15:00:00.000Z', to: Date.parse('2021-03-02T22:00:00Z'), reason: 'T1' },
      },
      {
        ...{ kind: 'resumed', at: Date.parse('2021-03-02T22:00:00Z'), session: '2021-03-03' },
        ...{ ref: '2021-03-02T15:00:00.000Z', from: Date.parse('2021-03-02T15:00:00Z'), reason: 'T1' },
      },
      {
        ...{ kind: 'distribution', at: Date.parse('2021-03-03T14:30:00Z') - 1, session: '2021-03-03' },
        ...{ ref: '2021-03-03:special', exDate: '2021-03-03', distribution: 'special', value: 5, received: null },
      },
      {
        ...{ kind: 'halted', at: Date.parse('2021-03-06T15:00:00Z'), session: '2021-03-08' },
        ...{ ref: '2021-03-06T15:00:00.000Z', to: null, reason: null },
      },
      {
        ...{ kind: 'delisted', at: Date.parse('2021-03-09T05:00:00Z') - 1, session: '2021-03-05', ref: '2021-03-05' },
        ...{ lastSession: '2021-03-05', reason: 'acquisition', cashPerShare: 7 },
      },
    ]);
  });

  it('leaves out runs of one', () => {
    expect(timelineOf(new History().listed().closes('2021-03-01', [10, 11, 10]).known())).toEqual([]);
  });

  it('names every entry among those of its kind', () => {
    fc.assert(
      fc.property(stories('any'), (history) => {
        const refs = timelineOf(knownBy(history.dossier())!).map(({ kind, ref }) => `${kind} ${ref}`);
        expect(new Set(refs).size).toBe(refs.length);
      }),
      { numRuns: 60 },
    );
  });
});
