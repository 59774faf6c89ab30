import fc from 'fast-check';
import type { SignChain } from '../signs/sign-chain';
import type { BySign } from '../signs/sign-counts';
import { probabilityInAny } from './in-any';
import { probabilityOfRun, type RunWanted } from './run-probability';

const coin = (falling: number): SignChain => {
  const shares: BySign = [falling, 0, 1 - falling];
  return { first: shares, next: [shares, shares, shares] };
};

/** Made up: closes that fell tend to rise, and those that stood still to fall. */
const MARKOV: SignChain = {
  first: [0.47, 0.01, 0.52],
  next: [
    [0.45, 0.02, 0.53],
    [0.5, 0.1, 0.4],
    [0.49, 0.005, 0.505],
  ],
};

/** The same by writing down every sequence of falling, unchanged and rising closes. */
function enumerated(chain: SignChain, { direction, length, sessions }: RunWanted): number {
  const wanted = (move: number) => move !== 1 && (direction === 'either' || move === (direction === 'falling' ? 0 : 2));
  const grow = (before: number | null, row: number, left: number, probability: number): number => {
    if (row >= length) return probability;
    if (left === 0) return 0;
    return [0, 1, 2].reduce((sum, move) => {
      const odds = (before === null ? chain.first : chain.next[before]!)[move]!;
      const next = wanted(move) ? (move === before ? row + 1 : 1) : 0;
      return sum + grow(move, next, left - 1, probability * odds);
    }, 0);
  };
  return grow(null, 0, sessions, 1);
}

describe('the probability of a run', () => {
  it('of five heads in a hundred tosses is 0.8101, as textbooks have it', () => {
    const wanted: RunWanted = { direction: 'rising', length: 5, sessions: 100 };
    expect(probabilityOfRun(coin(0.5), wanted)).toBeCloseTo(0.810109599196358, 14);
  });

  it.each([
    { falling: 0.5, length: 9, sessions: 252, exact: 0.21452437941858238 },
    { falling: 0.5, length: 10, sessions: 1000, exact: 0.38544975241248164 },
    { falling: 0.48, length: 9, sessions: 5000, exact: 0.9708551690205056 },
    { falling: 0.3, length: 40, sessions: 100, exact: 5.2277961473944796e-20 },
  ])(
    'of $length or more in $sessions sessions keeps its digits, by exact fractions',
    ({ exact, falling, ...wanted }) => {
      const ours = probabilityOfRun(coin(falling), { direction: 'falling', ...wanted });
      expect(Math.abs(ours / exact - 1)).toBeLessThan(1e-12);
    },
  );

  it('in either direction of a fair coin is that of a run one shorter of "the same again", a session fewer', () => {
    const either = probabilityOfRun(coin(0.5), { direction: 'either', length: 7, sessions: 200 });
    expect(either).toBeCloseTo(0.7992845961332086, 13);
  });

  it.each<RunWanted & { exact: number }>([
    { direction: 'falling', sessions: 2514, length: 9, exact: 0.6661747350114606 },
    { direction: 'rising', sessions: 2514, length: 9, exact: 0.9350023484180767 },
    { direction: 'either', sessions: 2514, length: 9, exact: 0.9786961653508967 },
    { direction: 'falling', sessions: 2514, length: 25, exact: 3.0696216563371073e-6 },
    { direction: 'either', sessions: 2514, length: 25, exact: 5.1164043343389025e-5 },
    { direction: 'either', sessions: 60, length: 3, exact: 0.9999838408691286 },
  ])('where sessions depend on the one before: $length, $direction, in $sessions, by exact fractions', (row) => {
    expect(Math.abs(probabilityOfRun(MARKOV, row) / row.exact - 1)).toBeLessThan(1e-12);
  });

  it('is what writing down every sequence gives, for any chain', () => {
    const shares = fc
      .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 9 }))
      .map((weights): BySign => {
        const [a, b, c] = weights.some((weight) => weight > 0) ? weights : [1, 0, 0];
        return [a / (a + b + c), b / (a + b + c), c / (a + b + c)];
      });
    const chain = fc.record({ first: shares, next: fc.tuple(shares, shares, shares) });
    const wanted = fc.record({
      direction: fc.constantFrom<RunWanted['direction'][]>('falling', 'rising', 'either'),
      length: fc.integer({ min: 1, max: 5 }),
      sessions: fc.integer({ min: 0, max: 7 }),
    });
    fc.assert(
      fc.property(chain, wanted, (odds, run) => {
        expect(probabilityOfRun(odds, run)).toBeCloseTo(enumerated(odds, run), 13);
      }),
      { numRuns: 200 },
    );
  });

  it('is nothing where the span is shorter, and refuses a length that is none', () => {
    expect(probabilityOfRun(MARKOV, { direction: 'either', length: 3, sessions: 2 })).toBe(0);
    expect(() => probabilityOfRun(MARKOV, { direction: 'either', length: 0, sessions: 2 })).toThrow(/whole numbers/);
  });
});

describe('the probability in any of many instruments', () => {
  it('grows with every one scanned, and has a bound whatever they have to do with each other', () => {
    const any = probabilityInAny([0.1, 0.2, 0.5]);
    expect(any.independent).toBeCloseTo(1 - 0.9 * 0.8 * 0.5, 15);
    expect(any).toMatchObject({ instruments: 3, atMost: expect.closeTo(0.8, 15) });
    expect(probabilityInAny([0.6, 0.7]).atMost).toBe(1);
    expect(probabilityInAny([])).toEqual({ instruments: 0, independent: 0, atMost: 0 });
  });

  it('keeps the digits of small ones', () => {
    expect(probabilityInAny(new Array<number>(500).fill(1e-18)).independent).toBeCloseTo(5e-16, 28);
  });

  it('refuses what is no probability', () => {
    expect(() => probabilityInAny([0.5, Number.NaN])).toThrow(/Probability 1/);
  });
});
