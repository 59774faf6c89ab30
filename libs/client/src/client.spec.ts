import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { ConnectionError, ProblemError, StreaklineClient } from './index';

type Handler = (request: IncomingMessage, response: ServerResponse, call: number) => void;

/** A server that answers as a test says, and remembers what it was asked. */
async function serving(handler: Handler) {
  const asked: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      asked.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
      handler(request, response, asked.length);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  servers.push(server);
  const client = new StreaklineClient({ url, retries: { firstPauseMs: 1, longestPauseMs: 5 } });
  return { client, asked, url };
}

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const json = (response: ServerResponse, body: unknown, status = 200, headers: Record<string, string> = {}) =>
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
const problem = (status: number, code: string) => ({
  ...{ type: 'about:blank', title: 'Problem', status, code, detail: 'What is wrong.', requestId: 'r-1' },
  errors: [{ pointer: '/limit', detail: 'too large' }],
});
const record = (position: number) => ({
  position,
  knownAt: `2026-02-0${position}T21:00:00.000Z`,
  type: 'BarsRecorded',
});
async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const taken: T[] = [];
  for await (const item of items) taken.push(item);
  return taken;
}

describe('the client', () => {
  it('puts values into paths and queries, each as it must be written there', async () => {
    const { client, asked } = await serving((_, response) => json(response, {}));
    await client.get('/v1/instruments/{ref}', { path: { ref: 'XNAS:A/B ü' }, query: { minPosition: 7 } });
    expect(asked[0]?.url).toBe('/v1/instruments/XNAS%3AA%2FB%20%C3%BC?minPosition=7');
  });

  it('shows its API key with every request, and at every moment, and in no URL', async () => {
    const { asked, url } = await serving((_, response) =>
      json(response, { id: 'x', position: 1, data: [], nextCursor: null }),
    );
    const client = new StreaklineClient({
      url,
      key: 'slk_x',
      headers: { 'X-Team': 'desk', Authorization: 'Basic old' },
    });
    await client.get('/v1/instruments');
    await client.asOf('2026-02-09').get('/v1/instruments');
    await client.post('/v1/instruments', { body: { symbol: 'A', mic: 'XNAS', name: 'A', currency: 'USD' } });
    await client.response('/v1/instruments', { accept: 'text/csv' });
    await client.delete('/v1/event-studies/{studyId}', { path: { studyId: 'x' } });
    expect(asked.map(({ headers }) => [headers.authorization, headers['x-team']])).toEqual(
      Array.from({ length: 5 }, () => ['Bearer slk_x', 'desk']),
    );
    expect(asked.filter(({ url: to }) => to.includes('slk'))).toEqual([]);
    await new StreaklineClient({ url }).get('/v1/instruments');
    expect(asked[5]?.headers.authorization).toBeUndefined();
  });

  it('walks a list to its end, page after page', async () => {
    const { client, asked } = await serving((_, response, call) =>
      json(response, { data: [{ n: call }], nextCursor: call < 3 ? `c${call}` : null, position: 9 }),
    );
    expect(await all(client.list('/v1/instruments', { query: { limit: 1 } }))).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    expect(asked.map(({ url }) => url)).toEqual([
      '/v1/instruments?limit=1',
      '/v1/instruments?limit=1&cursor=c1',
      '/v1/instruments?limit=1&cursor=c2',
    ]);
  });

  it('asks at a past moment, and keeps a whole walk on what its first page rests on', async () => {
    const { client, asked } = await serving((_, response, call) =>
      json(response, { data: [], nextCursor: call === 1 ? 'c' : null, position: 41 }),
    );
    await all(client.asOf(new Date('2026-02-06T21:00:00Z')).list('/v1/instruments'));
    expect(asked.map(({ url }) => url)).toEqual([
      '/v1/instruments?asOf=2026-02-06T21%3A00%3A00.000Z',
      '/v1/instruments?asOf=2026-02-06T21%3A00%3A00.000Z&asRecorded=41&cursor=c',
    ]);
    await client.asRecorded(12).get('/v1/instruments');
    expect(asked.at(-1)?.url).toBe('/v1/instruments?asRecorded=12');
  });

  it('sends a command again, under the same key, when the answer was lost or the server was away', async () => {
    const { client, asked } = await serving((request, response, call) => {
      if (call === 1) return void request.socket.destroy();
      if (call === 2) return void json(response, problem(503, 'lagging'), 503, { 'Retry-After': '0' });
      json(response, { id: 'ins_1', position: 1 }, 201);
    });
    const body = { symbol: 'AMZN', mic: 'XNAS', name: 'Amazon', currency: 'USD' } as const;
    expect(await client.post('/v1/instruments', { body })).toEqual({ id: 'ins_1', position: 1 });
    expect(new Set(asked.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(asked.map((each) => JSON.parse(each.body) as unknown)).toEqual([body, body, body]);
  });

  it('waits as long as Retry-After says, and throws instead where that is too long', async () => {
    const { url } = await serving((_, response) =>
      json(response, problem(429, 'tooMany'), 429, { 'Retry-After': '3600' }),
    );
    const error = await new StreaklineClient({ url }).get('/v1/instruments').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ status: 429, code: 'tooMany' });
  });

  it('throws what the server refused as it said it, at once', async () => {
    const { client, asked } = await serving((_, response) => json(response, problem(400, 'invalidQuery'), 400));
    const error = await client.get('/v1/instruments').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({
      ...{ status: 400, code: 'invalidQuery', requestId: 'r-1', detail: 'What is wrong.' },
      errors: [{ pointer: '/limit', detail: 'too large' }],
    });
    expect(asked).toHaveLength(1);
  });

  it('says that nobody answers after its attempts, and shows the page of a proxy as it is', async () => {
    const { client, url, asked } = await serving((_, response) => response.writeHead(502).end('<h1>Bad gateway</h1>'));
    const error = await client.get('/v1/instruments').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ status: 502, code: 'unknown', detail: '<h1>Bad gateway</h1>' });
    expect(asked).toHaveLength(5);
    const nobody = new StreaklineClient({ url: url.replace(/\d+$/, '1'), retries: { attempts: 2, firstPauseMs: 1 } });
    await expect(nobody.get('/v1/instruments')).rejects.toThrow(ConnectionError);
  });

  it('stops by its signal, also while it waits to ask again', async () => {
    const stop = new AbortController();
    const { url } = await serving((_, response) => {
      json(response, problem(503, 'lagging'), 503, { 'Retry-After': '30' });
      setImmediate(() => stop.abort(new Error('enough')));
    });
    await expect(new StreaklineClient({ url }).get('/v1/instruments', { signal: stop.signal })).rejects.toThrow(
      'enough',
    );
  });
});

