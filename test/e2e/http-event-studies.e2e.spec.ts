import { createTestDatabase, type TestDatabase } from '@streakline/testing';
import { tableFromIPC } from 'apache-arrow';
import { startStandalone } from '../../apps/standalone/src/start-standalone';
import { loadAmazonExample, requestsOf } from '../../examples/amazon-2026/load';
import { type Answer, eventually, type HttpApi, type Json, pageOf, receiptOf, startHttpApi } from './http-api';

/* The figures are those of the Amazon case (examples/amazon-2026/README.md), computed apart from this project. */
const EARNINGS = { ar: -0.0803813, t: -5.4483, beta: 1.325176, residualSd: 0.0146565 };
const DEAL = { ar: 0.0173685, t: 1.1241 };

const EVENT_STUDIES = '/v1/event-studies';
const AMAZON = { selection: { instruments: ['XNAS:AMZN'] } };

describe('event studies over HTTP', () => {
  let api: HttpApi;
  let position: number;
  let earnings: string;
  beforeAll(async () => {
    api = await startHttpApi();
    for (const { path, body } of requestsOf(loadAmazonExample())) {
      const receipt = receiptOf(await api.post(path, body));
      position = receipt.position;
      if (path === '/v1/announcements') earnings ??= receipt.id;
    }
  });
  afterAll(() => api.close());

  const ask = (body: object, headers?: Readonly<Record<string, string>>) =>
    api.post(EVENT_STUDIES, { position, ...body }, headers);
  const done = (id: unknown): Promise<Json> =>
    eventually(async () => {
      const { body } = await api.get(`${EVENT_STUDIES}/${String(id)}`);
      return ['done', 'failed', 'cancelled'].includes(String(body['state'])) ? body : undefined;
    }, 60);
  const as = (path: string, type: string) => fetch(`${api.url}${path}`, { headers: { Accept: type } });
  const locationOf = ({ headers }: Answer) => headers.get('location') ?? '';

  it('give the abnormal returns of the Amazon case', async () => {
    const asked = await ask(AMAZON);
    expect(asked).toMatchObject({ status: 202, body: { position, failure: null } });
    const study = await done(asked.body['id']);
    expect(study).toMatchObject({ state: 'done', position, progress: null, projectionVersion: 1 });
    const { data } = pageOf(await api.get(`${locationOf(asked)}/events`));
    expect(data.map(({ instrument, day0, used }) => [instrument, day0, used])).toEqual([
      ['XNAS:AMZN', '2026-02-06', true],
      ['XNAS:AMZN', '2026-02-27', true],
    ]);
    const [first, second] = data.map(({ figures }) => figures as { ar: number[]; sar: number[] } & Json);
    expect(first?.ar[10]).toBeCloseTo(EARNINGS.ar, 5);
    expect(first?.sar[10]).toBeCloseTo(EARNINGS.t, 3);
    expect(first).toMatchObject({ observations: 250 });
    expect((first?.['coefficients'] as number[])[1]).toBeCloseTo(EARNINGS.beta, 4);
    expect(first?.['residualSd']).toBeCloseTo(EARNINGS.residualSd, 6);
    expect(second?.ar[10]).toBeCloseTo(DEAL.ar, 5);
    expect(second?.sar[10]).toBeCloseTo(DEAL.t, 3);
    // The reaction says the same: one market model, one pair of tapes.
    const [reaction] = pageOf(await api.get(`/v1/announcements/${earnings}/reactions?minPosition=${position}`)).data;
    expect(reaction?.['abnormalReturn']).toBeCloseTo(first?.ar[10] ?? NaN, 12);
    expect(reaction?.['tStatistic']).toBeCloseTo(first?.sar[10] ?? NaN, 9);
  });

  it('are asked as of a past moment, however it is written', async () => {
    const asked = await ask({ ...AMAZON, asOf: '2026-02-20' });
    expect(asked).toMatchObject({ status: 202, body: { position, request: { asOf: '2026-02-20T23:59:59.999Z' } } });
    expect(await done(asked.body['id'])).toMatchObject({ state: 'done', result: { selected: 1 } });
    // The deal of Feb 27 was not known; the study of what is known is another.
    expect((await ask({ ...AMAZON, asOf: '2026-02-20T23:59:59.999Z' })).body['id']).toBe(asked.body['id']);
    expect((await ask(AMAZON)).body['id']).not.toBe(asked.body['id']);
  });

  it('are asked as recorded by a position, which is what position says', async () => {
    const asked = await api.post(EVENT_STUDIES, { ...AMAZON, asRecorded: position });
    expect(asked.body).toMatchObject({ id: (await ask(AMAZON)).body['id'], position });
    const early = await api.post(EVENT_STUDIES, { ...AMAZON, asRecorded: 1 });
    expect(early).toMatchObject({ status: 404, body: { code: 'unknownInstrument' } });
  });

  it.each([
    [{ asOf: '2199-01-01' }, '/asOf', 'asOfInFuture'],
    [{ asOf: '1980-01-01' }, '/asOf', 'asOfBeforeFirstFact'],
    [{ asOf: 'yesterday' }, '/asOf', 'invalidBody'],
    [{ asRecorded: 1_000_000 }, '/asRecorded', 'asRecordedBeyondHead'],
    [{ asRecorded: '2000-01-01T00:00:00Z' }, '/asRecorded', 'asRecordedBeforeFirstEvent'],
    [{ asRecorded: 1, position: 1 }, '/asRecorded', 'positionUnclear'],
  ])('are refused at no moment at all: %j', async (moment, pointer, code) => {
    const { status, body } = await api.post(EVENT_STUDIES, { ...AMAZON, ...moment });
    expect({ status, code: body['code'] }).toEqual({ status: 422, code });
    expect((body['errors'] as { pointer: string }[])[0]?.pointer).toBe(pointer);
  });

  it('show what leaving earlier announcements out of the estimation changes', async () => {
    const asked = await ask({ ...AMAZON, omitFromEstimation: { from: 0, to: 1 } });
    const { result } = await done(asked.body['id']);
    // The estimation of the deal, from 260 to 11 sessions before it, holds day 0 of the earnings and the day after.
    expect(result).toMatchObject({ omission: { events: 1, days: 2 } });
    const { data } = pageOf(await api.get(`${locationOf(asked)}/events`));
    const deal = data[1]?.['figures'] as { observations: number; sar: number[]; sarWithAllDays: number[] };
    expect(deal.observations).toBe(248);
    expect(deal.sarWithAllDays[10]).toBeCloseTo(DEAL.t, 3);
    // A fall of 8% is no noise of an ordinary day: without it the same return stands out more.
    expect(deal.sar[10]).toBeGreaterThan(DEAL.t);
  });

  it('average them, and say of each test that needs more events that it does', async () => {
    const { result } = (await done((await ask(AMAZON)).body['id'])) as { result: { study: Json } };
    const { windows } = result.study as { windows: { from: number; to: number; caar: number; tests: Json[] }[] };
    const [day0] = windows;
    expect(day0).toMatchObject({ from: 0, to: 0, n: 2 });
    expect(day0?.caar).toBeCloseTo((EARNINGS.ar + DEAL.ar) / 2, 5);
    const without = day0?.tests.filter(({ statistic }) => statistic === null) ?? [];
    expect(without.length).toBeGreaterThan(0);
    expect(without.every(({ reason }) => typeof reason === 'string')).toBe(true);
    expect(JSON.stringify(result)).not.toContain('NaN');
  });

  it('are one study for all who ask the same of the same position', async () => {
    const [first, again, byId] = [
      await ask(AMAZON),
      await ask({ selection: { includeAssumed: false, instruments: ['XNAS:AMZN', 'XNAS:AMZN'] }, model: 'market' }),
      await ask(AMAZON, { 'Idempotency-Key': 'study-1' }),
    ];
    expect(new Set([first, again, byId].map(({ body }) => body['id'])).size).toBe(1);
    expect(again.status).toBe(200);
    const reused = await ask({ ...AMAZON, seed: 2 }, { 'Idempotency-Key': 'study-1' });
    expect(reused).toMatchObject({ status: 409, body: { code: 'idempotencyKeyReused' } });
  });

  it('stay what they are, whatever is recorded later', async () => {
    const asked = await ask({ ...AMAZON, seed: 3 });
    const before = await done(asked.body['id']);
    await api.post('/v1/announcements', {
      ...{ kind: 'product', headline: 'A late report', announcedAt: '2026-02-10T15:00:00Z', source: 'wire' },
      ...{ externalId: 'late', subjects: [{ instrument: 'XNAS:AMZN', role: 'issuer' }] },
    });
    expect(await done(asked.body['id'])).toEqual(before);
    const again = await ask({ ...AMAZON, seed: 3 });
    expect(again).toMatchObject({ status: 200, body: { id: asked.body['id'] } });
    // A new study of the old position sees what was recorded up to it.
    const fresh = await ask({ ...AMAZON, seed: 4 });
    expect((await done(fresh.body['id']))['result']).toMatchObject({ selected: 2 });
  });

  it('are told as CSV, NDJSON and Arrow, event by event', async () => {
    const asked = await ask(AMAZON);
    await done(asked.body['id']);
    const path = `${locationOf(asked)}/events`;
    const { data } = pageOf(await api.get(path));
    const lines = (await (await as(path, 'application/x-ndjson')).text()).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as Json)).toEqual(data);
    const table = tableFromIPC(
      new Uint8Array(await (await as(path, 'application/vnd.apache.arrow.stream')).arrayBuffer()),
    );
    expect(table.numRows).toBe(2);
    const row = table.get(0)?.toJSON() as Json;
    expect(row).toMatchObject({ announcementId: earnings, day0: '2026-02-06', used: true, observations: 250 });
    expect(row['ar(0)']).toBeCloseTo(EARNINGS.ar, 5);
    expect(row['t(0)']).toBeCloseTo(EARNINGS.t, 3);
    const csv = (await (await as(path, 'text/csv')).text()).split('\r\n');
    expect(csv).toHaveLength(4);
    expect(csv[0]?.split(',')).toEqual(table.schema.fields.map(({ name }) => name));
  });

  it('are told as a table of tests, a figure, a report and a text', async () => {
    const asked = await ask(AMAZON);
    await done(asked.body['id']);
    const [csv, svg, html, text] = await Promise.all(
      ['text/csv', 'image/svg+xml', 'text/html', 'text/plain'].map(async (type) => {
        const answer = await as(locationOf(asked), type);
        expect(answer.headers.get('content-type')).toContain(type);
        return answer.text();
      }),
    );
    expect(csv).toMatch(/^scope,from,to,events,mean,positive,test,/);
    expect(csv).toContain('window,0,0,2,');
    expect(svg).toMatch(/^<svg /);
    expect(html).toMatch(/^<!doctype html>/i);
    expect(text).toContain('2 events are used');
  });

  it('give their events page by page', async () => {
    const asked = await ask(AMAZON);
    await done(asked.body['id']);
    const first = pageOf(await api.get(`${locationOf(asked)}/events?limit=1`));
    const rest = pageOf(await api.get(`${locationOf(asked)}/events?limit=1&cursor=${first.nextCursor}`));
    expect([first, rest].map(({ data }) => data[0]?.['day0'])).toEqual(['2026-02-06', '2026-02-27']);
    expect(rest.nextCursor).toBeNull();
  });

  it('give the events that take part, and those that were left out, apart too', async () => {
    // Without the two days of the earnings the deal has 248 estimation days.
    const asked = await ask({ ...AMAZON, omitFromEstimation: { from: 0, to: 1 }, minEstimationDays: 250 });
    await done(asked.body['id']);
    const path = `${locationOf(asked)}/events?only=`;
    const day0s = async (only: string) => pageOf(await api.get(path + only)).data.map(({ day0 }) => day0);
    expect([await day0s('used'), await day0s('leftOut')]).toEqual([['2026-02-06'], ['2026-02-27']]);
    const csv = await (await as(`${path}leftOut`, 'text/csv')).text();
    expect(csv.trimEnd().split('\r\n')).toHaveLength(2);
    expect(await api.get(`${path}others`)).toMatchObject({ status: 400, body: { code: 'invalidQuery' } });
  });

  it('have pages of a thousand events at most, and streams of any length', async () => {
    const asked = await ask(AMAZON);
    await done(asked.body['id']);
    const path = `${locationOf(asked)}/events?limit=`;
    expect(pageOf(await api.get(`${path}1000`)).data).toHaveLength(2);
    expect(await api.get(`${path}1001`)).toMatchObject({
      ...{ status: 400, body: { code: 'invalidQuery', errors: [{ pointer: '/limit' }] } },
    });
    const stream = await as(`${path}1001`, 'application/x-ndjson');
    expect([stream.status, (await stream.text()).trimEnd().split('\n').length]).toEqual([200, 2]);
  });

  it('are listed, the newest first, without results', async () => {
    const { id } = (await ask({ ...AMAZON, seed: 5 })).body;
    const { data } = pageOf(await api.get(`${EVENT_STUDIES}?limit=2`));
    expect(data[0]).toMatchObject({ id, position });
    expect(data[0]).not.toHaveProperty('result');
    await done(id);
    const running = pageOf(await api.get(`${EVENT_STUDIES}?state=running`));
    expect(running.data).toEqual([]);
    const metrics = await (await fetch(`${api.url}/metrics`)).text();
    expect(metrics).toMatch(/^streakline_studies\{state="waiting"\} 0\nstreakline_studies\{state="running"\} 0$/m);
  });

  it('that select nothing fail by name, and those that were finished cannot be cancelled', async () => {
    const { id } = (await ask({ selection: { kinds: ['regulatory'] } })).body;
    expect(await done(id)).toMatchObject({ state: 'failed', failure: { code: 'emptySelection' }, result: null });
    const path = `${EVENT_STUDIES}/${String(id)}`;
    const cancelled = await fetch(`${api.url}${path}`, { method: 'DELETE' });
    expect([cancelled.status, await cancelled.json()]).toMatchObject([409, { code: 'studyFinished' }]);
    const detail = expect.stringMatching(/emptySelection.*without an Idempotency-Key or with a new one/) as unknown;
    expect(await api.get(`${path}/events`)).toMatchObject({ status: 409, body: { code: 'studyNotDone', detail } });
  });

  it.each([
    ['a field that is none', { selection: {}, colour: 'red' }, 422, 'invalidBody', '/colour'],
    ['a window outside', { selection: {}, windows: [{ from: 0, to: 60 }] }, 422, 'invalidBody', '/windows/0'],
    ['a name of nothing', { selection: { instruments: ['XNAS:NONE'] } }, 404, 'unknownInstrument', undefined],
    ['a position to come', { selection: {}, position: 1_000_000 }, 422, 'positionUnknown', '/position'],
  ])('are refused with %s', async (_, body, status, code, pointer) => {
    const answer = await ask(body);
    expect(answer).toMatchObject({ status, body: { code } });
    if (pointer) expect(answer.body['errors']).toMatchObject([{ pointer }]);
  });

  it('that do not exist are not found, and the forms that there are not are named', async () => {
    expect(await api.get(`${EVENT_STUDIES}/stu_${'0'.repeat(32)}`)).toMatchObject({
      status: 404,
      body: { code: 'unknownStudy' },
    });
    expect(await api.get(`${EVENT_STUDIES}/nothing`)).toMatchObject({ status: 404 });
    const { id } = (await ask(AMAZON)).body;
    const answer = await as(`${EVENT_STUDIES}/${String(id)}`, 'image/png');
    expect([answer.status, await answer.json()]).toMatchObject([406, { code: 'notAcceptable' }]);
  });
});

