import { LookAgain } from './look-again';

describe('a look at partitions for which nothing comes', () => {
  let head = 5;
  let positions: Map<number, number>;
  let busy: number[];
  let read: (readonly number[])[];
  beforeEach(() => {
    [head, positions, busy, read] = [5, new Map(), [], []];
  });
  const watch = () =>
    new LookAgain({
      head: () => Promise.resolve(head),
      positions: () => new Map(positions),
      isBusy: (partition) => busy.includes(partition),
      readEnds: async (partitions) => void read.push(partitions),
      onTrouble: () => undefined,
      onMended: () => undefined,
    });

  it('has the log read again of those that are behind the store and did not move since the last look', async () => {
    const look = watch();
    positions = new Map([[0, 5], [1, 3], [2, 3], [3, 4]]); // prettier-ignore
    await look.look();
    expect(read).toEqual([]);
    positions.set(2, 4);
    busy = [3];
    await look.look();
    expect(read).toEqual([[1]]);
  });

  it('leaves those alone that are where the store is', async () => {
    const look = watch();
    positions = new Map([[0, 5], [1, 5]]); // prettier-ignore
    await look.look();
    await look.look();
    head = 6;
    await look.look();
    expect(read).toEqual([[0, 1]]);
  });
});
