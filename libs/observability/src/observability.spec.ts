import { Controller, Get, Logger, Module, Query } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { configureWebApp } from '@streakline/web-api';
import { Logger as NestLogger } from 'nestjs-pino';
import { Writable } from 'node:stream';
import request from 'supertest';
import { createLog, healthModule, logModule, requestLogger, type CheckResult } from './index';

@Controller('v1/things')
class ThingsRoute {
  private readonly logger = new Logger('Things');

  @Get()
  list(@Query('limit') limit?: string): readonly string[] {
    this.logger.log('listing');
    return Array.from({ length: Number(limit ?? 0) }, (_, place) => `thing ${place}`);
  }

  @Get('failing')
  failing(): never {
    throw Object.assign(new Error('relation "x" does not exist'), {
      query: 'INSERT ...',
      parameters: ['a whole body'],
    });
  }
}

describe('logs and health', () => {
  const lines: string[] = [];
  const log = createLog(
    'info',
    new Writable({ write: (chunk: Buffer, _, done) => done(void lines.push(chunk.toString())) }),
  );
  const database: { result: () => Promise<CheckResult> } = { result: () => Promise.resolve({ ready: true }) };
  const checks = [
    { name: 'database', check: () => database.result() },
    { name: 'projector', check: () => Promise.resolve({ ready: true, lag: 3 }) },
  ];
  @Module({ imports: [logModule(log), healthModule(checks, log)], controllers: [ThingsRoute] })
  class ToyModule {}
  let app: NestExpressApplication;
  let url: string;

  beforeAll(async () => {
    app = await NestFactory.create<NestExpressApplication>(ToyModule, { bodyParser: false, bufferLogs: true });
    app.useLogger(app.get(NestLogger));
    configureWebApp(app, requestLogger(log));
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
  });
  afterAll(() => app.close());
  beforeEach(() => void lines.splice(0));

  const logged = (): Record<string, unknown>[] => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

  it('log one line of JSON a request, and name the request in every line that it causes', async () => {
    const response = await request(url).get('/v1/things?limit=1').set('Authorization', 'Bearer secret');
    const requestId = response.headers['x-request-id'];
    expect(logged()).toMatchObject([
      { msg: 'listing', context: 'Things', requestId },
      { msg: 'answered', requestId, request: { method: 'GET', url: '/v1/things?limit=1' }, response: { status: 200 } },
    ]);
    expect(lines.join('')).not.toContain('secret');
  });

  it('log what nobody expected, with the requestId that the caller was told, but not the values sent to the database', async () => {
    const response = await request(url).get('/v1/things/failing');
    expect(logged()).toContainEqual(
      expect.objectContaining({
        requestId: response.body.requestId,
        err: expect.objectContaining({ message: 'relation "x" does not exist' }),
      }),
    );
    expect(lines.join('')).not.toContain('a whole body');
  });

  it('log refusals that happen before any route', async () => {
    await request(url).post('/v1/things').type('json').send('{');
    expect(logged()).toMatchObject([{ msg: 'answered', response: { status: 400 } }]);
  });

  it('are live and ready when all checks are', async () => {
    expect((await request(url).get('/health/live')).body).toEqual({ status: 'live' });
    expect(await request(url).get('/health/ready')).toMatchObject({
      status: 200,
      body: { status: 'ready', checks: { database: { ready: true }, projector: { ready: true, lag: 3 } } },
    });
  });

  it('say once in the log why a check fails, and once that it answers again, however often they are asked', async () => {
    const askTwice = async () => {
      await request(url).get('/health/ready');
      await request(url).get('/health/ready');
      return logged().filter(({ check }) => check === 'database');
    };
    database.result = () => Promise.reject(new Error('connect ECONNREFUSED 127.0.0.1:5432'));
    expect(await askTwice()).toEqual([
      expect.objectContaining({
        level: 'warn',
        err: expect.objectContaining({ message: 'connect ECONNREFUSED 127.0.0.1:5432' }) as unknown,
      }),
    ]);
    lines.splice(0);
    database.result = () => Promise.resolve({ ready: true });
    expect(await askTwice()).toEqual([expect.objectContaining({ level: 'info' })]);
  });

  it('are live but not ready when a check fails or does not answer', async () => {
    database.result = () => Promise.reject(new Error('connect ECONNREFUSED postgres://user:password@host'));
    const refused = await request(url).get('/health/ready');
    expect(refused).toMatchObject({
      status: 503,
      body: { code: 'notReady', detail: 'database: It cannot be reached.', checks: { projector: { lag: 3 } } },
    });
    expect(refused.text).not.toContain('password');
    database.result = () => new Promise(() => undefined);
    expect((await request(url).get('/health/ready')).body.detail).toBe('database: No answer within 2000 ms.');
    expect((await request(url).get('/health/live')).status).toBe(200);
  });
});
