import { Body, Controller, Get, Module, NotFoundException, Post, Query, Res } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { NestFactory } from '@nestjs/core';
import { refuse, type CommandContext, type CommandReceipt, type Refusal } from '@streakline/event-store';
import type { Response } from 'express';
import { createZodDto } from 'nestjs-zod';
import request from 'supertest';
import { z } from 'zod';
import { Context } from './commands/context';
import { sendReceipt, type ReceiptBody } from './commands/send-receipt';
import { ProblemException } from './problems/problem-exception';
import { pageQuery } from './queries/query-fields';
import { configureWebApp } from './web-app';

const moment = z.union([
  z.strictObject({ at: z.string() }),
  z.strictObject({ on: z.string(), timing: z.string().optional() }),
]);
class ToySentence extends createZodDto(
  z.strictObject({
    text: z.string().min(1),
    moment: moment.optional(),
    parts: z.array(z.strictObject({ n: z.number() })).optional(),
  }),
) {}
class ToyQuery extends createZodDto(z.strictObject({ ...pageQuery })) {}

const outcomes: Readonly<Record<string, CommandReceipt | Refusal>> = {
  new: { said: 'now', id: 'x', position: 7 },
  old: { said: 'before', id: 'x', position: 3 },
  wrong: refuse('invalid', 'noSession', 'No session.', [{ pointer: '/text', detail: 'No session.' }]),
  other: refuse('conflict', 'contradicts', 'Contradicts.'),
  gone: refuse('notFound', 'unknownThing', 'Unknown.'),
};

@Controller('v1/sentences')
class SentencesRoute {
  @Post()
  say(
    @Body() body: ToySentence,
    @Context() context: CommandContext,
    @Res({ passthrough: true }) response: Response,
  ): ReceiptBody & { context: CommandContext } {
    return { ...sendReceipt(outcomes[body.text] ?? { said: 'now', id: 'y', position: 1 }, response), context };
  }

  @Get()
  list(@Query() query: ToyQuery): ToyQuery {
    return query;
  }

  @Get('lagging')
  lagging(): never {
    throw Object.assign(new Error('behind'), { name: 'LaggingError', position: 4, head: 9 });
  }

  @Get('failing')
  failing(): never {
    throw new Error('password=hunter2 at /srv/secret.ts');
  }

  @Get('missing')
  missing(): never {
    throw new ProblemException(404, { code: 'unknownThing', detail: 'Nothing is called that.' });
  }

  @Get('nest')
  nest(): never {
    throw new NotFoundException();
  }
}

@Module({ controllers: [SentencesRoute] })
class ToyModule {}