describe('the history of events', () => {
  it('goes on after its last record where it broke off, up to where the first answer would have gone', async () => {
    const { client, asked } = await serving((request, response, call) => {
      response.writeHead(200, { 'Content-Type': 'application/x-ndjson', 'Streakline-Position': '4' });
      const lines = [1, 2, 3, 4].map((position) => `${JSON.stringify(record(position))}\n`);
      if (call > 1) return void response.end(lines.slice(2).join(''));
      // Two records and a half.
      response.write(lines.slice(0, 2).join('') + (lines[2] ?? '').slice(0, 9), () =>
        setImmediate(() => request.socket.destroy()),
      );
    });
    const events = await all(client.events({ types: ['BarsRecorded', 'SplitRecorded'] }));
    expect(events.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
    expect(asked.map(({ url }) => url)).toEqual([
      '/v1/events?types=BarsRecorded%2CSplitRecorded',
      '/v1/events?types=BarsRecorded%2CSplitRecorded&asRecorded=4&after=2',
    ]);
  });

  it('resumes the order of knownAt by instant and position, and counts its limit down', async () => {
    const { client, asked } = await serving((request, response, call) => {
      response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
      if (call > 1) return void response.end(`${JSON.stringify(record(2))}\n`);
      response.write(`${JSON.stringify(record(1))}\n`, () => setImmediate(() => request.socket.destroy()));
    });
    expect(await all(client.events({ order: 'knownAt', limit: 2 }))).toHaveLength(2);
    expect(asked[1]?.url).toBe('/v1/events?order=knownAt&limit=1&after=2026-02-01T21%3A00%3A00.000Z%7E1');
  });
});

describe('the live stream', () => {
  it('comes back with the last id, also of a block that told nothing, and tells when it has caught up', async () => {
    const { client, asked } = await serving((_, response, call) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      if (call === 1) {
        return void response.end(
          `retry: 1\nid: 0\n\nid: 1\ndata: ${JSON.stringify(record(1))}\n\nevent: caughtUp\nid: 5\ndata: {"position":5}\n\nid: 8\n\nid: 9\ndata: {"broken`,
        );
      }
      response.write(`: a comment\r\nid: 9\r\ndata: ${JSON.stringify(record(9))}\r\n\r\n`);
    });
    const told: unknown[] = [];
    for await (const message of client.live({ types: ['BarsRecorded'] })) {
      told.push(message.kind === 'event' ? message.event.position : `caught up at ${message.position}`);
      if (told.length === 3) break;
    }
    expect(told).toEqual([1, 'caught up at 5', 9]);
    expect(asked.map(({ headers }) => headers['last-event-id'])).toEqual([undefined, '8']);
  });

  it('ends by what the server refuses, and by its signal', async () => {
    const refused = await serving((_, response) => json(response, problem(404, 'unknownInstrument'), 404));
    await expect(all(refused.client.live({ instruments: ['XNAS:NONE'] }))).rejects.toThrow(ProblemError);
    const stop = new AbortController();
    const quiet = await serving((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders();
      setImmediate(() => stop.abort(new Error('enough')));
    });
    await expect(all(quiet.client.live({}, { signal: stop.signal }))).rejects.toThrow('enough');
  });
});
