import { request as httpRequest } from 'node:http';
import { tableFromIPC } from 'apache-arrow';
import { receiptOf, startHttpApi, type HttpApi, type Json } from './http-api';

/** Closes of NASDAQ in winter. */
const closeOf = (session: string) => `${session}T21:00:00.000Z`;

describe('GET /v1/events', () => {
  let api: HttpApi;
  let [amazon, apple]: [string, string] = ['', ''];
  const sessions = ['2026-02-02', '2026-02-03', '2026-02-04', '2026-02-05'];

  beforeAll(async () => {
    api = await startHttpApi();
    const list = async (symbol: string) =>
      receiptOf(await api.post('/v1/instruments', { symbol, mic: 'XNAS', name: symbol, currency: 'USD' })).id;
    [amazon, apple] = [await list('AMZN'), await list('AAPL')];
    const bars = sessions.map((session, index) => ({ session, close: 100 + index }));
    for (const ref of ['XNAS:AMZN', 'XNAS:AAPL'])
      receiptOf(await api.post(`/v1/instruments/${ref}/bars`, { source: 'spec', basis: 'raw', bars }));
    const announcement = {
      kind: 'earnings',
      headline: 'Results, "as expected"',
      announcedAt: '2026-02-03T21:30:00Z',
      subjects: [{ instrument: 'XNAS:AMZN', role: 'issuer' }],
    };
    receiptOf(await api.post('/v1/announcements', announcement));
  });
  afterAll(() => api.close());

  const walk = async (path: string): Promise<readonly Json[]> => {
    const rows: Json[] = [];
    for (let after = ''; ;) {
      const { status, body } = await api.get(`${path}${after}`);
      expect(status).toBe(200);
      rows.push(...(body['data'] as Json[]));
      if (body['nextCursor'] === null) return rows;
      after = `&after=${encodeURIComponent(body['nextCursor'] as string)}`;
    }
  };
  const lines = async (path: string, accept = 'application/x-ndjson'): Promise<readonly Json[]> => {
    const answer = await fetch(`${api.url}${path}`, { headers: { Accept: accept } });
    expect(answer.status).toBe(200);
    const text = await answer.text();
    return text.split('\n').flatMap((line): readonly Json[] => (line === '' ? [] : [JSON.parse(line) as Json]));
  };

  it('answers all events in the order of position, page by page or streamed, the same', async () => {
    const head = await api.head();
    const streamed = await lines('/v1/events');
    expect(streamed.map(({ position }) => position)).toEqual(Array.from({ length: head }, (_, index) => index + 1));
    expect(await walk('/v1/events?limit=2')).toEqual(streamed);
    expect(streamed.find(({ type }) => type === 'AnnouncementMade')).toMatchObject({
      knownAt: '2026-02-03T21:30:00.000Z',
      data: { announcement: { original: { headline: 'Results, "as expected"' } } },
    });
    expect(await lines('/v1/events?after=3')).toEqual(streamed.slice(3));
    expect((await api.get('/v1/events?limit=1')).body).toMatchObject({ position: head, nextCursor: '1' });
  });

  it('answers history in the order of knownAt: bars session by session, the announcement between them', async () => {
    const told = (await lines('/v1/events?order=knownAt&from=2026-02-02&to=2026-02-05')).map(({ knownAt, type }) => [
      knownAt,
      type,
    ]);
    const bars = (session: string) => [closeOf(session), 'BarsRecorded'];
    expect(told).toEqual([
      ...[bars('2026-02-02'), bars('2026-02-02'), bars('2026-02-03'), bars('2026-02-03')],
      ['2026-02-03T21:30:00.000Z', 'AnnouncementMade'],
      ...[bars('2026-02-04'), bars('2026-02-04')],
    ]);
    const all = await lines('/v1/events?order=knownAt');
    expect(await walk('/v1/events?order=knownAt&limit=3')).toEqual(all);
    const { knownAt, position } = all[6]!;
    const after = encodeURIComponent(`${String(knownAt)}~${String(position)}`);
    expect(await lines(`/v1/events?order=knownAt&after=${after}`)).toEqual(all.slice(7));
  });

  it('answers of a past moment: nothing that was public or stored only later, a delivery cut at it', async () => {
    const then = await lines('/v1/events?types=BarsRecorded,AnnouncementMade&asOf=2026-02-03T22:00:00Z');
    expect(then.map(({ type, data }) => [type, (data as { sessions?: string[] }).sessions])).toEqual([
      ['BarsRecorded', ['2026-02-02', '2026-02-03']],
      ['BarsRecorded', ['2026-02-02', '2026-02-03']],
      ['AnnouncementMade', undefined],
    ]);
    const { body } = await api.get('/v1/events?asOf=2026-02-03T21:00:00Z&types=AnnouncementMade');
    expect(body).toMatchObject({ data: [], nextCursor: null, asOf: '2026-02-03T21:00:00.000Z' });
    expect((await lines('/v1/events?asRecorded=2')).map(({ position }) => position)).toEqual([1, 2]);
  });

  it('answers the events of some instruments, by symbol or id, and of some types', async () => {
    const keysOf = (rows: readonly Json[]) => [...new Set(rows.flatMap(({ keys }) => keys as string[]))];
    expect(keysOf(await lines('/v1/events?instruments=XNAS:AAPL&types=BarsRecorded'))).toContain(apple);
    expect(keysOf(await lines('/v1/events?instruments=XNAS:AAPL'))).not.toContain(amazon);
    expect(await lines(`/v1/events?instruments=${amazon}&instruments=XNAS:AAPL&types=BarsRecorded`)).toHaveLength(2);
    expect(await lines('/v1/events?order=knownAt&instruments=XNAS:AMZN&types=BarsRecorded')).toHaveLength(4);
  });

  it('is CSV and Arrow of the same rows', async () => {
    const csv = await (await fetch(`${api.url}/v1/events?limit=1`, { headers: { Accept: 'text/csv' } })).text();
    expect(csv.split('\r\n')[0]).toBe(
      'position,id,streamId,streamVersion,type,typeVersion,knownAt,recordedAt,keys,correlationId,causationId,data',
    );
    const answer = await fetch(`${api.url}/v1/events`, { headers: { Accept: 'application/vnd.apache.arrow.stream' } });
    const table = tableFromIPC(Buffer.from(await answer.arrayBuffer()));
    expect(table.numRows).toBe(await api.head());
    expect(JSON.parse(String(table.getChild('data')?.get(0)))).toEqual((await lines('/v1/events?limit=1'))[0]!['data']);
  });

  it.each([
    ['/v1/events?after=99999', 'invalidQuery', '/after'],
    ['/v1/events?after=x', 'invalidQuery', '/after'],
    ['/v1/events?order=knownAt&after=12', 'invalidQuery', '/after'],
    ['/v1/events?types=Nothing', 'invalidQuery', '/types/0'],
    ['/v1/events?limit=1001', 'invalidQuery', '/limit'],
    ['/v1/events?from=yesterday', 'invalidQuery', '/from'],
    ['/v1/events?from=2026-03-01&to=2026-02-01', 'invalidQuery', '/to'],
    ['/v1/events?from=2026-03-01&to=2026-03-01T00:00:00Z', 'invalidQuery', '/to'],
    ['/v1/events?asOf=2999-01-01', 'asOfInFuture', '/asOf'],
    ['/v1/events?asOf=1990-01-01', 'asOfBeforeFirstFact', '/asOf'],
    ['/v1/events?asRecorded=99999', 'asRecordedBeyondHead', '/asRecorded'],
    ['/v1/stream?after=99999', 'invalidQuery', '/after'],
  ])('refuses %s and says what to mend', async (path, code, pointer) => {
    const { status, body } = await api.get(path);
    expect([status, body['code']]).toEqual([400, code]);
    expect((body['errors'] as { pointer: string }[]).map((error) => error.pointer)).toContain(pointer);
  });

  it('names the types there are where one is asked for that there is not', async () => {
    const { body } = await api.get('/v1/events?types=BarsRecorded,Nothing');
    const detail = expect.stringMatching(/^Invalid option.*AnnouncementMade/) as string;
    expect(body['errors']).toEqual([{ pointer: '/types/1', detail }]);
  });

  it('says so where an instrument is not on record', async () => {
    const { status, body } = await api.get('/v1/events?instruments=XNAS:NONE');
    expect([status, body['code']]).toEqual([404, 'unknownInstrument']);
  });

  it('goes on answering when a client leaves in the middle of a stream', async () => {
    for (let round = 0; round < 25; round++) {
      await new Promise<void>((resolve, reject) => {
        const asked = httpRequest(`${api.url}/v1/events`, { headers: { Accept: 'application/x-ndjson' } }, (answer) => {
          answer.once('data', () => asked.destroy());
          answer.once('close', resolve);
          answer.on('error', () => undefined);
        });
        asked.once('error', reject).end();
      });
    }
    expect((await api.get('/v1/events')).status).toBe(200);
  });
});
