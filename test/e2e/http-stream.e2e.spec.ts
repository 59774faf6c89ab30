import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { until } from '@streakline/testing';
import { receiptOf, startHttpApi, type HttpApi } from './http-api';

interface Block {
  readonly id: string;
  readonly event: string;
  readonly data: string | undefined;
}

/** A client of Server-Sent Events, in the plainest way: what came, block by block. */
class Listener {
  readonly blocks: Block[] = [];
  ended = false;
  status = 0;
  private rest = '';
  private readonly asked: ClientRequest;

  constructor(url: string, headers: Readonly<Record<string, string>> = {}) {
    this.asked = httpRequest(url, { headers: { Accept: 'text/event-stream', ...headers } }, (answer) =>
      this.hear(answer),
    );
    this.asked.on('error', () => undefined).end();
  }

  get messages(): readonly Block[] {
    return this.blocks.filter(({ event, data }) => event === 'message' && data !== undefined);
  }

  get ids(): readonly number[] {
    return this.messages.map(({ id }) => Number(id));
  }

  get isCaughtUp(): boolean {
    return this.blocks.some(({ event }) => event === 'caughtUp');
  }

  leave(): void {
    this.asked.destroy();
  }

  private hear(answer: IncomingMessage): void {
    this.status = answer.statusCode ?? 0;
    answer.setEncoding('utf8').on('data', (text: string) => this.take(text));
    answer.on('error', () => undefined);
    answer.on('end', () => (this.ended = true));
  }

  private take(text: string): void {
    const parts = (this.rest + text).split('\n\n');
    this.rest = parts.pop() ?? '';
    for (const part of parts) {
      const fields = new Map(
        part.split('\n').map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
      );
      this.blocks.push({
        id: fields.get('id') ?? '',
        event: fields.get('event') ?? 'message',
        data: fields.get('data'),
      });
    }
  }
}

describe('GET /v1/stream', () => {
  let api: HttpApi;
  const listeners: Listener[] = [];
  beforeAll(async () => {
    api = await startHttpApi();
    await list('AMZN');
  });
  afterAll(async () => {
    for (const listener of listeners) listener.leave();
    await api.close();
  });

  const list = async (symbol: string) =>
    receiptOf(await api.post('/v1/instruments', { symbol, mic: 'XNAS', name: symbol, currency: 'USD' }));
  const listen = (query = '', headers: Readonly<Record<string, string>> = {}) => {
    const listener = new Listener(`${api.url}/v1/stream${query}`, headers);
    listeners.push(listener);
    return listener;
  };
  const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

  it('tells the past, says once that it has, then tells what is stored, each event once and in order', async () => {
    const before = await api.head();
    const listener = listen();
    await until('the past was told', () => listener.isCaughtUp);
    expect(listener.ids).toEqual(upTo(1, before));
    await list('AAPL');
    const head = await api.head();
    await until('the new events came', () => listener.ids.at(-1) === head);
    expect(listener.ids).toEqual(upTo(1, head));
    expect(listener.blocks.filter(({ event }) => event === 'caughtUp')).toEqual([
      { id: String(before), event: 'caughtUp', data: `{"position":${before}}` },
    ]);
    const ndjson = await fetch(`${api.url}/v1/events`, { headers: { Accept: 'application/x-ndjson' } });
    expect(`${listener.messages.map(({ data }) => data).join('\n')}\n`).toBe(await ndjson.text());
  });

  it('goes on behind the last id that a client saw, which counts before `after`', async () => {
    const first = listen();
    await until('some came', () => first.ids.length > 1);
    first.leave();
    const again = listen('?after=0', { 'Last-Event-ID': '2' });
    await until('the rest came', () => again.isCaughtUp);
    expect(again.ids).toEqual(upTo(3, await api.head()));
  });

  it.each(['garbage', '-1', '99999'])(
    'refuses a last id of %s, and says that the header is it',
    async (lastEventId) => {
      const answer = await fetch(`${api.url}/v1/stream`, { headers: { 'Last-Event-ID': lastEventId } });
      const { code, detail } = (await answer.json()) as { code: string; detail: string };
      expect([answer.status, code]).toEqual([400, 'invalidHeader']);
      expect(detail).toContain('The header Last-Event-ID');
    },
  );

  it('tells nothing of the past to whom asks for now', async () => {
    const head = await api.head();
    const listener = listen('?after=now');
    await until('it began', () => listener.isCaughtUp);
    await list('MSFT');
    await until('the new events came', () => listener.ids.length > 0);
    expect(listener.ids[0]).toBe(head + 1);
  });

  it('tells the events of some types and instruments alone, past and live, and says how far it has looked', async () => {
    const listener = listen('?types=DividendRecorded&instruments=XNAS:AMZN');
    await until('it began', () => listener.isCaughtUp);
    expect(listener.blocks.find(({ event }) => event === 'caughtUp')?.id).toBe(String(await api.head()));
    receiptOf(await api.post('/v1/instruments/XNAS:AAPL/dividends', { exDate: '2026-02-03', amount: 1 }));
    const ours = receiptOf(await api.post('/v1/instruments/XNAS:AMZN/dividends', { exDate: '2026-02-03', amount: 2 }));
    await until('ours came', () => listener.ids.length > 0);
    expect(listener.ids).toEqual([ours.position]);
  });

  it('ends for each when the server stops, at once and cleanly', async () => {
    const other = await startHttpApi();
    const listener = new Listener(`${other.url}/v1/stream`);
    await until('it began', () => listener.isCaughtUp);
    await other.close();
    await until('it ended', () => listener.ended);
    expect(listener.status).toBe(200);
  });
});
