import { logOf, marketInUse } from './market-in-use';
import { shareMarket } from './shared-market';

/** ins_a is measured against ins_index; ins_other has nothing to do with either. */
function aMarket(digests: Readonly<Record<string, string>> = {}, position = 9) {
  const ids = ['ins_a', 'ins_b', 'ins_index', 'ins_other'];
  const told = new Map(ids.map((id) => [id, digests[id] ?? `told of ${id}`]));
  return shareMarket(
    position,
    ids.map((instrumentId) => ({ instrumentId, years: [{ year: 0, packed: Buffer.from(instrumentId) }] })),
    {
      recorded: { positions: [], recordedAt: [] },
      digests: told,
      benchmarks: new Map([['ins_a', ['ins_index']]]),
    },
  );
}

const onlyA = { universe: ['ins_a'], benchmark: null };

describe('the part of a market that a run sees', () => {
  const idsOf = (choice: Parameters<typeof marketInUse>[1]) =>
    marketInUse(aMarket(), choice).instruments.map(({ instrumentId }) => instrumentId);

  it('is its universe, its benchmark, and the benchmarks of these', () => {
    expect(idsOf(onlyA)).toEqual(['ins_a', 'ins_index']);
    expect(idsOf({ universe: ['ins_b'], benchmark: 'ins_a' })).toEqual(['ins_a', 'ins_b', 'ins_index']);
    expect(idsOf({ universe: null, benchmark: null })).toHaveLength(4);
  });

  it('has one hash for one history, at whatever store, and another for another history at the same position', () => {
    const { factsHash, position } = logOf(aMarket(), onlyA);
    expect(position).toBe(9);
    expect(factsHash).toMatch(/^[0-9a-f]{64}$/);
    expect(logOf(aMarket(), onlyA).factsHash).toBe(factsHash);
    expect(logOf(aMarket({ ins_a: 'revised' }), onlyA).factsHash).not.toBe(factsHash);
    expect(logOf(aMarket({ ins_index: 'revised' }), onlyA).factsHash).not.toBe(factsHash);
    // What it does not see may be as it likes.
    expect(logOf(aMarket({ ins_other: 'revised' }), onlyA).factsHash).toBe(factsHash);
    expect(logOf(aMarket(), { ...onlyA, benchmark: 'ins_b' }).factsHash).not.toBe(factsHash);
  });
});
