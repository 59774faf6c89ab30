import fc from 'fast-check';
import { History } from '../../test/history';
import { stories } from '../../test/stories';
import { knownBy } from '../known/known-by';
import { firstDatesOf } from './first-dates';

const EAST_MS = 14 * 3_600_000;

describe('the first date of what is on record', () => {
  it('falls with each event that tells of an earlier one', () => {
    const history = new History()
      .listed()
      .closes('2021-03-15', [10, 11, 12])
      .dividend('2021-03-10', 1)
      .closes('2021-03-12', [9])
      .split('2021-04-01', 1, 2, '2021-03-02');
    expect(firstDatesOf(history.dossier())).toEqual([
      { position: 2, date: '2021-03-15' },
      { position: 3, date: '2021-03-10' },
      { position: 5, date: '2021-03-02' },
    ]);
  });

  it('is none where only a listing is', () => {
    expect(firstDatesOf(new History().listed().benchmark('ins_other').sector('10').dossier())).toEqual([]);
  });

  it('has nothing known before it, at any position', () => {
    fc.assert(
      fc.property(stories('any'), fc.nat(20), (history, asRecorded) => {
        const dossier = history.dossier();
        const dates = firstDatesOf(dossier).filter(({ position }) => position <= asRecorded);
        const first = dates.map(({ date }) => date).sort()[0];
        const asOf = first === undefined ? Infinity : Date.parse(first) - EAST_MS - 1;
        const known = knownBy(dossier, { asOf, asRecorded });
        if (known === null) return;
        const { sessions, splits, dividends, distributions, halts, schedules, observations, shareCounts, acts } = known;
        const news = [sessions, splits, dividends, distributions, halts, schedules, observations, shareCounts, acts];
        expect(news.flat()).toEqual([]);
        expect([known.delisting, known.names.length]).toEqual([null, 1]);
      }),
    );
  });

  it('does not depend on the order in which the events came', () => {
    fc.assert(
      fc.property(stories('any'), (history) => {
        const backwards = history.dossier([...history.events].reverse());
        expect(firstDatesOf(backwards)).toEqual(firstDatesOf(history.dossier()));
      }),
    );
  });
});
