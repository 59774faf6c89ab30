import { idOf } from '@streakline/events';
import { amendmentId, announcementId, History } from '../../test/history';
import { reactionsOf } from '../index';

const me = new History().instrumentId;
const other = idOf('ins', ['other']);
const asOn = (on: string) => ({ on, timing: 'preMarket' as const });

describe('the announcements that concern an instrument', () => {
  it('are dated by their last record: a correction voids what it corrects', () => {
    const history = new History().listed().announced('news', asOn('2021-03-04')).announced('news', asOn('2021-03-05'));
    expect(reactionsOf(history.known()).map(({ day0 }) => day0)).toEqual(['2021-03-05']);
    expect(reactionsOf(history.known({ asRecorded: 2 })).map(({ day0 }) => day0)).toEqual(['2021-03-04']);
  });

  it('show a correction asOf before it was recorded, because only asRecorded shows the mistake', () => {
    const history = new History().listed().announced('news', asOn('2021-03-04')).announced('news', asOn('2021-03-03'));
    const asOf = Date.parse('2021-03-03T15:00:00Z');
    expect(history.known({ asOf }).acts).toHaveLength(1);
    expect(history.known({ asOf, asRecorded: 2 }).acts).toHaveLength(0);
  });

  it('are gone when retracted', () => {
    const history = new History().listed().announced('news', asOn('2021-03-04')).retracted('news', asOn('2021-03-04'));
    expect(history.known().acts).toEqual([]);
    expect(history.known({ asRecorded: 2 }).acts).toHaveLength(1);
  });

  it('leave out amendments that were not public yet', () => {
    const amendments = [{ id: amendmentId('later'), moment: asOn('2021-03-10') }];
    const history = new History().listed().announced('news', asOn('2021-03-04'), {}, amendments);
    const acts = (asOf: string) => history.known({ asOf: Date.parse(asOf) }).acts.map(({ of }) => of);
    expect(acts('2021-03-09T12:00:00Z')).toEqual([announcementId('news')]);
    expect(acts('2021-03-10T14:30:00Z')).toEqual([announcementId('news'), amendmentId('later')]);
  });

  it('concern an instrument that an amendment adds from that amendment on', () => {
    const subjects = [{ instrumentId: other, role: 'issuer' }];
    const added = {
      id: amendmentId('adds'),
      moment: asOn('2021-03-10'),
      subjects: [...subjects, { instrumentId: me, role: 'target' }],
    };
    const history = new History().listed().announced('news', asOn('2021-03-04'), { subjects }, [added]);
    expect(history.known().acts).toMatchObject([
      { of: amendmentId('adds'), order: 1, role: 'target', headline: 'news' },
    ]);
  });

  it('do not concern an instrument any more after an amendment removed it', () => {
    const subjects = [{ instrumentId: me, role: 'issuer' }];
    const removing = {
      id: amendmentId('removes'),
      moment: asOn('2021-03-10'),
      subjects: [{ instrumentId: other, role: 'issuer' }],
    };
    const silent = { id: amendmentId('silent'), moment: asOn('2021-03-12'), headline: 'more' };
    const history = new History().listed().announced('news', asOn('2021-03-04'), { subjects }, [removing, silent]);
    expect(history.known().acts.map(({ of }) => of)).toEqual([announcementId('news')]);
  });

  it('keep what an amendment leaves out as it was', () => {
    const amended = [
      { id: amendmentId('first'), moment: asOn('2021-03-10'), headline: 'new terms' },
      { id: amendmentId('second'), moment: asOn('2021-03-11') },
    ];
    const history = new History().listed().announced('news', asOn('2021-03-04'), {}, amended);
    expect(history.known().acts.map(({ headline, role }) => [headline, role])).toEqual([
      ['news', 'issuer'],
      ['new terms', 'issuer'],
      ['new terms', 'issuer'],
    ]);
  });

  it('have their figures from when those were recorded on, asOf any moment at which they were public', () => {
    const eps = { metric: 'eps', unit: 'USD/share', actual: 1.95, expected: { value: 1.97, on: '2021-03-03' } };
    const figures = { period: '2020-Q4', measures: [eps] };
    const history = new History()
      .listed()
      .announced('news', asOn('2021-03-04'))
      .measured('news', asOn('2021-03-04'), figures);
    const asOf = Date.parse('2021-03-04T14:30:00Z');
    expect(history.known({ asOf }).acts).toMatchObject([figures]);
    expect(history.known({ asOf, asRecorded: 2 }).acts).toMatchObject([{ period: null, measures: [] }]);
  });

  it('give measures that are their own, and are about the period of what they amend', () => {
    const eps = { metric: 'eps', unit: 'USD/share', actual: 1.95 };
    const guidance = { metric: 'eps', unit: 'USD/share', range: { low: 1, high: 2 } };
    const amended = [
      { id: amendmentId('silent'), moment: asOn('2021-03-10') },
      { id: amendmentId('next'), moment: asOn('2021-03-11'), period: '2021-Q1', measures: [guidance] },
    ];
    const told = { period: '2020-Q4', measures: [eps] };
    const history = new History().listed().announced('news', asOn('2021-03-04'), told, amended);
    expect(history.known().acts.map(({ period, measures }) => [period, measures])).toEqual([
      ['2020-Q4', [eps]],
      ['2020-Q4', []],
      ['2021-Q1', [guidance]],
    ]);
  });

  it('become known when the local date ends, for a date without a time of day', () => {
    const history = new History().listed().announced('news', { on: '2021-03-04' });
    const midnight = Date.parse('2021-03-05T05:00:00Z');
    expect(history.known({ asOf: midnight - 2 }).acts).toEqual([]);
    expect(history.known({ asOf: midnight - 1 }).acts).toHaveLength(1);
  });
});
