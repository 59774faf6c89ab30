import { loadAmazonExample, requestsOf } from '../../examples/amazon-2026/load';
import { pageOf, receiptOf, startHttpApi, type HttpApi, type Json } from './http-api';

/*
 * The figures are those of the case, computed apart from this project: returns to 5e-6, t to 5e-4, dollars to 0.1
 * billion.
 */
const near = (expected: number, tolerance: number) => ({
  asymmetricMatch: (actual: unknown) => typeof actual === 'number' && Math.abs(actual - expected) <= tolerance,
  toString: () => `${expected} ± ${tolerance}`,
  toAsymmetricMatcher: () => `${expected} ± ${tolerance}`,
});
const fraction = (expected: number) => near(expected, 5e-6);
const tValue = (expected: number) => near(expected, 5e-4);
const billions = (expected: number) => near(expected * 1e9, 0.1e9);

describe('the Amazon case, typed in over HTTP', () => {
  let api: HttpApi;
  let ids: readonly string[];
  let position: number;

  beforeAll(async () => {
    api = await startHttpApi();
    const receipts: { path: string; id: string; position: number }[] = [];
    for (const { path, body } of requestsOf(loadAmazonExample())) {
      const answer = await api.post(path, body);
      expect({ path, status: answer.status, body: answer.body }).toMatchObject({ path, status: 201 });
      receipts.push({ path, ...receiptOf(answer) });
    }
    ids = receipts.filter(({ path }) => path === '/v1/announcements').map(({ id }) => id);
    position = Math.max(...receipts.map((receipt) => receipt.position));
  });
  afterAll(() => api.close());

  const reactionTo = async (which: number): Promise<Json> => {
    const answer = await api.get(`/v1/announcements/${ids[which]}/reactions?minPosition=${position}`);
    const { data, nextCursor } = pageOf(answer);
    expect({ reactions: data.length, nextCursor, position: answer.body['position'] }).toEqual({
      reactions: 1,
      nextCursor: null,
      position,
    });
    return data[0] ?? {};
  };

  it('shows that the earnings extended a fall that three sessions before had begun', async () => {
    expect(await reactionTo(0)).toMatchObject({
      of: ids[0],
      instrument: 'XNAS:AMZN',
      timing: 'afterClose',
      benchmark: 'ARCX:SPY',
      baseSession: '2026-02-05',
      day0: '2026-02-06',
      return: fraction(-0.055548),
      abnormalReturn: fraction(-0.0803813),
      tStatistic: tValue(-5.4483),
      gapReturn: near(-0.0898, 5e-5),
      openToClose: near(0.0376, 5e-5),
      volumeRatio: near(4.02, 5e-3),
      relation: 'extended',
      streak: {
        direction: 'falling',
        start: '2026-02-03',
        end: '2026-02-13',
        length: 9,
        lengthAtBase: 3,
        lengthFromDay0: 6,
        inForce: false,
        return: fraction(-0.1818),
        returnFromDay0: fraction(-0.107324),
        marketCapChange: billions(-463.3),
        priceEffect: billions(-472.2),
        shareCountEffect: billions(8.9),
        marketCapChangeFromDay0: billions(-246.6),
      },
      begun: null,
    });
  });

  it('shows that the deal ended a fall of one session and began a rise', async () => {
    const reaction = await reactionTo(1);
    expect(reaction).toMatchObject({
      of: ids[1],
      timing: 'preMarket',
      baseSession: '2026-02-26',
      day0: '2026-02-27',
      return: fraction(0.010004),
      abnormalReturn: fraction(0.0173685),
      tStatistic: tValue(1.1241),
      marketCapChange: billions(22.33),
      relation: 'ended',
      streak: {
        direction: 'falling',
        start: '2026-02-26',
        end: '2026-02-26',
        length: 1,
        return: fraction(-0.012913),
        marketCapChange: billions(-29.2),
        returnFromDay0: 0,
      },
      begun: { direction: 'rising', start: '2026-02-27', lengthAtBase: 0, returnFromDay0: expect.any(Number) },
    });
    const codes = (reaction['notes'] as { code: string }[]).map(({ code }) => code);
    expect(codes.length).toBeGreaterThan(0);
  });

  it('gives each window, and says that the tape ends within the longest ones', async () => {
    const reaction = await reactionTo(0);
    const windows = reaction['windows'] as { from: number; to: number; return: number | null; complete: boolean }[];
    expect(windows.map(({ from, to }) => [from, to])).toEqual([
      [0, 0],
      [0, 1],
      [-1, 1],
      [0, 5],
      [-5, 5],
      [0, 20],
      [1, 20],
      [2, 60],
    ]);
    expect(windows[0]).toMatchObject({ return: fraction(-0.055548), complete: true });
    expect(windows.slice(5)).toEqual([0, 1, 2].map(() => expect.objectContaining({ return: null, complete: false })));
  });

  it('lists the streak, with the announcements whose day 0 lies in it', async () => {
    const { body } = await api.get(
      `/v1/instruments/XNAS:AMZN/streaks?direction=falling&minLength=9&minPosition=${position}`,
    );
    expect(body).toMatchObject({
      nextCursor: null,
      position,
      data: [{ start: '2026-02-03', end: '2026-02-13', length: 9 }],
    });
  });

  it('answers every other question about the instrument and the announcement', async () => {
    const asked = ['', '/bars', '/streaks', '/market-caps', '/timeline'].map(
      (noun) => `/v1/instruments/XNAS:AMZN${noun}`,
    );
    for (const path of [
      '/v1/instruments',
      ...asked,
      '/v1/announcements',
      `/v1/announcements/${ids[0]}`,
      `/v1/announcements/${ids[0]}/events`,
      '/v1/projections',
    ]) {
      const { status, body } = await api.get(`${path}?minPosition=${position}`);
      expect({ path, status, body }).toMatchObject({ path, status: 200, body: { position } });
    }
  });
});
