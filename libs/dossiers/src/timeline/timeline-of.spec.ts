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
