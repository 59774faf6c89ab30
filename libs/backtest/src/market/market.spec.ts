import { exchange } from '@streakline/market-time';
import { toldMarket } from '../../test/told-instrument';
import { openMarket, resolveSettings } from '../index';

const WEEK = exchange('XNYS').sessions('2021-03-01', '2021-03-05');

function marketWith(close: readonly number[]) {
  const told = toldMarket();
  const one = told.told('AAA').bars({ sessions: WEEK, close });
  return openMarket([one.packed()], { asRecorded: told.last });
}

describe('a market', () => {
  it.each([Number.NaN, 0, -1, Infinity])('with a close of %d is refused, by its session and event', (close) => {
    expect(() => marketWith([10, 11, close, 12, 13])).toThrow(
      expect.objectContaining({
        code: 'badPrice',
        message: expect.stringMatching(/close of XNYS:AAA on 2021-03-03, told by the event at position 2/) as string,
      }),
    );
  });
});

describe('the settings of a run', () => {
  const market = marketWith([10, 11, 12, 13, 14]);

  it.each([
    ['from', { from: '1850-01-01', to: '2021-03-05' }, /covers/],
    ['to', { from: '2021-03-01', to: '2999-01-01' }, /covers/],
    ['to', { from: '2021-03-06', to: '2021-03-08' }, /no exchange has a session/],
    ['to', { from: '2021-03-05', to: '2021-03-05' }, /not after/],
    ['from', { from: '2021-02-30', to: '2021-03-05' }, /no date/],
    ['universe', { from: '2021-03-01', to: '2021-03-05', universe: ['XNYS:NONE'] }, /no instrument "XNYS:NONE"/],
    ['leverage', { from: '2021-03-01', to: '2021-03-05', leverage: 0 }, /above 0/],
    ['costs.borrowRate', { from: '2021-03-01', to: '2021-03-05', costs: { borrowRate: -1 } }, /from 0/],
  ])('are refused by field: %s', (field, input, message) => {
    expect(() => resolveSettings(input, market)).toThrow(
      expect.objectContaining({ code: 'badSettings', field, message: expect.stringMatching(message) as string }),
    );
  });

  it('resolved once come to themselves', () => {
    const settings = resolveSettings({ from: '2021-03-01', to: '2021-03-06' }, market);
    expect(resolveSettings(settings, market)).toEqual(settings);
  });
});
