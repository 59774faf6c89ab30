import { isQuestion, routesWithScopes, scopeOfOperation, scopeOfRoute } from './route-scopes';

describe('the scope of a route', () => {
  it('is found by the path that Express matched, and HEAD asks for what GET asks for', () => {
    expect(scopeOfRoute('POST', '/v1/instruments/:ref/bars')).toBe('ingest');
    expect(scopeOfRoute('GET', '/v1/instruments/:ref/bars')).toBe('read');
    expect(scopeOfRoute('HEAD', '/v1/instruments/:ref/bars')).toBe('read');
    expect(scopeOfRoute('POST', '/v1/dead-letters/:id/retry')).toBe('operate');
  });

  it('is none for what nobody has declared', () => {
    expect(scopeOfRoute('GET', '/v1/secrets')).toBeUndefined();
    expect(scopeOfRoute('DELETE', '/v1/instruments/:ref')).toBeUndefined();
    expect(scopeOfOperation('GET /v1/constructor')).toBeUndefined();
    expect(scopeOfRoute('GET', 'toString')).toBeUndefined();
  });

  it('is read for questions, sent as POST or not', () => {
    for (const path of ['/v1/event-studies', '/v1/backtests/', '/V1/Streak-Studies'])
      expect(isQuestion('POST', path)).toBe(true);
    for (const path of ['/v1/instruments', '/v1/backtests/x', '/v1']) expect(isQuestion('POST', path)).toBe(false);
    expect(isQuestion('DELETE', '/v1/backtests')).toBe(false);
  });

  it('is read for each GET, and for nothing else but studies and backtests', () => {
    const questions = /^(POST|DELETE) \/v1\/(backtests|event-studies|streak-studies)\b/;
    for (const route of routesWithScopes) {
      const isRead = route.startsWith('GET ') || questions.test(route);
      expect([route, scopeOfOperation(route) === 'read']).toEqual([route, isRead]);
    }
  });
});