describe('the shared behaviour of routes', () => {
  let app: NestExpressApplication;
  let url: string;

  beforeAll(async () => {
    app = await NestFactory.create<NestExpressApplication>(ToyModule, { bodyParser: false, logger: false });
    configureWebApp(app);
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
  });
  afterAll(() => app.close());

  const say = (body: string, headers: Record<string, string> = {}) =>
    request(url)
      .post('/v1/sentences')
      .set({ 'Content-Type': 'application/json', ...headers })
      .send(body);
  const problem = (
    response: request.Response,
    status: number,
    code: string,
  ): { errors: { pointer: string; detail: string }[]; detail: string } => {
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect({ status: response.status, ...response.body }).toMatchObject({
      status,
      code,
      type: 'about:blank',
      requestId: response.headers['x-request-id'],
    });
    return response.body as never;
  };

  it('answers 201 to what is new and 200 to what was said before', async () => {
    expect(await say('{"text":"new"}')).toMatchObject({ status: 201, body: { id: 'x', position: 7 } });
    expect(await say('{"text":"old"}')).toMatchObject({ status: 200, body: { id: 'x', position: 3 } });
  });

  it('turns each kind of refusal into its status', async () => {
    expect(problem(await say('{"text":"wrong"}'), 422, 'noSession').errors).toEqual([
      { pointer: '/text', detail: 'No session.' },
    ]);
    problem(await say('{"text":"other"}'), 409, 'contradicts');
    problem(await say('{"text":"gone"}'), 404, 'unknownThing');
  });

  it.each([
    ['{"text":"a","extra":1}', ['/extra']],
    ['{"text":"a","__proto__":{}}', ['/__proto__']],
    ['{"text":"a","parts":[{"n":1},{"n":2,"m/n":3}]}', ['/parts/1/m~1n']],
    ['{"text":""}', ['/text']],
    ['{}', ['/text']],
    ['{"text":7,"parts":[{"n":"1"},{"n":1e999}]}', ['/text', '/parts/0/n', '/parts/1/n']],
    ['{"text":"a","moment":{"at":"x","timing":"y"}}', ['/moment/timing']],
    ['{"text":"a","moment":{"on":"x","timing":1}}', ['/moment/timing']],
    ['[]', ['']],
    ['null', ['']],
    ['{"text":"a\\u0000b"}', ['/text']],
    ['{"text":"a","parts":[{"n":1,"s":"\\ud800"}]}', ['/parts/0/s']],
  ])('refuses %s by pointing at %j', async (body, pointers) => {
    const { errors } = problem(await say(body), 422, 'invalidBody');
    expect(errors.map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it('takes a whole emoji, written as a pair of escapes', async () => {
    expect((await say('{"text":"\\ud83d\\ude80"}')).status).toBe(201);
  });

  it('says where a body stops being JSON', async () => {
    const { errors, detail } = problem(await say('{"text":"a",\n "parts":[{"n":NaN}]}'), 400, 'malformedJson');
    expect(detail).toBe('The body is not JSON: unexpected NaN in line 2, column 16.');
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/parts/0/n']);
  });

  it('refuses a body of more than 10 MB and takes one just below it', async () => {
    problem(await say(JSON.stringify({ text: 'x'.repeat(10 * 1024 * 1024) })), 413, 'bodyTooLarge');
    expect((await say(JSON.stringify({ text: 'x'.repeat(10 * 1024 * 1024 - 100) }))).status).toBe(201);
  });

  it('refuses what is not JSON by its content type, and a POST without a body', async () => {
    problem(await say('text=a', { 'Content-Type': 'application/x-www-form-urlencoded' }), 415, 'unsupportedMediaType');
    problem(await say('{"text":"a"}', { 'Content-Type': 'text/plain' }), 415, 'unsupportedMediaType');
    problem(
      await say('{"text":"a"}', { 'Content-Type': 'application/json; charset=latin1' }),
      415,
      'unsupportedMediaType',
    );
    problem(await request(url).post('/v1/sentences'), 422, 'invalidBody');
  });

  it('names the first hundred mistakes, and counts all', async () => {
    const parts = Array.from({ length: 5000 }, () => ({ n: 'x' }));
    const response = await say(JSON.stringify({ text: 'a', parts }));
    expect(problem(response, 422, 'invalidBody').errors).toHaveLength(100);
    expect(response.body.errorCount).toBe(5000);
  });

  it('hands on an Idempotency-Key with a fingerprint of method, path and body as sent', async () => {
    const contextOf = async (body: string, key: string) =>
      (await say(body, { 'Idempotency-Key': key })).body.context as CommandContext;
    const [first, same, other] = [
      await contextOf('{"text":"a"}', 'k 1'),
      await contextOf('{"text":"a"}', 'k 1'),
      await contextOf('{"text": "a"}', 'k 1'),
    ];
    expect(first.idempotency?.key).toBe('k 1');
    expect(same.idempotency).toEqual(first.idempotency);
    expect(other.idempotency?.fingerprint).not.toBe(first.idempotency?.fingerprint);
    expect((await say('{"text":"a"}')).body.context.idempotency).toBeUndefined();
  });

  it.each(['', 'é', 'x'.repeat(256), 'a\tb'])('refuses %j as an Idempotency-Key', async (key) => {
    problem(await say('{"text":"a"}', { 'Idempotency-Key': key }), 400, 'invalidIdempotencyKey');
  });

  it('keeps a UUID given as X-Request-Id, in lower case, as the correlation id, and makes one otherwise', async () => {
    const given = 'A987FBC9-4BED-4078-8F07-9141BA07C9F3';
    const kept = await say('{"text":"a"}', { 'X-Request-Id': given });
    expect(kept.headers['x-request-id']).toBe(given.toLowerCase());
    expect(kept.body.context.correlationId).toBe(given.toLowerCase());
    expect((await say('{"text":"a"}', { 'X-Request-Id': '<script>' })).headers['x-request-id']).toMatch(
      /^[0-9a-f-]{36}$/,
    );
  });

  it('reads whole numbers from the query and refuses everything else', async () => {
    expect((await request(url).get('/v1/sentences?limit=7&minPosition=0')).body).toEqual({ limit: 7, minPosition: 0 });
    expect((await request(url).get('/v1/sentences')).body).toEqual({ limit: 100 });
    for (const [query, pointer] of [
      ['limit=0', '/limit'],
      ['limit=1001', '/limit'],
      ['limit=', '/limit'],
      ['limit=1e2', '/limit'],
      ['limit=1&limit=2', '/limit'],
      ['minPosition=-1', '/minPosition'],
      ['cursor=', '/cursor'],
      ['form=2020', '/form'],
    ]) {
      expect(
        problem(await request(url).get(`/v1/sentences?${query}`), 400, 'invalidQuery').errors.map(
          (error) => error.pointer,
        ),
      ).toEqual([pointer]);
    }
    problem(await request(url).post('/v1/sentences?dryRun=true').send({ text: 'a' }), 400, 'invalidQuery');
  });

  it('answers an unknown route with 404 and a wrong method with 405 and Allow', async () => {
    problem(await request(url).get('/v2/sentences'), 404, 'unknownRoute');
    const wrong = await request(url).delete('/v1/sentences');
    problem(wrong, 405, 'methodNotAllowed');
    expect(wrong.headers['allow']).toBe('GET, POST');
    problem(await request(url).get('/v1/sentences/missing'), 404, 'unknownThing');
    problem(await request(url).get('/%'), 404, 'unknownRoute');
    problem(await request(url).get('/v1/sentences%00'), 400, 'invalidPath');
  });

  it('answers 503 with the lag when the read models are behind', async () => {
    const response = await request(url).get('/v1/sentences/lagging');
    problem(response, 503, 'lagging');
    expect(response.body).toMatchObject({ position: 4, head: 9, lag: 5 });
    expect(response.headers['retry-after']).toBe('1');
  });

  it('tells nothing of the inside when something failed', async () => {
    const response = await request(url).get('/v1/sentences/failing');
    problem(response, 500, 'internalError');
    expect(response.text).not.toMatch(/hunter2|secret/);
  });

  it('refuses a host that is not this machine, whatever its address', async () => {
    for (const host of ['evil.example', '127.0.0.1.evil.example:80', '10.0.0.1'])
      problem(await request(url).get('/v1/sentences').set('Host', host), 403, 'hostNotAllowed');
    for (const host of ['localhost', 'LOCALHOST:80', '[::1]:8080', '127.0.0.1:1'])
      expect((await request(url).get('/v1/sentences').set('Host', host)).status).toBe(200);
  });

  it('lets answers be kept but asked about again, and guesses no content type', async () => {
    const first = await request(url).get('/v1/sentences');
    expect(first.headers).toMatchObject({ 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' });
    expect(first.headers['x-powered-by']).toBeUndefined();
    expect((await request(url).get('/v1/sentences').set('If-None-Match', String(first.headers['etag']))).status).toBe(
      304,
    );
    expect((await say('{"text":"a"}')).headers['cache-control']).toBe('no-store');
  });
});
