import fc from 'fast-check';
import { readTextOf } from './read-text';
import { splitSentences } from './split-sentences';

const sentencesOf = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('the sentences of a paragraph', () => {
  it.each([
    [['It fell 2.5% on Feb. 5.', 'It rose on Friday.']],
    [['Amberly Inc. fell 3%.', 'Shares of Marbeck Corp. rose.']],
    [['The U.S. Treasury spoke.', 'It closed at $198.79!', 'Why?']],
    [['"It fell," he said.', '"And then?"', 'Nobody knew.']],
    [['Dr. J. Finch of St. Ives Ltd. sold at 4 p.m. ET on Mon. Feb. 9.', '$3 was left.']],
  ])('%j are told apart', (sentences) => {
    expect(sentencesOf(sentences.join(' '))).toEqual(sentences);
  });

  it('lose nothing but the white space between them', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '.', ' ', '"', '?', '5', '\n') }), (text) => {
        expect(sentencesOf(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});

describe('a text of paragraphs', () => {
  const read = readTextOf(['A title', '  ', { text: 'It fell. It rose.', links: [{ start: 9, end: 16, href: '/x' }] }]);

  it('joins them, leaving out those without a word', () => {
    expect(read.text).toBe('A title\n\nIt fell. It rose.');
  });

  it('places sentences and links in the whole', () => {
    expect(read.sentences).toEqual([
      { start: 0, end: 7, paragraph: 0 },
      { start: 9, end: 17, paragraph: 1 },
      { start: 18, end: 26, paragraph: 1 },
    ]);
    expect(read.links.map(({ start, end }) => read.text.slice(start, end))).toEqual(['It rose']);
  });
});
