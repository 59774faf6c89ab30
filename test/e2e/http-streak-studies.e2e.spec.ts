import { loadAmazonExample, requestsOf } from '../../examples/amazon-2026/load';
import { eventually, type HttpApi, type Json, pageOf, receiptOf, startHttpApi } from './http-api';

const STREAK_STUDIES = '/v1/streak-studies';
const AMAZON = {
  selection: { instruments: ['XNAS:AMZN'] },
  primary: { outcome: 'lengthFromDay0', direction: 'falling' },
};

describe('streaks over HTTP', () => {
  let api: HttpApi;
  let position: number;
  beforeAll(async () => {
    api = await startHttpApi();
    for (const { path, body } of requestsOf(loadAmazonExample())) {
      position = receiptOf(await api.post(path, body)).position;
    }
  });
  afterAll(() => api.close());

  const ask = (body: object) => api.post(STREAK_STUDIES, { position, ...body });
  const done = (id: unknown): Promise<Json> =>
    eventually(async () => {
      const { body } = await api.get(`${STREAK_STUDIES}/${String(id)}`);
      return ['done', 'failed', 'cancelled'].includes(String(body['state'])) ? body : undefined;
    }, 60);

  it('a study tells of the Amazon case: a falling run of three, which went on for six sessions after the report', async () => {
    const asked = await ask(AMAZON);
    expect(asked).toMatchObject({ status: 202, body: { position, failure: null } });
    const study = await done(asked.body['id']);
    expect(study).toMatchObject({ state: 'done', position });
    const { result } = study as { result: Json & { comparisons: Json[] } };
    expect(result).toMatchObject({ selected: 2, announcements: 2, instruments: 1 });
    expect(result['primary']).toMatchObject({ outcome: 'lengthFromDay0', direction: 'falling' });
    expect(result.comparisons.every(({ n, reason }) => (n === 0) === (typeof reason === 'string'))).toBe(true);
    expect(JSON.stringify(study)).not.toContain('NaN');
    const { data } = pageOf(await api.get(`${STREAK_STUDIES}/${String(asked.body['id'])}/events`));
    expect(data[0]).toMatchObject({
      ...{ instrument: 'XNAS:AMZN', day0: '2026-02-06', directionAtBase: 'falling', lengthAtBase: 3 },
      ...{ relation: 'extended', lengthFromDay0: 6, unfinished: false, leftOut: null },
    });
    const only = async (which: string) =>
      pageOf(await api.get(`${STREAK_STUDIES}/${String(asked.body['id'])}/events?only=${which}`)).data;
    expect([await only('used'), await only('leftOut')]).toEqual([data, []]);
  });

  it('a study as of a past moment ends where the tape ended then', async () => {
    const asked = await ask({ ...AMAZON, asOf: '2026-02-10' });
    const study = await done(asked.body['id']);
    expect(study).toMatchObject({
      state: 'done',
      request: { asOf: '2026-02-10T23:59:59.999Z' },
      result: { selected: 1 },
    });
    const { data } = pageOf(await api.get(`${STREAK_STUDIES}/${String(asked.body['id'])}/events`));
    // The closes of Feb 6, 9 and 10 fell; that of the 11th was not known.
    expect(data).toMatchObject([{ day0: '2026-02-06', lengthFromDay0: 3, unfinished: true }]);
  });

  it('its comparisons come as a table too, and the same question is the same study', async () => {
    const { id } = (await ask(AMAZON)).body;
    await done(id);
    const answer = await fetch(`${api.url}${STREAK_STUDIES}/${String(id)}`, { headers: { Accept: 'text/csv' } });
    const lines = (await answer.text()).trimEnd().split('\r\n');
    expect(lines[0]).toBe(
      'outcome,direction,primary,n,announced,base,difference,lower,upper,pValue,holm,benjaminiHochberg,reason',
    );
    expect(lines).toHaveLength(15);
    expect(lines.filter((line) => line.startsWith('lengthFromDay0,falling,true,'))).toHaveLength(1);
    expect(await ask({ ...AMAZON, seed: 1 })).toMatchObject({ status: 200, body: { id } });
    expect(pageOf(await api.get(STREAK_STUDIES)).data.map((study) => study['id'])).toContain(id);
  });

  it.each([
    ['without a primary outcome', { selection: {} }, '/primary'],
    ['with one that is not compared', { selection: {}, primary: { outcome: 'began', direction: 'any' } }, '/primary'],
    ['with a window beside day 0', { ...AMAZON, window: { from: 1, to: 5 } }, '/window'],
  ])('a study is refused %s', async (_, body, pointer) => {
    expect(await ask(body)).toMatchObject({ status: 422, body: { code: 'invalidBody', errors: [{ pointer }] } });
  });

  it('a study that selects nothing fails by name', async () => {
    const { id } = (await ask({ ...AMAZON, selection: { kinds: ['regulatory'] } })).body;
    expect(await done(id)).toMatchObject({ state: 'failed', failure: { code: 'emptySelection' }, result: null });
  });

  it('the statistics of an instrument carry its runs in sentences, with the chances of each', async () => {
    const path = `/v1/instruments/XNAS:AMZN/streak-statistics?minPosition=${position}`;
    const { status, body } = await api.get(`${path}&session=2026-02-10`);
    expect(status).toBe(200);
    const { runs } = body as unknown as { runs: (Json & { chances: { independent: Json } })[] };
    const told = runs.find(({ toldFor }) => (toldFor as string[]).includes('asked'));
    expect(told).toMatchObject({ direction: 'falling', start: '2026-02-03', end: '2026-02-13', length: 9 });
    expect(told?.['sentence']).toMatch(
      /^XNAS:AMZN fell nine sessions in a row from February 3 to 13, 2026 \(-18\.2%\), its longest losing streak on a tape that begins on /,
    );
    const { sameDirection, eitherDirection } = told?.chances.independent as Record<string, number>;
    expect(sameDirection).toBeGreaterThan(0);
    expect(eitherDirection).toBeGreaterThan(sameDirection ?? 1);
    expect(await api.get('/v1/instruments/XNAS:NONE/streak-statistics')).toMatchObject({ status: 404 });
  });
});
