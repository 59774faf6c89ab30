import fc from 'fast-check';
import { z } from 'zod';
import { ProblemException } from '../problems/problem-exception';
import { decodeCursor, encodeCursor } from './cursor';
import { pageOf } from './page';

describe('pages and cursors', () => {
  const schema = z.tuple([z.string(), z.number()]);

  it('a cursor comes back as it was, in characters that a URL takes as they are', () => {
    fc.assert(
      fc.property(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), (text, number) => {
        const cursor = encodeCursor([text, number]);
        expect(cursor).toMatch(/^[\w-]+$/);
        // JSON has no negative zero.
        expect(decodeCursor(cursor, schema)).toEqual([text, number === 0 ? 0 : number]);
      }),
    );
  });

  it.each(['', '!', 'bm90IGpzb24', encodeCursor(['other']), encodeCursor([1, 'swapped'])])(
    '%j is refused as a cursor',
    (text) => {
      expect(() => decodeCursor(text, schema)).toThrow(ProblemException);
    },
  );

  it('pages walked to the end give every row once, and end with the last one', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.integer({ min: 1, max: 12 }), (count, limit) => {
        const rows = Array.from({ length: count }, (_, index) => index);
        const walked: number[] = [];
        let pages = 0;
        for (let after: number | undefined = -1; after !== undefined; pages += 1) {
          const from: number = after + 1;
          const page = pageOf(rows.slice(from, from + limit + 1), limit, String);
          walked.push(...page.data);
          after = page.nextCursor === null ? undefined : Number(page.nextCursor);
        }
        expect(walked).toEqual(rows);
        expect(pages).toBe(Math.max(1, Math.ceil(count / limit)));
      }),
    );
  });
});
