import type { PriceBatch } from '@streakline/price-files';
import { figuresToRecord } from './figures-to-record';

function batchOf(figures: PriceBatch['figures']): PriceBatch {
  return {
    kind: 'rows',
    file: 'prices.csv',
    count: 1,
    lines: new Float64Array([2]),
    days: new Int32Array([20_000]),
    symbols: new Int32Array([-1]),
    symbolNames: [],
    figures,
  };
}

const close = new Float64Array([210]);

describe('the prices that are recorded of a file', () => {
  it('are those as traded, where it has them', () => {
    const columns = { close: new Float64Array([2100]) };
    expect(figuresToRecord(batchOf({ fullyAdjusted: { close }, raw: columns }), undefined)).toEqual({
      basis: 'raw',
      columns,
    });
  });

  it('are those adjusted for splits, where it has no others', () => {
    expect(figuresToRecord(batchOf({ splitAdjusted: { close }, fullyAdjusted: { close } }), undefined)).toMatchObject({
      basis: 'splitAdjusted',
    });
  });

  it('are none where only prices adjusted for dividends are there', () => {
    expect(figuresToRecord(batchOf({ fullyAdjusted: { close } }), undefined)).toMatchObject({ code: 'fullyAdjusted' });
  });

  it('are of no basis that nobody told', () => {
    expect(figuresToRecord(batchOf({ unstated: { close } }), undefined)).toMatchObject({ code: 'basisNotTold' });
    expect(figuresToRecord(batchOf({ unstated: { close } }), 'raw')).toMatchObject({ basis: 'raw' });
  });

  it('need closes', () => {
    expect(figuresToRecord(batchOf({ raw: { open: close } }), undefined)).toMatchObject({ code: 'noCloses' });
  });
});
