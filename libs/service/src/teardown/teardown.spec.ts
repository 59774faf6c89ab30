import { Teardown } from './teardown';

describe('a teardown', () => {
  it('undoes in reverse order, each step after the one before is done, and once only', async () => {
    const done: string[] = [];
    const teardown = new Teardown(() => undefined);
    for (const name of ['PostgreSQL', 'database', 'HTTP']) {
      teardown.add(name, async () => {
        await new Promise(setImmediate);
        done.push(name);
      });
    }
    await Promise.all([teardown.run(), teardown.run()]);
    expect(done).toEqual(['HTTP', 'database', 'PostgreSQL']);
  });

  it('goes on when a step fails, and tells which', async () => {
    const done: string[] = [];
    const failed: string[] = [];
    const teardown = new Teardown((step) => failed.push(step));
    teardown.add('PostgreSQL', () => Promise.resolve(void done.push('PostgreSQL')));
    teardown.add('projector', () => Promise.reject(new Error('gone')));
    await teardown.run();
    expect({ done, failed }).toEqual({ done: ['PostgreSQL'], failed: ['projector'] });
  });
});
