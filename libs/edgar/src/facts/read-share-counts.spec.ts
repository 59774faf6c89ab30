import { readShareCounts } from './read-share-counts';

const fact = (others: Readonly<Record<string, unknown>> = {}) => ({
  ...{ end: '2026-01-28', val: 10_734_920_870, accn: '0001018724-26-000004', fy: 2025, fp: 'FY' },
  ...{ form: '10-K', filed: '2026-02-06', frame: 'CY2025Q4I', ...others },
});
const factsJson = (facts: readonly unknown[]) =>
  JSON.stringify({
    ...{ cik: 1018724, entityName: 'AMAZON.COM, INC.' },
    facts: {
      dei: { EntityCommonStockSharesOutstanding: { label: 'x', description: 'y', units: { shares: facts } } },
      'us-gaap': { Assets: { units: { USD: [] } } },
    },
  });

describe('a companyfacts file', () => {
  it('holds the count of each cover, in the order of the filings', () => {
    const earlier = fact({
      end: '2025-10-24',
      val: 10_690_216_011,
      accn: '0001018724-25-000123',
      filed: '2025-10-31',
      form: '10-Q',
    });
    const { cik, name, counts, refused } = readShareCounts(factsJson([fact(), earlier]));
    expect({ cik, name, refused }).toEqual({ cik: '0001018724', name: 'AMAZON.COM, INC.', refused: [] });
    expect(counts).toEqual([
      {
        accession: '0001018724-25-000123',
        form: '10-Q',
        countedOn: '2025-10-24',
        filedOn: '2025-10-31',
        shares: 10_690_216_011,
      },
      {
        accession: '0001018724-26-000004',
        form: '10-K',
        countedOn: '2026-01-28',
        filedOn: '2026-02-06',
        shares: 10_734_920_870,
      },
    ]);
  });

  it('repeats a fact for each frame: the count is taken once', () => {
    expect(readShareCounts(factsJson([fact(), fact({ frame: undefined })])).counts).toHaveLength(1);
  });

  it('with two counts of one cover says neither which is all of them, nor takes one', () => {
    const { counts, refused } = readShareCounts(factsJson([fact(), fact({ val: 7 }), fact({ val: 8 })]));
    expect(counts).toEqual([]);
    expect(refused).toEqual([{ where: fact().accn, reason: expect.stringContaining('10734920870 and 7') as string }]);
  });

  it.each([
    ['no number', { val: '1' }, /no number of shares/],
    ['nothing', { val: 0 }, /0 is no number of shares/],
    ['a day after the filing', { end: '2026-03-01' }, /after the filing/],
    ['no filing', { accn: 'x' }, /accession number/],
    ['a day that is none', { end: '2026-13-01' }, /no date/],
  ])('refuses a count of %s', (_, others, reason) => {
    const { counts, refused } = readShareCounts(factsJson([fact(others)]));
    expect(counts).toEqual([]);
    expect(refused[0]?.reason).toMatch(reason);
  });

  it('of an issuer without such facts holds no counts', () => {
    expect(readShareCounts('{"cik":1,"facts":{}}').counts).toEqual([]);
  });
});
