import { healthOf, sentenceOf } from './health-words';

describe('the health of a process', () => {
  it('is told part by part, in sentences', () => {
    expect(sentenceOf('database', { ready: true })).toBe('The database answers.');
    expect(sentenceOf('projector', { ready: false, detail: 'Stuck at 7.' })).toBe(
      'The projector does not follow the store. Stuck at 7.',
    );
    expect(sentenceOf('something', { ready: false })).toBe('something is not ready.');
  });

  it('is read from an answer and from a problem', () => {
    const checks = { database: { ready: false, detail: 'It cannot be reached.' } };
    expect(healthOf(200, { status: 'ready', checks: { database: { ready: true } } }).isReady).toBe(true);
    expect(healthOf(503, { code: 'notReady', detail: 'database: gone', checks })).toEqual({
      ...{ isReady: false, checks },
      detail: 'database: gone',
    });
    expect(healthOf(503, 'a page of a proxy')).toEqual({ isReady: false, checks: {}, detail: '' });
  });
});
