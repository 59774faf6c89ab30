import { History } from '../../test/history';
import { type MarketCap, marketCapsOf } from '../index';

function caps(history: History): ReadonlyMap<string, MarketCap> {
  return new Map(marketCapsOf(history.known()).map((cap) => [cap.session, cap]));
}

describe('market caps', () => {
  it('use a count filed on a date from the next session on', () => {
    const history = new History()
      .listed()
      .closes('2021-03-01', [10, 10])
      .shareCount('2021-02-15', 500, { filedOn: '2021-03-01' });
    expect(caps(history).get('2021-03-01')).toEqual({
      ...{ session: '2021-03-01', close: 10, shares: null, countedOn: null },
      ...{ adjustedShares: null, marketCap: null, classMarketCap: null, reason: 'noShareCount' },
    });
    expect(caps(history).get('2021-03-02')).toEqual({
      ...{ session: '2021-03-02', close: 10, shares: 500, countedOn: '2021-02-15' },
      ...{ adjustedShares: 500, marketCap: 5_000, classMarketCap: 5_000, reason: null },
    });
  });

  it('use a count filed at an instant from the first close at or after it', () => {
    // The close of 2021-03-01 was at 21:00 UTC.
    const filedAt = (at: string) =>
      caps(new History().listed().closes('2021-03-01', [10, 10]).shareCount('2021-02-15', 500, { filedAt: at }));
    expect(filedAt('2021-03-01T21:00:00Z').get('2021-03-01')!.shares).toBe(500);
    expect(filedAt('2021-03-01T21:00:00.001Z').get('2021-03-01')!.shares).toBeNull();
  });

  it('prefer the latest measurement, even if an older one is filed after it', () => {
    const history = new History().listed().closes('2021-03-01', [10, 10, 10]);
    history
      .shareCount('2021-02-15', 500, { filedOn: '2021-02-20' })
      .shareCount('2021-01-15', 400, { filedOn: '2021-03-01' });
    expect([...caps(history).values()].map(({ shares }) => shares)).toEqual([500, 500, 500]);
  });

  it('prefer, of two counts of one day, the one known last', () => {
    const history = new History().listed().closes('2021-03-01', [10, 10]);
    history
      .shareCount('2021-02-15', 510, { filedOn: '2021-03-01' })
      .shareCount('2021-02-15', 500, { filedOn: '2021-02-20' });
    expect([...caps(history).values()].map(({ shares }) => shares)).toEqual([500, 510]);
  });

  it('are unknown when the count is older than 400 days, and say which count that is', () => {
    // 2020-01-28 + 400 days is 2021-03-03.
    const history = new History()
      .listed()
      .closes('2021-03-03', [10, 10])
      .shareCount('2020-01-28', 500, { filedOn: '2020-02-01' });
    expect(caps(history).get('2021-03-03')).toMatchObject({ marketCap: 5_000, reason: null });
    expect(caps(history).get('2021-03-04')).toMatchObject({
      ...{ marketCap: null, shares: 500, countedOn: '2020-01-28', reason: 'staleShareCount' },
    });
  });

  it('multiply the count by the splits after its measurement, from their ex-date on', () => {
    const history = new History().listed().closes('2021-03-01', [40, 10, 11]).split('2021-03-02', 1, 4);
    history.shareCount('2021-02-15', 500, { filedOn: '2021-02-20' });
    expect([...caps(history).values()].map(({ adjustedShares, marketCap }) => [adjustedShares, marketCap])).toEqual([
      [500, 20_000],
      [2_000, 20_000],
      [2_000, 22_000],
    ]);
  });

  it('take a count measured on the ex-date to be of after the split', () => {
    const history = new History().listed().closes('2021-03-02', [10, 11]).split('2021-03-02', 1, 4);
    history.shareCount('2021-03-02', 2_000, { filedAt: '2021-03-02T15:00:00Z' });
    expect(caps(history).get('2021-03-02')).toMatchObject({ adjustedShares: 2_000, marketCap: 20_000 });
  });

  it('are as traded where the delivery had later splits in its prices', () => {
    const history = new History().listed().closes('2021-03-01', [10, 10], '2021-03-02').split('2021-03-02', 1, 4);
    history.shareCount('2021-02-15', 500, { filedOn: '2021-02-20' });
    expect([...caps(history).values()].map(({ close, marketCap }) => [close, marketCap])).toEqual([
      [40, 20_000],
      [10, 20_000],
    ]);
  });
});
