import { type Answer, type HttpApi, type Json, startHttpApi } from './http-api';

const raw = (...closes: readonly (readonly [session: string, close: number])[]) => ({
  ...{ source: 'test', basis: 'raw' },
  bars: closes.map(([session, close]) => ({ session, close })),
});
const pointersOf = ({ body }: Answer) => (body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer);

describe('what a company is worth, over HTTP', () => {
  let api: HttpApi;
  beforeAll(async () => {
    api = await startHttpApi();
  });
  afterAll(() => api.close());

  const list = (symbol: string, mic: string, currency: string) =>
    api.post('/v1/instruments', { symbol, mic, name: `${symbol} plc`, currency });
  const to = (ref: string, what: string, body: object) => api.post(`/v1/instruments/${ref}/${what}`, body);
  const caps = async (ref: string): Promise<readonly Json[]> =>
    (await api.get(`/v1/instruments/${ref}/market-caps?minPosition=${await api.head()}`)).body['data'] as Json[];
  const counted = { countedOn: '2026-01-28', filedAt: '2026-02-02T12:00:00Z' };

  it('is that of all its classes, whichever is asked', async () => {
    await list('GOOGL', 'XNAS', 'USD');
    await list('GOOG', 'XNAS', 'USD');
    await to('XNAS:GOOGL', 'bars', raw(['2026-02-24', 310], ['2026-02-25', 300]));
    await to('XNAS:GOOG', 'bars', raw(['2026-02-24', 311], ['2026-02-25', 301]));
    const classes = {
      ...{ shareClass: 'A', listed: [{ ref: 'XNAS:GOOG', shareClass: 'C' }] },
      unlisted: [{ shareClass: 'B', pricedAs: 'A' }],
    };
    expect((await to('XNAS:GOOGL', 'share-classes', classes)).status).toBe(201);
    expect((await to('XNAS:GOOGL', 'share-classes', classes)).status).toBe(200);
    await to('XNAS:GOOGL', 'share-counts', { ...counted, shares: 5_800e6 });
    await to('XNAS:GOOGL', 'share-counts', { ...counted, shares: 850e6, shareClass: 'B' });
    await to('XNAS:GOOG', 'share-counts', { ...counted, shares: 5_400e6, shareClass: 'C' });
    // 6,650 million at 310 and 5,400 million at 311; 6,650 million at 300 and 5,400 million at 301.
    const company = [{ marketCap: 3_740.9e9 }, { marketCap: 3_620.4e9 }];
    expect(await caps('XNAS:GOOGL')).toMatchObject(company);
    expect(await caps('XNAS:GOOG')).toMatchObject(company);
    expect(await caps('XNAS:GOOG')).toMatchObject([{ classMarketCap: 1_679.4e9 }, { classMarketCap: 1_625.4e9 }]);
    const elsewhere = await to('XNAS:GOOG', 'share-counts', { ...counted, shares: 850e6, shareClass: 'B' });
    expect([elsewhere.status, pointersOf(elsewhere)]).toEqual([422, ['/shareClass']]);
  });

  it('is in pounds where prices are in pence', async () => {
    await list('BP.', 'XLON', 'GBP');
    await to('XLON:BP.', 'bars', raw(['2026-02-24', 420]));
    await to('XLON:BP.', 'share-counts', { ...counted, shares: 15_500e6 });
    expect(await caps('XLON:BP.')).toMatchObject([{ marketCap: 6_510e9 }]);
    const pence = { priceUnit: { name: 'GBX', perCurrency: 100 } };
    const dated = await to('XLON:BP.', 'units', { ...pence, from: '2026-01-02' });
    expect([dated.status, pointersOf(dated)]).toEqual([422, ['/from']]);
    expect((await to('XLON:BP.', 'units', pence)).status).toBe(201);
    expect(await caps('XLON:BP.')).toMatchObject([{ close: 420, marketCap: 65.1e9, classMarketCap: 65.1e9 }]);
  });

  it('is of ordinary shares where a receipt stands for several', async () => {
    await list('TSM', 'XNYS', 'USD');
    await to('XNYS:TSM', 'bars', raw(['2026-02-24', 110]));
    await to('XNYS:TSM', 'share-counts', { ...counted, shares: 25_900e6 });
    await to('XNYS:TSM', 'units', { sharesPerUnit: 5 });
    expect(await caps('XNYS:TSM')).toMatchObject([{ shares: 25_900e6, adjustedShares: 5_180e6, marketCap: 569.8e9 }]);
    const again = await to('XNYS:TSM', 'units', { sharesPerUnit: 10 });
    expect([again.status, pointersOf(again)]).toEqual([409, ['/sharesPerUnit']]);
    expect((await to('XNYS:TSM', 'units', { sharesPerUnit: 10, corrects: true })).status).toBe(201);
    expect(await caps('XNYS:TSM')).toMatchObject([{ marketCap: 284.9e9 }]);
  });
});
