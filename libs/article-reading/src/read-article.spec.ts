import fc from 'fast-check';
import { idOf } from '@streakline/events';
import type { KnownInstrument } from './claims/claim-context';
import { ArticleReadingError } from './source/article-reading-error';
import { type ArticleReading, readArticle } from './read-article';

const known = (ticker: string, name: string, mic: string): KnownInstrument => ({
  ...{
    instrumentId: idOf('ins', [ticker]),
    names: [name],
    tickers: [ticker],
    mic,
    currency: mic === 'XLON' ? 'GBP' : 'USD',
  },
});
const instruments = [known('QLN', 'Quillon Systems, Inc.', 'XNAS'), known('MBK', 'Marbeck plc', 'XLON')];
const given = { title: 'A title', published: { at: '2026-02-27T22:38:00Z' } };

/** What was read; null: refused as no article. */
function reading(text: string): ArticleReading | null {
  try {
    return readArticle({ ...given, text }, { instruments });
  } catch (error) {
    if (error instanceof ArticleReadingError) return null;
    throw error;
  }
}

const pieces = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      ...[
        'Quillon ',
        'Marbeck',
        'Zyntrix Labs ',
        '(NASDAQ: QLN)',
        '$QLN',
        'announced a deal with ',
        'on Friday ',
        '. ',
        '\n\n',
      ],
      ...[
        '$15 billion ',
        'another $35 billion',
        'contingent upon ',
        'by Dec. 31, 2028',
        'fell 3%',
        'nine days straight',
        '**',
      ],
      ...[
        '<p>',
        '</p>',
        '<a href="https://x.example/quotes/QLN/">',
        '</a>',
        '<article>',
        '[Quillon](https://x.example/quotes/QLN/)',
        '---\n',
      ],
    ),
  ),
  { maxLength: 40 },
);

describe('reading an article', () => {
  it('never fails but by saying why, whatever the text, and quotes it to the letter', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const read = reading(parts.join(''));
        if (read === null) return;
        const { text, mentions, proposals, claims } = read;
        const quotations = [
          ...mentions.map(({ quotation }) => quotation),
          ...proposals.flatMap((proposal) => proposal.quotations),
          ...claims.map(({ quotation }) => quotation),
        ];
        for (const quotation of quotations) {
          if (quotation === undefined) continue;
          expect(text.text.slice(quotation.start, quotation.end)).toBe(quotation.text);
          expect(quotation.text.length).toBeLessThanOrEqual(300);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('reads the same from the same text', () => {
    const text = 'Quillon on Friday announced a deal with Zyntrix for $2 billion. Quillon shares fell 3% on Friday.';
    expect(reading(text)).toEqual(reading(text));
  });

  it('tells days in the zone of the main exchange: Friday evening in New York is Saturday in London', () => {
    const of = (name: string) =>
      readArticle(
        { ...given, published: { at: '2026-02-28T01:00:00Z' }, text: `On this day ${name} shares fell 3% today.` },
        { instruments },
      ).claims[0]?.span;
    expect(of('Quillon')).toEqual({ is: 'session', on: '2026-02-27' });
    expect(of('Marbeck')).not.toEqual({ is: 'session', on: '2026-02-27' });
  });

  it.each([
    '(',
    '[a](',
    '<div>',
    '<a href="x">',
    '*a **b ',
    '$QLN ',
    '(NASDAQ: QLN) ',
    'Quillon reported the ',
    'A b\n\n',
    '> ',
  ])('comes to an end on %j over and over', (piece) => {
    const text = piece.repeat(Math.ceil(40_000 / piece.length));
    expect(reading(text)?.claims ?? []).toEqual([]);
  });
});
