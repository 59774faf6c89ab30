import { safeHref } from './safe-href';

describe('an address that others wrote', () => {
  it('leads somewhere only by http and https', () => {
    expect(safeHref('https://www.sec.gov/a')).toBe('https://www.sec.gov/a');
    expect(safeHref('http://www.sec.gov/a')).toBe('http://www.sec.gov/a');
    const others = ['javascript:alert(1)', 'data:text/html,x', 'ftp://a/b', 'no address', '', 'https://'];
    expect(others.map(safeHref)).toEqual(others.map(() => null));
  });
});
