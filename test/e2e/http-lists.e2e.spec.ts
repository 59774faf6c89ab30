import { pageOf, receiptOf, startHttpApi, type HttpApi, type Json } from './http-api';

const HOLIDAYS_2024 = new Set([
  '2024-01-15',
  '2024-02-19',
  '2024-03-29',
  '2024-05-27',
  '2024-06-19',
  '2024-07-04',
  '2024-09-02',
]);

describe('lists over HTTP', () => {
  let api: HttpApi;
  let position = 0;

  const announce = async (index: number): Promise<string> => {
    const day = String(1 + (index % 28)).padStart(2, '0');
    const answer = await api.post('/v1/announcements', {
      kind: index % 2 === 0 ? 'deal' : 'product',
      headline: `Announcement ${index}`,
      announcedAt: `2025-${String(1 + (Math.floor(index / 28) % 12)).padStart(2, '0')}-${day}T15:00:00Z`,
      subjects: [{ instrument: 'XNAS:AMZN', role: 'issuer' }],
    });
    const receipt = receiptOf(answer);
    position = receipt.position;
    return receipt.id;
  };

  const walk = async (
    path: string,
    between: () => Promise<unknown> = () => Promise.resolve(),
  ): Promise<readonly Json[]> => {
    const rows: Json[] = [];
    let cursor: string | null = null;
    do {
      const next: string = cursor === null ? path : `${path}&cursor=${encodeURIComponent(cursor)}`;
      const page = pageOf(await api.get(next));
      rows.push(...page.data);
      cursor = page.nextCursor;
      await between();
    } while (cursor !== null);
    return rows;
  };

  const bars = Array.from({ length: 300 }, (_, index) => index)
    .map((index) => new Date(Date.UTC(2024, 0, 2 + index)))
    .filter((date) => date.getUTCDay() > 0 && date.getUTCDay() < 6)
    .map((date) => date.toISOString().slice(0, 10))
    .filter((session) => !HOLIDAYS_2024.has(session))
    .map((session, index) => ({ session, close: 100 + (index % 3) }));

  beforeAll(async () => {
    api = await startHttpApi();
    await api.post('/v1/instruments', { symbol: 'AMZN', mic: 'XNAS', name: 'Amazon.com, Inc.', currency: 'USD' });
    expect((await api.post('/v1/instruments/XNAS:AMZN/bars', { source: 'a', basis: 'raw', bars })).status).toBe(201);
  });
  afterAll(() => api.close());

  it('are walked to their end without loss or doubles while more is announced', async () => {
    const before: string[] = [];
    for (let index = 0; index < 60; index += 1) before.push(await announce(index));
    let more = 60;
    const rows = await walk(`/v1/announcements?limit=7&minPosition=${position}`, () => announce((more += 1)));
    const ids = rows.map((row) => row['id']);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(before));
  });

  it('end exactly at their last row, however the pages fall', async () => {
    for (const limit of [1, 3, 1000]) {
      const rows = await walk(`/v1/instruments/XNAS:AMZN/bars?limit=${Math.max(limit, 40)}&minPosition=${position}`);
      expect(rows.map((row) => row['session'])).toEqual(bars.map(({ session }) => session));
    }
  });

  it('agree with themselves at every page size', async () => {
    for (const noun of ['streaks', 'market-caps', 'timeline']) {
      const path = `/v1/instruments/XNAS:AMZN/${noun}?minPosition=${position}`;
      const whole = await walk(`${path}&limit=1000`);
      expect(whole.length).toBeGreaterThan(0);
      expect(await walk(`${path}&limit=23`)).toEqual(whole);
      expect(await walk(`${path}&limit=${whole.length}`)).toEqual(whole);
    }
  });

  it('keep their filters from page to page', async () => {
    const rows = await walk(
      `/v1/announcements?kind=deal&instrument=XNAS:AMZN&from=2025-01-05&to=2025-02-03&limit=3&minPosition=${position}`,
    );
    expect(new Set(rows.map((row) => row['kind']))).toEqual(new Set(['deal']));
    const days = Array.from({ length: 60 }, (_, index) => index).filter(
      (index) => index % 2 === 0 && index >= 4 && index < 30,
    );
    expect(rows.map((row) => row['headline']).sort()).toEqual(days.map((index) => `Announcement ${index}`).sort());
  });

  it('refuse the cursor of another list', async () => {
    const { nextCursor } = pageOf(await api.get(`/v1/announcements?limit=1&minPosition=${position}`));
    expect((await api.get(`/v1/instruments/XNAS:AMZN/bars?cursor=${nextCursor}`)).body).toMatchObject({
      status: 400,
      code: 'invalidCursor',
    });
  });
});
