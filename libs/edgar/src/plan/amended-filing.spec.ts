import { accession, filing } from '../../test/filings';
import { amendedFiling } from './amended-filing';

const amending = (others: Parameters<typeof filing>[0] = {}) =>
  filing({ accession: accession(9), form: '8-K/A', filedOn: '2026-02-20', ...others });
const amended = (...[one, originals]: Parameters<typeof amendedFiling>) => {
  const found = amendedFiling(one, originals);
  return 'amends' in found ? found.amends.accession : found.why;
};

describe('an 8-K/A', () => {
  it('amends the earlier 8-K of the same event', () => {
    const another = filing({ accession: accession(2), reportDate: '2026-02-04' });
    expect(amended(amending(), [filing(), another])).toBe(accession(1));
  });

  it('of an event with two filings amends the one that shares its items', () => {
    const deal = filing({ accession: accession(2), items: ['1.01', '9.01'] });
    expect(amended(amending({ items: ['1.01'] }), [filing(), deal])).toBe(accession(2));
  });

  it('that only brings the papers of a deal amends the filing of that day', () => {
    const deal = filing({ items: ['2.01', '9.01'] });
    expect(amended(amending({ items: ['9.01'] }), [deal])).toBe(accession(1));
  });

  it('is not guessed where two filings fit equally', () => {
    const twin = filing({ accession: accession(2) });
    expect(amended(amending(), [filing(), twin])).toMatch(/2 filings of the event of 2026-02-05 fit equally/);
  });

  it('amends nothing that came after it, and nothing of another day', () => {
    expect(amended(amending({ filedOn: '2026-02-04' }), [filing()])).toMatch(/no earlier 8-K/);
    expect(amended(amending({ reportDate: '2026-01-01' }), [filing()])).toMatch(
      /no earlier 8-K of the event of 2026-01-01/,
    );
    expect(amended(amending({ reportDate: undefined }), [filing()])).toMatch(/names no date/);
  });
});