describe('a process that is to run no studies', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('takes them in and cancels them, and another one runs what waits', async () => {
    const start = (runStudies: boolean) =>
      startStandalone({ databaseUrl: database.url, port: 0, logLevel: 'silent', runStudies });
    const door = await start(false);
    const ask = async (method: string, path = '', body?: object) => {
      const init = { method, headers: { 'Content-Type': 'application/json' }, body: body && JSON.stringify(body) };
      const answer = await fetch(`${door.url}${EVENT_STUDIES}${path}`, { ...init, body: init.body ?? null });
      return { status: answer.status, body: (await answer.json()) as Json };
    };
    const everything = { selection: {} };
    const { status, body } = await ask('POST', '', everything);
    expect([status, body['state']]).toEqual([202, 'queued']);
    const path = `/${String(body['id'])}`;
    for (let times = 0; times < 2; times += 1) {
      expect(await ask('DELETE', path)).toMatchObject({ status: 200, body: { state: 'cancelled' } });
    }
    expect(await ask('POST', '', everything)).toMatchObject({ status: 202, body: { id: body['id'], state: 'queued' } });
    const runner = await start(true);
    const ended = await eventually(async () => {
      const { body: study } = await ask('GET', path);
      return study['state'] === 'failed' ? study : undefined;
    });
    expect(ended).toMatchObject({ failure: { code: 'emptySelection' } });
    await runner.close();
    await door.close();
  });
});
