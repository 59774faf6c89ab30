import { loadAmazonExample, requestsOf } from '../../examples/amazon-2026/load';
import { type Answer, type HttpApi, type Json, pageOf, receiptOf, startHttpApi } from './http-api';

const AMZN = '/v1/instruments/XNAS:AMZN';

describe('the Amazon case, asked at past moments over HTTP', () => {
  let api: HttpApi;
  let earnings: string;
  let position: number;

  beforeAll(async () => {
    api = await startHttpApi();
    for (const { path, body } of requestsOf(loadAmazonExample())) {
      const receipt = receiptOf(await api.post(path, body));
      ({ position } = receipt);
      if ((body as { kind?: string }).kind === 'earnings') earnings = receipt.id;
    }
  });
  afterAll(() => api.close());

  const errorsOf = ({ body }: Answer) => (body['errors'] as readonly Json[]).map(({ pointer }) => pointer);

  it('on the evening of February 9 the streak had five sessions and was in force', async () => {
    const answer = await api.get(`${AMZN}/streaks?minLength=5&asOf=2026-02-10T00:00:00Z&minPosition=${position}`);
    expect(pageOf(answer).data.at(-1)).toMatchObject({
      ...{ start: '2026-02-03', end: '2026-02-09', length: 5, inForce: true },
    });
    expect(answer.body).toMatchObject({ position, asOf: '2026-02-10T00:00:00.000Z' });
  });

  it('a date stands for its end', async () => {
    const lastBar = async (asOf: string) =>
      pageOf(await api.get(`${AMZN}/bars?limit=1000&asOf=${asOf}&minPosition=${position}`)).data.at(-1)?.['session'];
    expect(await lastBar('2026-02-06')).toBe('2026-02-06');
    expect(await lastBar('2026-02-06T20:59:59.999Z')).toBe('2026-02-05');
    expect(await lastBar('2026-02-06T21:00:00Z')).toBe('2026-02-06');
  });

  it('the earnings were not known before they were announced', async () => {
    const path = `/v1/announcements/${earnings}`;
    const before = await api.get(`${path}?asOf=2026-02-05T20:00:00Z&minPosition=${position}`);
    expect([before.status, before.body['code']]).toEqual([404, 'unknownAnnouncement']);
    expect((await api.get(`${path}?asOf=2026-02-06&minPosition=${position}`)).status).toBe(200);
  });

  it('asRecorded takes the position of an answer, or an instant, and waits for it', async () => {
    const now = new Date().toISOString();
    const present = await api.get(`${AMZN}?minPosition=${position}`);
    for (const asRecorded of [position, now]) {
      const { status, body } = await api.get(`${AMZN}?asRecorded=${asRecorded}`);
      expect([status, body]).toEqual([200, present.body]);
    }
    // The first event of the example lists the fund.
    const listed = await api.get('/v1/instruments/ARCX:SPY/bars?asRecorded=1');
    expect([listed.status, listed.body]).toMatchObject([200, { data: [], position: 1 }]);
    expect((await api.get(`${AMZN}/bars?asRecorded=1`)).status).toBe(404);
  });

  it.each([
    ['asOf=2999-01-01', '/asOf', 'asOfInFuture'],
    ['asOf=1999-12-31', '/asOf', 'asOfBeforeFirstFact'],
    ['asOf=yesterday', '/asOf', 'invalidQuery'],
    ['asOf=2026-02-30', '/asOf', 'invalidQuery'],
    ['asOf=2026-02-10T00:00:00', '/asOf', 'invalidQuery'],
    ['asRecorded=999999', '/asRecorded', 'asRecordedBeyondHead'],
    ['asRecorded=2999-01-01T00:00:00Z', '/asRecorded', 'asRecordedInFuture'],
    ['asRecorded=0', '/asRecorded', 'asRecordedBeforeFirstEvent'],
    ['asRecorded=1999-12-31T00:00:00Z', '/asRecorded', 'asRecordedBeforeFirstEvent'],
    ['asRecorded=-1', '/asRecorded', 'invalidQuery'],
  ])('%s is refused with 400', async (query, pointer, code) => {
    for (const path of [AMZN, `${AMZN}/streaks`, '/v1/announcements']) {
      const answer = await api.get(`${path}?${query}`);
      expect([answer.status, answer.body['code'], errorsOf(answer)]).toEqual([400, code, [pointer]]);
    }
  });

  it('says from when on something was public', async () => {
    const { body } = await api.get(`${AMZN}/bars?asOf=2001-01-01&minPosition=${position}`);
    const since = /Ask for (\S+Z) or later/.exec(String(body['detail']))?.[1] ?? '';
    expect((await api.get(`${AMZN}/bars?asOf=${since}&minPosition=${position}`)).status).toBe(200);
  });

  it.each([
    ['asOf=2026-02-10T15:00:00%2B01:00', '/asOf', /in UTC with Z/],
    ['asOf=2026-02-10&asOf=2026-02-11', '/asOf', /Write one instant/],
    ['asRecorded=-1', '/asRecorded', /Write one position/],
    ['asRecorded=1&asRecorded=2', '/asRecorded', /Write one position/],
  ])('%s is refused in words that say how to write it', async (query, pointer, words) => {
    const { body } = await api.get(`${AMZN}/bars?${query}`);
    expect(body['errors']).toEqual([{ pointer, detail: expect.stringMatching(words) as string }]);
  });

  it.each([
    '/v1/projections',
    '/v1/stream',
    '/v1/event-studies',
    '/v1/event-studies/stu_x',
    '/v1/streak-studies/stk_x',
  ])('%s takes no moment, and does not answer as if it had', async (path) => {
    const answer = await api.get(`${path}?asOf=2026-02-10`);
    expect([answer.status, errorsOf(answer)]).toEqual([400, ['/asOf']]);
  });

  it('how the projections stand is about now alone', async () => {
    const answer = await api.get('/v1/projections?asOf=2026-02-10');
    expect([answer.status, errorsOf(answer)]).toEqual([400, ['/asOf']]);
  });
});
