import { barsOf } from '../index';
import { History } from '../../test/history';

describe('bars', () => {
  it('are shown as traded, and adjusted for the splits up to the last session', () => {
    const history = new History().listed().split('2021-03-02', 1, 4);
    const full = { open: [36, 10], high: [44, 12], low: [32, 8], close: [40, 11], volume: [100, 500] };
    history.bars({ sessions: ['2021-03-01', '2021-03-02'], ...full });
    expect(barsOf(history.known())).toEqual([
      {
        ...{ session: '2021-03-01', open: 36, high: 44, low: 32, close: 40, volume: 100 },
        adjusted: { open: 9, high: 11, low: 8, close: 10, volume: 400 },
        ...{ source: 'test', position: 3, knownAt: Date.parse('2021-03-01T21:00:00Z') },
      },
      {
        ...{ session: '2021-03-02', open: 10, high: 12, low: 8, close: 11, volume: 500 },
        adjusted: { open: 10, high: 12, low: 8, close: 11, volume: 500 },
        ...{ source: 'test', position: 3, knownAt: Date.parse('2021-03-02T21:00:00Z') },
      },
    ]);
  });

  it('are the same whether they were delivered raw or split-adjusted', () => {
    const sessions = ['2021-03-01', '2021-03-02'];
    const raw = new History()
      .listed()
      .split('2021-03-02', 1, 4)
      .bars({ sessions, close: [40, 11], volume: [100, 500] });
    const adjusted = new History().listed().split('2021-03-02', 1, 4);
    adjusted.bars({ sessions, close: [10, 11], volume: [400, 500] }, '2021-03-02');
    expect(barsOf(adjusted.known())).toEqual(barsOf(raw.known()));
  });

  it('are as traded under a split that came after the basis of the delivery', () => {
    const history = new History().listed().closes('2021-03-01', [40], '2021-03-01').split('2021-03-02', 1, 4);
    expect(barsOf(history.known())[0]).toMatchObject({ close: 40, adjusted: { close: 40 } });
    const [bar] = barsOf(history.closes('2021-03-02', [10]).known());
    expect(bar).toMatchObject({ close: 40, adjusted: { close: 10 } });
  });

  it('say null where a delivery had no figure', () => {
    const [bar] = barsOf(new History().listed().closes('2021-03-01', [10]).known());
    expect(bar).toMatchObject({ open: null, high: null, low: null, volume: null });
  });

  it('show the revision that stands, with when it was published and where it is recorded', () => {
    const history = new History().listed().closes('2021-03-01', [10]).revised('2021-03-01', 11, '2021-03-05T12:00:00Z');
    expect(barsOf(history.known())[0]).toMatchObject({
      close: 11,
      position: 3,
      knownAt: Date.parse('2021-03-05T12:00:00Z'),
    });
  });
});
