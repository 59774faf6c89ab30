import { fridayEvening, read } from '../../test/claims-in-words';

describe('the day of publication', () => {
  const at = (published: string, sentence: string): string[] =>
    read(sentence, { ...fridayEvening, published: { at: published } });

  it('is that of the exchange: late on Friday in New York it is Saturday in UTC', () => {
    expect(at('2026-02-28T03:00:00Z', 'Quillon fell 2% on Friday.')).toEqual([
      'Quillon down | price 0.02±0.01 close | on 2026-02-27',
    ]);
  });

  it('makes a weekday the last such day, and so does a month the last such month', () => {
    expect(at('2026-02-25T22:00:00Z', 'Quillon fell 2% on Friday.')).toEqual([
      'Quillon down | price 0.02±0.01 close | on 2026-02-20',
    ]);
    expect(at('2026-02-25T22:00:00Z', 'Quillon fell 2% on Dec. 31.')).toEqual([
      'Quillon down | price 0.02±0.01 close | on 2025-12-31',
    ]);
  });

  it('dates a close without a day at the last session that had closed', () => {
    // Tuesday before the open, after a long weekend: the last close was on Friday.
    expect(at('2026-02-17T13:00:00Z', 'Quillon closed 2% lower.')).toEqual([
      'Quillon down | price 0.02±0.01 close | on 2026-02-13',
    ]);
  });

  it('makes a move told before the close one at some moment of the session', () => {
    expect(at('2026-02-27T17:00:00Z', 'Quillon shares are down 3% on Friday.')).toEqual([
      'Quillon down | price 0.03±0.01 intraday | on 2026-02-27',
    ]);
  });

  it('counts the sessions of a week that a holiday shortened', () => {
    expect(at('2026-02-20T22:00:00Z', 'Quillon fell every day this week.')).toEqual([
      'Quillon down | length atLeast 4±1 session | 2026-02-16..2026-02-20',
    ]);
  });

  it('may be known by its date alone', () => {
    const dated = { ...fridayEvening, published: { on: '2026-02-27' } };
    expect(read('Quillon fell 2% on Friday.', dated)).toEqual(['Quillon down | price 0.02±0.01 close | on 2026-02-27']);
  });
});
