import { Controller, Get, Module, Req, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { tableFromIPC } from 'apache-arrow';
import type { Request, Response } from 'express';
import request from 'supertest';
import { configureWebApp } from '../web-app';
import { acceptedType } from './accepted-type';
import { isStreamedType, mediaTypes, streamedTypes } from './media-types';
import { sendTable } from './send-table';
import type { Column } from './table';

interface Toy {
  readonly name: string | null;
  readonly size: number | null;
  readonly legs: number;
  readonly soft: boolean;
}

const columns: readonly Column<Toy>[] = [
  { name: 'name', type: 'text', of: ({ name }) => name },
  { name: 'size', type: 'number', of: ({ size }) => size },
  { name: 'legs', type: 'integer', of: ({ legs }) => legs },
  { name: 'soft', type: 'boolean', of: ({ soft }) => soft },
];
const bear: Toy = { name: 'Bear, "Ted"\nJr', size: 0.1 + 0.2, legs: 2, soft: true };
const nobody: Toy = { name: null, size: null, legs: -1, soft: false };

/** How many rows were made, of one answer. */
let made = 0;
let closed: Promise<void>;

function* many(count: number): Generator<Toy, void, void> {
  let note: () => void = () => undefined;
  closed = new Promise((resolve) => (note = resolve));
  try {
    for (made = 0; made < count; made += 1) yield { ...bear, legs: made };
  } finally {
    note();
  }
}

function* failing(): Generator<Toy, void, void> {
  yield* many(5_000);
  throw new Error('the rows broke');
}

const tables: Readonly<Record<string, () => Iterable<Toy>>> = {
  two: () => [bear, nobody],
  none: () => [],
  odd: () => [{ ...nobody, name: '', size: NaN }],
  many: () => many(2_500),
  endless: () => many(Infinity),
  failing,
};

@Controller('v1/toys')
class ToysRoute {
  @Get(':table')
  async get(@Req() asked: Request, @Res() response: Response): Promise<void> {
    const type = acceptedType(asked, response, [mediaTypes.json, ...streamedTypes]);
    const rows = tables[String(asked.params['table'])]?.() ?? [];
    if (!isStreamedType(type)) return void response.json([...rows]);
    await sendTable(response, type, { columns, rows }, 'toys');
  }
}

@Module({ controllers: [ToysRoute] })
class ToyModule {}

describe('a table as an answer', () => {
  let app: NestExpressApplication;
  let url: string;
  beforeAll(async () => {
    app = await NestFactory.create<NestExpressApplication>(ToyModule, { bodyParser: false, logger: false });
    configureWebApp(app);
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
  });
  afterAll(() => app.close());

  const get = (table: string, accept: string) =>
    request(url).get(`/v1/toys/${table}`).set('Accept', accept).buffer(true).parse(bytesOf);
  const textOf = async (table: string, accept: string) => String((await get(table, accept)).body as Buffer);
  const arrowOf = async (table: string) => tableFromIPC((await get(table, mediaTypes.arrow)).body as Buffer);

  it('is CSV: a line of names, quotes where they are needed, nothing for null, numbers to the last digit', async () => {
    expect(await textOf('two', 'text/csv')).toBe(
      'name,size,legs,soft\r\n"Bear, ""Ted""\nJr",0.30000000000000004,2,true\r\n,,-1,false\r\n',
    );
    expect(await textOf('none', 'text/csv')).toBe('name,size,legs,soft\r\n');
    expect(await textOf('odd', 'text/csv')).toBe('name,size,legs,soft\r\n"",,-1,false\r\n');
  });

  it('is NDJSON: a row a line, as in JSON', async () => {
    const text = await textOf('two', mediaTypes.ndjson);
    expect(text.trimEnd().split('\n')).toEqual([JSON.stringify(bear), JSON.stringify(nobody)]);
    expect(await textOf('none', mediaTypes.ndjson)).toBe('');
  });

  it('is an Arrow stream that another reader takes apart, of any number of rows', async () => {
    const two = await arrowOf('two');
    expect(two.schema.fields.map(String)).toEqual(['name: Utf8', 'size: Float64', 'legs: Int32', 'soft: Bool']);
    expect(two.toArray().map((row: { toJSON(): unknown }) => row.toJSON())).toEqual([bear, nobody]);
    const all = await arrowOf('many');
    expect([all.numRows, all.batches.length]).toEqual([2_500, 3]);
    expect(Array.from(all.getChild('legs') as Iterable<number>)).toEqual(Array.from({ length: 2_500 }, (_, i) => i));
    expect((await arrowOf('none')).numRows).toBe(0);
    expect((await arrowOf('odd')).toArray().map((row: { toJSON(): unknown }) => row.toJSON())).toEqual([
      { ...nobody, name: '' },
    ]);
  });

  it('takes the form that Accept likes best, and says so', async () => {
    const answer = await get('two', 'text/csv;q=0.5, application/x-ndjson;q=0.9');
    expect(answer.headers).toMatchObject({
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-disposition': 'inline; filename="toys.ndjson"',
      vary: 'Accept',
    });
    expect((await get('two', '*/*')).headers['content-type']).toContain('application/json');
  });

  it('says which forms there are where none of them is accepted', async () => {
    const answer = await request(url).get('/v1/toys/two').set('Accept', 'image/png');
    expect(answer.status).toBe(406);
    expect(answer.body).toMatchObject({ code: 'notAcceptable' });
    expect((answer.body as { detail: string }).detail).toContain('text/csv');
  });

  it.each(streamedTypes)(
    'as %s is made no faster than it is taken, and left when the other side goes',
    async (type) => {
      const controller = new AbortController();
      const answer = await fetch(`${url}/v1/toys/endless`, { headers: { Accept: type }, signal: controller.signal });
      const reader = answer.body?.getReader();
      expect((await reader?.read())?.done).toBe(false);
      controller.abort();
      // Resolves when the rows were left: an endless table could not be sent as a whole.
      await closed;
      expect(made).toBeGreaterThan(0);
    },
  );

  it.each(streamedTypes)('as %s is cut off where its rows fail, so that it never looks whole', async (type) => {
    const answer = await fetch(`${url}/v1/toys/failing`, { headers: { Accept: type } });
    await expect(answer.arrayBuffer()).rejects.toThrow();
  });
});

/** The answer's bytes, whatever it is. */
function bytesOf(answer: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const parts: Buffer[] = [];
  const stream = answer as NodeJS.ReadableStream;
  stream.on('data', (part: Buffer) => parts.push(part));
  stream.on('end', () => done(null, Buffer.concat(parts)));
}
