import { type HttpApi, type Json, receiptOf, startHttpApi } from './http-api';

const eps = { metric: 'eps', basis: 'gaap', unit: 'USD/share', actual: 1.95, prior: 1.86 };
const expected = { value: 1.97, source: 'a survey of analysts', on: '2026-02-05' };
const guidance = { metric: 'revenue', period: '2026-Q1', unit: 'USD', range: { low: 173.5e9, high: 178.5e9 } };
const report = {
  kind: 'earnings',
  headline: 'Amazon reports its fourth quarter of 2025',
  announcedOn: '2026-02-05',
  timing: 'afterClose',
  source: 'sec-edgar',
  externalId: '0001018724-26-000002',
  subjects: [{ instrument: 'XNAS:AMZN', role: 'issuer' }],
};

describe('the figures of an announcement over HTTP', () => {
  let api: HttpApi;
  let id: string;

  beforeAll(async () => {
    api = await startHttpApi();
    await api.post('/v1/instruments', { symbol: 'AMZN', mic: 'XNAS', name: 'Amazon.com, Inc.', currency: 'USD' });
    id = receiptOf(await api.post('/v1/announcements', report)).id;
  });
  afterAll(() => api.close());

  const measure = (body: object, of = id) => api.post(`/v1/announcements/${of}/measures`, body);
  const shown = async (): Promise<Json> =>
    (await api.get(`/v1/announcements/${id}?minPosition=${await api.head()}`)).body;

  it('are none at first', async () => {
    expect(await shown()).toMatchObject({ period: null, measures: [] });
  });

  it('are shown once they are recorded, beside how far they missed what was expected', async () => {
    const first = await measure({ period: '2025-Q4', measures: [eps, guidance] });
    expect(first.status).toBe(201);
    expect(await measure({ period: '2025-Q4', measures: [eps, guidance] })).toMatchObject({
      status: 200,
      body: first.body,
    });
    expect((await measure({ measures: [{ ...eps, expected }] })).status).toBe(201);
    // (1.95 - 1.97) / 1.97
    expect(await shown()).toMatchObject({
      period: '2025-Q4',
      measures: [
        { ...eps, expected, surprise: expect.closeTo(-0.0101522842639594, 14) },
        { ...guidance, surprise: null },
      ],
    });
  });

  it('are told apart from what contradicts them, each field by its pointer', async () => {
    const answer = await measure({ period: '2025', measures: [{ ...eps, actual: 2, expected: { value: 2 } }] });
    expect(answer).toMatchObject({ status: 409, body: { code: 'measureContradicts' } });
    expect((answer.body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual([
      '/period',
      '/measures/0/actual',
      '/measures/0/expected/value',
    ]);
  });

  it('may be corrected, which leaves no trace but in what was recorded', async () => {
    const correction = { reason: 'Misread.', measures: [{ ...eps, actual: 1.94 }] };
    expect((await api.post(`/v1/announcements/${id}/corrections`, correction)).status).toBe(201);
    expect(await shown()).toMatchObject({ period: '2025-Q4', measures: [{ ...eps, actual: 1.94, surprise: null }] });
    const { body } = await api.get(`/v1/announcements/${id}/events`);
    expect((body['data'] as { type: string; typeVersion: number }[]).map(({ type }) => type)).toEqual([
      ...['AnnouncementMade', 'AnnouncementMeasured', 'AnnouncementMeasured', 'AnnouncementCorrected'],
    ]);
  });

  it('may come with an announcement and its amendments', async () => {
    const made = { ...report, externalId: '2', headline: 'Another', period: '2025-Q4', measures: [eps] };
    const { id: of } = receiptOf(await api.post('/v1/announcements', made));
    const amendment = { announcedAt: '2026-02-06T14:00:00Z', measures: [guidance] };
    const { position } = receiptOf(await api.post(`/v1/announcements/${of}/amendments`, amendment));
    const { body } = await api.get(`/v1/announcements/${of}?minPosition=${position}`);
    expect(body).toMatchObject({ measures: [eps], amendments: [{ measures: [{ ...guidance, surprise: null }] }] });
  });

  it.each([
    ['no figure at all', { metric: 'eps', unit: 'USD/share' }, '/measures/0'],
    ['a figure and a range', { ...eps, range: { low: 1, high: 2 } }, '/measures/0'],
    ['a range upside down', { ...guidance, range: { low: 2, high: 1 } }, '/measures/0/range'],
    ['a period that is none', { ...eps, period: '2025Q4' }, '/measures/0/period'],
    ['an unknown field', { ...eps, estimate: 2 }, '/measures/0/estimate'],
    [
      'an expectation from after the news',
      { ...eps, expected: { value: 1, on: '2026-02-09' } },
      '/measures/0/expected/on',
    ],
  ])('are refused with %s', async (_, wrong, pointer) => {
    const head = await api.head();
    const answer = await measure({ measures: [wrong] });
    expect({ status: answer.status, body: answer.body }).toMatchObject({
      status: 422,
      body: { errors: [{ pointer }] },
    });
    expect(await api.head()).toBe(head);
  });

  it('are of an announcement that is on record', async () => {
    expect(await measure({ period: '2025-Q4' }, `ann_${'0'.repeat(32)}`)).toMatchObject({ status: 404 });
    expect(await measure({})).toMatchObject({ status: 422, body: { code: 'nothingMeasured' } });
  });
});
