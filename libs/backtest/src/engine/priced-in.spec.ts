import { isPricedIn } from './priced-in';

const listing = { name: 'BP plc', currency: 'GBP', issuer: null, cik: null };
const unit = { from: null, sharesPerUnit: null, priceUnit: null, position: 1 };

describe('what a run in pounds can trade', () => {
  it('is what is priced in pounds, a receipt of several shares included', () => {
    expect(isPricedIn({ listing, units: [] }, 'GBP')).toBe(true);
    expect(isPricedIn({ listing, units: [{ ...unit, sharesPerUnit: 6 }] }, 'GBP')).toBe(true);
    expect(isPricedIn({ listing, units: [] }, 'USD')).toBe(false);
  });

  it('is nothing that is priced in pence: cash would count each as a pound', () => {
    const units = [{ ...unit, priceUnit: { name: 'GBX', perCurrency: 100 } }];
    expect(isPricedIn({ listing, units }, 'GBP')).toBe(false);
  });
});
