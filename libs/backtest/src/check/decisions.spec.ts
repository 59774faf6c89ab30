import type { OrderRecord } from '../result/result';
import { decisionsOf, firstDifference, momentOf } from './decisions';

const order = (orderId: number, decidedAt: number, more: Partial<OrderRecord> = {}): OrderRecord => ({
  ...{ orderId, instrumentId: 'ins_a', ref: 'XNYS:A', decidedAt, decidedIn: 'onSession', causes: [], tag: null },
  ...{ at: 'open', session: '2021-03-02', asked: { shares: 1 }, cancelledAt: null, sharesWanted: 1, sharesFilled: 1 },
  ...{ price: 10, slippage: 0, commission: 0, unfilled: null, pricePosition: 1 },
  ...more,
});

describe('the decisions of a run', () => {
  it('are its orders and withdrawals, in the order of their instants', () => {
    const orders = [order(1, 100, { cancelledAt: 300 }), order(2, 200)];
    expect(decisionsOf({ orders }).map(({ kind, orderId }) => [kind, orderId])).toEqual([
      ['order', 1],
      ['order', 2],
      ['cancel', 1],
    ]);
  });
});

describe('the first difference of two runs', () => {
  const of = (...orders: OrderRecord[]) => decisionsOf({ orders });

  it('is none where one goes on after the moment asked for', () => {
    expect(firstDifference(of(order(1, 100), order(2, 200)), of(order(1, 100)), 199)).toBeNull();
  });

  it('does not look at fills: they follow from prices that nobody had decided on', () => {
    const unfilled = order(1, 100, { sharesFilled: 0, price: null, unfilled: 'endOfReplay' });
    expect(firstDifference(of(order(1, 100)), of(unfilled), 100)).toBeNull();
  });

  it('is an order that only one of them gave', () => {
    const difference = firstDifference(of(order(1, 100), order(2, 200)), of(order(1, 100)), 200);
    expect(difference).toMatchObject({ inWhole: { orderId: 2 }, inCut: null });
    expect(difference && momentOf(difference)).toBe(200);
  });

  it.each<[string, Partial<OrderRecord>]>([
    ['another instrument', { instrumentId: 'ins_b' }],
    ['another quantity', { asked: { shares: 2 } }],
    ['the same number meant otherwise', { asked: { toShares: 1 } }],
    ['another auction', { at: 'close' }],
    ['another handler', { decidedIn: 'onRun' }],
  ])('is %s', (_, more) => {
    expect(firstDifference(of(order(1, 100)), of(order(1, 100, more)), 100)).not.toBeNull();
  });

  it('is the earlier of two that part', () => {
    const difference = firstDifference(of(order(1, 150)), of(order(1, 100)), 200);
    expect(difference && momentOf(difference)).toBe(100);
  });
});
