import { connectionAfter } from './connection';

describe('how the server stands', () => {
  it('is that a key is needed until something that takes one is answered', () => {
    expect(connectionAfter(401, true, 'ok')).toBe('keyNeeded');
    expect(connectionAfter(200, false, 'keyNeeded')).toBe('keyNeeded');
    expect(connectionAfter(429, true, 'keyNeeded')).toBe('keyNeeded');
    expect(connectionAfter(200, true, 'keyNeeded')).toBe('ok');
  });

  it('is lost where a proxy says so, until anything is answered', () => {
    expect(connectionAfter(502, false, 'ok')).toBe('lost');
    expect(connectionAfter(503, false, 'lost')).toBe('ok');
  });
});
