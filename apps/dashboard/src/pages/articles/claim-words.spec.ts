import { admittedText, figureText, foundText, statedText } from './claim-words';

describe('the figures of a verdict in words', () => {
  it('tell figures by their unit', () => {
    expect(figureText(0.1818, 'fraction')).toBe('18.18%');
    expect(figureText(9, 'session')).toBe('9 sessions');
    expect(figureText(8.5, 'session')).toBe('8.5 sessions');
    expect(figureText(463_299_962_285, 'USD')).toBe('$463.3\u00a0bn');
  });

  it('tell what was stated, what was found, and what would have been admitted', () => {
    const stated = { value: 450e9, unit: 'USD', wording: 'moreThan' } as const;
    expect(statedText({ stated })).toBe('more than $450.0\u00a0bn');
    expect(foundText({ found: { low: 0.01, high: 0.02, unit: 'fraction' } })).toBe('1.00% to 2.00%');
    expect(admittedText({ stated, tolerance: { from: 450e9, to: null, closed: false, rule: 'strictly more' } })).toBe(
      'more than $450.0\u00a0bn',
    );
    const plain = { value: 9, unit: 'session', wording: 'plain' } as const;
    expect(admittedText({ stated: plain, tolerance: { from: 8.5, to: 9.5, closed: true, rule: 'half' } })).toBe(
      '8.5 sessions to 9.5 sessions',
    );
    expect([statedText({ stated: null }), foundText({ found: null })]).toEqual([undefined, undefined]);
  });
});
