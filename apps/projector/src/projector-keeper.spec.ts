import { createLog } from '@streakline/observability';
import { ProjectorKeeper } from './projector-keeper';

describe('the keeper of a projector', () => {
  const log = createLog('silent');

  it('tries again until the projector can begin, and lets nobody wait for ever', async () => {
    let attempts = 0;
    const projector = {
      start: () => (++attempts < 3 ? Promise.reject(new Error('no database')) : Promise.resolve()),
      stop: () => Promise.resolve(),
    };
    const keeper = new ProjectorKeeper(projector, log);
    keeper.start();
    await keeper.followingWithin(1);
    expect(attempts).toBeLessThan(3);
    await keeper.followingWithin(10_000);
    expect(attempts).toBe(3);
    await keeper.stop();
  });

  it('stops while it is between two attempts', async () => {
    let attempts = 0;
    const projector = {
      start: () => Promise.reject(new Error(`no database, attempt ${(attempts += 1)}`)),
      stop: () => Promise.resolve(),
    };
    const keeper = new ProjectorKeeper(projector, log);
    keeper.start();
    await keeper.stop();
    const stoppedAt = attempts;
    await keeper.followingWithin(300);
    expect(attempts).toBe(stoppedAt);
  });

  it('stops only when the beginning that was under way has ended', async () => {
    const order: string[] = [];
    let end = (): void => undefined;
    const projector = {
      start: () => new Promise<void>((resolve) => (end = () => resolve(void order.push('began')))),
      stop: () => {
        order.push('stop');
        end();
        return Promise.resolve();
      },
    };
    const keeper = new ProjectorKeeper(projector, log);
    keeper.start();
    await keeper.stop();
    expect(order).toEqual(['stop', 'began', 'stop', 'began']);
  });
});
