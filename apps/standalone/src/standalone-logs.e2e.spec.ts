import { createLog } from '@streakline/observability';
import { createTestDatabase } from '@streakline/testing';
import { Writable } from 'node:stream';
import request from 'supertest';
import { openAccess, Teardown } from '@streakline/service';
import { openCore } from './core';
import { apiOn } from './start-standalone';

describe('the standalone application', () => {
  it('logs what fails behind it, under the requestId that the caller was told, and nothing of its routes', async () => {
    const database = await createTestDatabase();
    const lines: string[] = [];
    const log = createLog(
      'info',
      new Writable({ write: (line: Buffer, _, done) => done(void lines.push(line.toString())) }),
    );
    const teardown = new Teardown(() => undefined);
    const core = await openCore({ databaseUrl: database.url }, log, teardown);
    const where = { host: '127.0.0.1', trustNetwork: false, rateLimit: 0 };
    const app = await apiOn(core, log, await openAccess({ pool: core.database.pool, ...where, log }));
    await teardown.run();
    expect(lines.join('')).not.toContain('Mapped');

    const failed = await request(app.getHttpServer()).get('/v1/instruments').set('Host', 'localhost');
    expect(failed.status).toBeGreaterThanOrEqual(500);
    const logged = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    const { requestId } = failed.body as { requestId: string };
    expect(logged).toContainEqual(
      expect.objectContaining({
        level: expect.stringMatching(/error|warn/) as unknown,
        context: 'ProblemFilter',
        requestId,
        err: expect.anything() as unknown,
      }),
    );
    await app.close();
    await database.drop();
  });
});
