import { partName, readingName } from './claim-parts';

describe('the parts of a verdict', () => {
  it('are named, with what they were taken to mean', () => {
    expect(partName({ part: 'length' })).toBe('Length');
    expect(partName({ part: 'amount', reading: ['wholeStreak', 'countBefore'] })).toBe(
      'Amount, over the whole streak, by the earlier share count',
    );
  });

  it('name the order in time once, and what lies beside it by a name of its own', () => {
    expect(partName({ part: 'relation', reading: ['order'] })).toBe('Order in time');
    expect(partName({ part: 'relation', reading: ['cause'] })).toBe('Cause');
    expect(partName({ part: 'relation', reading: ['date'] })).toBe('Date of the announcement');
  });

  it('tell each reading, and where there is but one', () => {
    expect(readingName(['priceReturn', 'atClose'])).toBe('as price return, at the close');
    expect(readingName([])).toBe('the only one');
  });
});
