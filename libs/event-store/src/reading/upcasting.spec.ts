import { anEvent, asRecorded } from '@streakline/testing';
import { upcasting, type UpcastableType } from './upcasting';

describe('upcasting', () => {
  /** Version 1 named a price `p`, version 2 `price`, version 3 knows the currency. */
  const priceSet: UpcastableType = {
    version: 3,
    upcasters: {
      1: ({ p }: { p: number }) => ({ price: p }),
      2: (old: { price: number }) => ({ ...old, currency: 'USD' }),
    },
  };
  const upcast = upcasting(new Map([['PriceSet', priceSet]]));
  const stored = (typeVersion: number, data: unknown) => asRecorded(anEvent({ type: 'PriceSet', typeVersion, data }));

  it('climbs from any old version to the newest, step by step', () => {
    expect(upcast(stored(1, { p: 5 }))).toEqual(stored(3, { price: 5, currency: 'USD' }));
    expect(upcast(stored(2, { price: 5 }))).toEqual(stored(3, { price: 5, currency: 'USD' }));
  });

  it('leaves the newest version as it is, and does not touch what was stored', () => {
    const newest = stored(3, { price: 5, currency: 'EUR' });
    expect(upcast(newest)).toBe(newest);
    const old = stored(1, Object.freeze({ p: 5 }));
    upcast(old);
    expect(old.data).toEqual({ p: 5 });
  });

  it('passes on what it does not know: other types, and versions of a newer release', () => {
    const unknown = asRecorded(anEvent({ type: 'Unheard', typeVersion: 9 }));
    const newer = stored(4, { anything: true });
    expect([upcast(unknown), upcast(newer)]).toEqual([unknown, newer]);
  });

  it('says which step is missing', () => {
    const broken = upcasting(new Map([['PriceSet', { version: 3, upcasters: { 1: () => ({}) } }]]));
    expect(() => broken(stored(1, {}))).toThrow(/PriceSet has no upcaster from version 2: event .* at position 1/);
  });
});
