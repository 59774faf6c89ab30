import { withoutKeys } from './key-in-url';

const KEY = `slk_0123456789ab_${'0'.repeat(64)}`;
const encoded = [...KEY].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('');

describe('a URL for the log', () => {
  it.each([
    [`/v1/x?key=${KEY}`, '/v1/x?key=[redacted]'],
    ['/v1/x?a=1&Token=hunter2&b=2', '/v1/x?a=1&Token=[redacted]&b=2'],
    ['/v1/x?api%5Fkey=hunter2', '/v1/x?api%5Fkey=[redacted]'],
    [`/v1/x/${KEY}/y`, '/v1/x/slk_[redacted]/y'],
    [`/v1/x?q=a ${KEY}`, '/v1/x?q=a slk_[redacted]'],
    [`/v1/x?q=${encoded}`, '/v1/x?q=slk_[redacted]'],
    [`/v1/${encoded}`, '/v1/slk_[redacted]'],
    [`/v1/x?${KEY}`, '/v1/x?slk_[redacted]'],
  ])('of %s is %s', (url, logged) => expect(withoutKeys(url)).toBe(logged));

  it.each(['/v1/instruments?limit=1', '/v1/x?monkey=1&tokens=2', '/v1/x?q=%E0%A4%A', '/v1/x?q=50%25', '/'])(
    'of %s is what it is',
    (url) => expect(withoutKeys(url)).toBe(url),
  );
});
