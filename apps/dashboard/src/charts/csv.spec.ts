import { csvOf } from './csv';

describe('the table behind a chart, as CSV', () => {
  it('quotes what has commas, quotes or lines, and leaves what is unknown empty', () => {
    expect(
      csvOf(
        ['day', 'note'],
        [
          [-1, 'a "b", c'],
          [0, null],
        ],
      ),
    ).toBe('day,note\r\n-1,"a ""b"", c"\r\n0,\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@a', '\tx'])('keeps a spreadsheet from taking %j for a formula', (text) => {
    expect(csvOf(['a'], [[text]])).toContain(`'${text}`);
  });
});
