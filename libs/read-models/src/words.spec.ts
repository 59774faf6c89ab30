import { askedWords, hasWord, wordsOf } from './words';

describe('the words that something is found by', () => {
  it('have neither case nor accents nor punctuation', () => {
    expect(wordsOf('Nestlé S.A. plans $200 billion')).toBe(' nestle s a plans 200 billion');
    expect(wordsOf('Ｔｏｙｏｔａ 株式会社')).toBe(' toyota 株式会社');
    expect(wordsOf('!!!')).toBe('');
  });

  it('are found by their beginnings, and not by their middles', () => {
    const words = wordsOf('Amazon.com, Inc.');
    expect(askedWords('AMA').every((asked) => hasWord(words, asked))).toBe(true);
    expect(hasWord(words, 'mazon')).toBe(false);
  });

  it('of a ticker with a point are the same typed as stored', () => {
    const words = wordsOf('BRK.B');
    expect(askedWords('brk.b').every((asked) => hasWord(words, asked))).toBe(true);
  });

  it('are a dozen at most, each once', () => {
    expect(askedWords('a A á b')).toEqual(['a', 'b']);
    expect(askedWords(Array.from({ length: 30 }, (_, i) => `w${i}`).join(' '))).toHaveLength(12);
    expect(askedWords('%_\\')).toEqual([]);
  });
});
