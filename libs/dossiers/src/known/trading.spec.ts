import { History } from '../../test/history';
import { dailyReturns } from '../abnormal/daily-returns';

const [stop, resumption] = ['2021-03-02T15:00:00Z', '2021-03-03T15:00:00Z'];

describe('a halt', () => {
  it('is known from its beginning on, and its end from the resumption on', () => {
    const history = new History().listed().halted(stop, resumption, 'T1');
    const at = (asOf: string) => history.known({ asOf: Date.parse(asOf) }).halts;
    expect(at('2021-03-02T14:59:59Z')).toEqual([]);
    const stopped = { from: Date.parse(stop), to: null, reason: 'T1', knownAt: Date.parse(stop), position: 2 };
    expect(at(stop)).toEqual([stopped]);
    expect(at('2021-03-03T14:59:59Z')).toEqual([stopped]);
    const ended = { ...stopped, to: Date.parse(resumption), knownAt: Date.parse(resumption) };
    expect(at(resumption)).toEqual([ended]);
  });

  it('lasts, until somebody records that it ended', () => {
    const history = new History().listed().halted(stop).halted(stop, resumption);
    expect(history.known({ asRecorded: 2 }).halts).toMatchObject([{ to: null }]);
    expect(history.known().halts).toMatchObject([{ to: Date.parse(resumption), position: 3 }]);
  });

  it('stands beside others, by its beginning, however the instant is written', () => {
    const history = new History().listed().halted('2021-03-04T15:00:00Z').halted(stop, resumption);
    history.halted('2021-03-02T15:00:00.000Z', resumption);
    expect(history.known().halts.map(({ from }) => new Date(from).toISOString())).toEqual([
      '2021-03-02T15:00:00.000Z',
      '2021-03-04T15:00:00.000Z',
    ]);
  });
});

describe('a delisting', () => {
  it('is known from the last close on, or from the end of the day it was announced on', () => {
    const history = new History().listed().delisted('2021-03-05', { cashPerShare: 12 });
    const close = Date.parse('2021-03-05T21:00:00Z');
    expect(history.known({ asOf: close - 1 }).delisting).toBeNull();
    expect(history.known({ asOf: close }).delisting).toEqual({
      ...{ lastSession: '2021-03-05', reason: 'acquisition', cashPerShare: 12, knownAt: close, position: 2 },
    });
    const announced = new History().listed().delisted('2021-03-05', { announcedOn: '2021-03-01' });
    const midnight = Date.parse('2021-03-02T05:00:00Z');
    expect(announced.known({ asOf: midnight - 2 }).delisting).toBeNull();
    expect(announced.known({ asOf: midnight - 1 }).delisting).toMatchObject({ cashPerShare: null });
  });

  it('is what was said of it last, whichever word was recorded first', () => {
    const history = new History().listed();
    history.delisted('2021-03-12', { announcedOn: '2021-03-04' }).delisted('2021-03-05', { announcedOn: '2021-03-01' });
    expect(history.known().delisting?.lastSession).toBe('2021-03-12');
    expect(history.known({ asOf: Date.parse('2021-03-03T00:00:00Z') }).delisting?.lastSession).toBe('2021-03-05');
  });
});

describe('a distribution', () => {
  it('is part of total returns on its ex-date, beside the dividend of that day and what was handed out in another kind', () => {
    // From 100 to 80 on the day that gave 15 + 4 + 1: nothing was lost or won.
    const history = new History().listed().closes('2021-03-01', [100, 100, 80, 88]);
    history
      .distribution('2021-03-03', 15, 'spinOff')
      .distribution('2021-03-03', 4, 'special')
      .dividend('2021-03-03', 1);
    const known = history.known();
    expect([...known.value]).toEqual([100, 100, 80, 88]);
    expect([...known.totalValue].map((value) => value / 100)).toEqual([1, 1, 1, expect.closeTo(1.1, 12)]);
    const { own } = dailyReturns(known, known, known.ordinals[0]!, { from: 1, to: 3 });
    expect([...own]).toEqual([0, expect.closeTo(0, 12), expect.closeTo(0.1, 12)]);
  });

  it('is worth what it says per share as traded that day, whatever splits came since', () => {
    const history = new History().listed().closes('2021-03-01', [100, 80, 40]).distribution('2021-03-02', 20);
    history.split('2021-03-03', 1, 2);
    const { totalValue } = history.known();
    expect([...totalValue].map((value) => value / totalValue[0]!)).toEqual([1, 1, 1]);
  });

  it('is known from just before the open, or earlier where it was announced', () => {
    const eve = Date.parse('2021-03-03T14:30:00Z') - 1;
    const history = new History().listed().distribution('2021-03-03', 15);
    expect(history.known({ asOf: eve - 1 }).distributions).toEqual([]);
    expect(history.known({ asOf: eve }).distributions).toMatchObject([{ kind: 'spinOff', value: 15, received: null }]);
    const announced = new History().listed().distribution('2021-03-03', 15, 'rights', '2021-02-25');
    expect(announced.known({ asOf: Date.parse('2021-02-26T05:00:00Z') }).distributions).toHaveLength(1);
  });
});
