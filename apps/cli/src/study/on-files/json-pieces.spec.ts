import fc from 'fast-check';
import { jsonPieces } from './json-pieces';

describe('JSON in pieces', () => {
  it('is what JSON.stringify writes at once', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        expect([...jsonPieces(value)].join('')).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });

  it('leaves out what is undefined, as that does', () => {
    expect([...jsonPieces({ a: undefined, b: [1] })].join('')).toBe('{\n  "b": [\n    1\n  ]\n}');
  });

  it('has a piece for each event, so that no answer is too long for a string', () => {
    const events = Array.from({ length: 1_000 }, (_, eventId) => ({ eventId, ar: [0.5, null] }));
    const pieces = [...jsonPieces({ market: { events } })];
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(200);
  });
});
