import fc from 'fast-check';
import { claimSchema } from '@streakline/events';
import { readTextOf } from '../text/read-text';
import { claimsOf, fridayEvening } from '../../test/claims-in-words';
import { readClaims } from './read-claims';

const words =
  'Quillon Marbeck Tessaly shares stock fell rose closed higher lower 5% 1.2% $200 $450 billion market value nine straight days losing streak since Feb. 5 2006 on Friday Monday after its earnings report , . and but while could record high biggest drop in a row every day this week up to more than ( ) " ’s — May - % $ ?'.split(
    ' ',
  );
const newsy = fc.array(fc.constantFrom(...words), { maxLength: 80 }).map((list) => list.join(' '));

describe('any text', () => {
  it.each([
    ['of the words of the press in any order', newsy],
    ['of any characters', fc.string({ unit: 'grapheme', maxLength: 400 })],
  ])('%s is read without a fault, into claims that hold, quoted to the letter', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const read = readTextOf([text]);
        for (const { claim } of readClaims(read, fridayEvening)) {
          expect(claimSchema.safeParse(claim).error).toBeUndefined();
          expect(claim.quotation?.text).toBe(read.text.slice(claim.quotation?.start, claim.quotation?.end));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('reads the same claims again', () => {
    fc.assert(
      fc.property(newsy, (text) => {
        expect(claimsOf(text)).toEqual(claimsOf(text));
      }),
      { numRuns: 10 },
    );
  });

  it('reads a bounded number of claims, however long the text', () => {
    const sentence = 'Quillon shares fell 3% to $198.79 on Feb. 13, erasing $20 billion in market value. ';
    expect(claimsOf(sentence.repeat(400))).toHaveLength(300);
  });

  it.each([
    ['one word', 'a'.repeat(200_000)],
    ['spaces', ' '.repeat(200_000)],
    ['digits', '1'.repeat(200_000)],
    ['full stops', '. '.repeat(100_000)],
    ['one endless sentence', 'Quillon shares fell 5% and '.repeat(8_000)],
    ['hyphens', '-'.repeat(200_000)],
  ])('two hundred thousand characters of %s is no trouble', (_, text) => {
    expect(() => claimsOf(text)).not.toThrow();
  });
});
