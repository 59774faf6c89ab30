import { type Answer, type HttpApi, type Json, startHttpApi } from './http-api';

const AMZN = '/v1/instruments/XNAS:AMZN';
const SPUN = '/v1/instruments/XNAS:SPUN';
const bars = (...closes: readonly (readonly [session: string, close: number])[]) => ({
  ...{ source: 'test', basis: 'raw' },
  bars: closes.map(([session, close]) => ({ session, close })),
});
const pointersOf = ({ body }: Answer) => (body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer);

describe('the life of an instrument over HTTP', () => {
  let api: HttpApi;

  beforeAll(async () => {
    api = await startHttpApi();
    for (const symbol of ['AMZN', 'SPUN'])
      await api.post('/v1/instruments', { symbol, mic: 'XNAS', name: `${symbol}, Inc.`, currency: 'USD' });
    await api.post(`${AMZN}/bars`, bars(['2026-02-24', 100], ['2026-02-25', 110], ['2026-02-26', 90]));
    await api.post('/v1/announcements', {
      ...{ kind: 'deal', headline: 'It splits up', announcedOn: '2026-02-26', timing: 'preMarket' },
      subjects: [{ instrument: 'XNAS:AMZN', role: 'issuer' }],
    });
  });
  afterAll(() => api.close());

  const now = async (path: string): Promise<Json> =>
    (await api.get(`${path}${path.includes('?') ? '&' : '?'}minPosition=${await api.head()}`)).body;
  const post = async (path: string, body: object): Promise<number> => (await api.post(path, body)).status;

  it('has halts, which end when somebody says so', async () => {
    const halt = { from: '2026-02-25T15:04:10Z', reason: 'T1' };
    expect(await post(`${AMZN}/halts`, halt)).toBe(201);
    expect(await now(AMZN)).toMatchObject({
      halts: [{ from: '2026-02-25T15:04:10.000Z', to: null, reason: 'T1' }],
    });
    expect(await post(`${AMZN}/halts`, { from: '2026-02-25T15:04:10Z', to: '2026-02-25T15:34:10Z' })).toBe(201);
    expect(await now(AMZN)).toMatchObject({ halts: [{ to: '2026-02-25T15:34:10.000Z', reason: 'T1' }] });
  });

  it('has distributions, which are part of total returns', async () => {
    const spinOff = {
      exDate: '2026-02-26',
      kind: 'spinOff',
      value: 20,
      received: { instrument: 'XNAS:SPUN', perShare: 2 },
    };
    expect(await post(`${AMZN}/distributions`, spinOff)).toBe(201);
    const { data } = await now('/v1/announcements');
    const [{ id }] = data as [{ id: string }];
    const [reaction] = (await now(`/v1/announcements/${id}/reactions`))['data'] as [Json];
    // From 110 to 90, and 20 in the holder's hand.
    expect(reaction).toMatchObject({ return: expect.closeTo(-20 / 110, 12), totalReturn: expect.closeTo(0, 12) });
    const spun = (await now(SPUN))['id'];
    expect(await now(AMZN)).toMatchObject({
      distributions: [{ kind: 'spinOff', value: 20, received: { instrumentId: spun, perShare: 2 } }],
    });
  });

  it('has announcements to come, put off and called off', async () => {
    const schedule = (told: object) =>
      post(`${AMZN}/scheduled-announcements`, { kind: 'earnings', period: '2026-Q1', ...told });
    expect(await schedule({ scheduledOn: '2026-04-23', knownAt: '2026-01-15T14:00:00Z' })).toBe(201);
    const putOff = { scheduledOn: '2026-04-30', timing: 'afterClose', knownAt: '2026-02-20T14:00:00Z' };
    expect(await schedule(putOff)).toBe(201);
    expect(await now(AMZN)).toMatchObject({
      scheduled: [{ period: '2026-Q1', moment: { on: '2026-04-30', timing: 'afterClose' }, source: null }],
    });
    expect(await now(`${AMZN}?asOf=2026-02-01`)).toMatchObject({ scheduled: [{ moment: { on: '2026-04-23' } }] });
    expect(await schedule({ calledOff: true, knownAt: '2026-03-02T14:00:00Z' })).toBe(201);
    expect(await now(AMZN)).toMatchObject({ scheduled: [{ moment: null }] });
  });

  it('has observations, of which the one known last holds', async () => {
    const move = { kind: 'impliedMove', at: '2026-02-25T20:55:00Z', value: 0.07, unit: 'fraction', source: 'desk' };
    const wire = { ...move, value: 0.06, source: 'wire' };
    expect(await post(`${AMZN}/observations`, { observations: [move, wire] })).toBe(201);
    expect(await post(`${AMZN}/observations`, { observations: [{ ...move, value: 0.08 }] })).toBe(409);
    const revision = { ...move, value: 0.08, knownAt: '2026-02-27T12:00:00Z' };
    expect(await post(`${AMZN}/observations`, { observations: [revision, wire] })).toBe(201);
    const values = async (query: string) =>
      ((await now(`${AMZN}/observations?${query}`))['data'] as { value: number }[]).map(({ value }) => value);
    expect(await values('kind=impliedMove')).toEqual([0.08, 0.06]);
    expect(await values('asOf=2026-02-26')).toEqual([0.07, 0.06]);
    expect(await values('from=2026-02-26')).toEqual([]);
  });

  it('has an end, after which there are no bars', async () => {
    const delisting = { lastSession: '2026-02-27', reason: 'acquisition', cashPerShare: 101.5 };
    expect(await post(`${AMZN}/delistings`, delisting)).toBe(201);
    expect(await now(AMZN)).toMatchObject({ delisting: { ...delisting, knownAt: '2026-02-27T21:00:00.000Z' } });
    const late = await api.post(`${AMZN}/bars`, bars(['2026-02-27', 101], ['2026-03-02', 101]));
    expect(late).toMatchObject({ status: 409, body: { code: 'afterDelisting' } });
    expect(pointersOf(late)).toEqual(['/bars/1/session']);
    for (const [route, fact] of [
      ['dividends', { exDate: '2026-03-02', amount: 1 }],
      ['splits', { exDate: '2026-03-02', from: 1, to: 2 }],
      ['distributions', { exDate: '2026-03-02', kind: 'special', value: 1 }],
    ] as const)
      expect(await api.post(`${AMZN}/${route}`, fact)).toMatchObject({ status: 409, body: { code: 'afterDelisting' } });
    expect(await post(`${AMZN}/bars`, bars(['2026-02-27', 101]))).toBe(201);
  });

  it('is told on the timeline, in the order it became known', async () => {
    const { data } = await now(`${AMZN}/timeline?limit=1000`);
    expect((data as { kind: string; at: string }[]).map(({ kind, at }) => `${at} ${kind}`)).toEqual([
      '2026-02-25T15:04:10.000Z halted',
      '2026-02-25T15:34:10.000Z resumed',
      '2026-02-26T14:29:59.999Z announcement',
      '2026-02-26T14:29:59.999Z distribution',
      '2026-02-27T21:00:00.000Z delisted',
      '2026-03-02T14:00:00.000Z scheduled',
    ]);
  });

  it.each([
    ['halts', { from: '2026-02-25T15:04:10' }, 422, ['/from']],
    ['halts', { from: '2027-01-04T15:00:00Z' }, 422, ['/from']],
    ['delistings', { lastSession: '2026-02-28', reason: 'acquisition' }, 422, ['/lastSession']],
    ['delistings', { lastSession: '2026-02-27', reason: 'gone' }, 422, ['/reason']],
    ['delistings', { lastSession: '2026-02-26', reason: 'acquisition' }, 409, ['/lastSession']],
    ['distributions', { exDate: '2026-02-26', kind: 'spinOff', value: 0 }, 422, ['/value']],
    [
      'distributions',
      { exDate: '2026-02-26', kind: 'special', value: 1, received: { instrument: 'XNAS:NONE', perShare: 1 } },
      422,
      ['/received/instrument'],
    ],
    ['scheduled-announcements', { kind: 'earnings' }, 422, ['/scheduledAt']],
    ['scheduled-announcements', { kind: 'earnings', scheduledOn: '2026-02-30' }, 422, ['/scheduledOn']],
    ['observations', { observations: [] }, 422, ['/observations']],
    [
      'observations',
      { observations: [{ kind: 'Implied move', at: '2026-02-25T20:55:00Z', value: 1, unit: 'x', source: 'desk' }] },
      422,
      ['/observations/0/kind'],
    ],
  ])('refuses in %s what cannot be: %j', async (route, body, status, pointers) => {
    const head = await api.head();
    const answer = await api.post(`${AMZN}/${route}`, body);
    expect({ status: answer.status, pointers: pointersOf(answer) }).toEqual({ status, pointers });
    expect(await api.head()).toBe(head);
  });
});
