import { LookAgain } from './look-again';

describe('a look at partitions for which nothing comes', () => {
  let head = 5;
  let positions: Map<number, number>;
  let busy: boolean;
  let read: (readonly number[])[];
  let fromStore: (readonly [readonly number[], number])[];
  beforeEach(() => {
    [head, positions, busy, read, fromStore] = [5, new Map(), false, [], []];
  });
  const watch = () =>
    new LookAgain({
      head: () => Promise.resolve(head),
      positions: () => new Map(positions),
      isBusy: () => busy,
      readEnds: async (partitions) => void read.push(partitions),
      readStore: async (partitions, upTo) => void fromStore.push([partitions, upTo]),
      onTrouble: () => undefined,
      onMended: () => undefined,
    });

  it('has the log read again of those that are behind the store and did not move since the last look', async () => {
    const look = watch();
    positions = new Map([[0, 5], [1, 3], [2, 3], [3, 4]]); // prettier-ignore
    await look.look();
    expect(read).toEqual([]);
    positions.set(2, 4);
    await look.look();
    expect(read).toEqual([[1, 3]]);
  });

  it('waits while records of any partition are written: those of the others may not be fetched yet', async () => {
    const look = watch();
    positions = new Map([[0, 3], [1, 3]]); // prettier-ignore
    busy = true;
    await look.look();
    await look.look();
    expect(read).toEqual([]);
    busy = false;
    await look.look();
    expect(read).toEqual([[0, 1]]);
  });

  it('has the store read where the log had nothing twice, and begins with the log once that has helped', async () => {
    const look = watch();
    positions = new Map([[0, 5], [1, 3]]); // prettier-ignore
    for (let turn = 0; turn < 4; turn += 1) await look.look();
    expect(read).toEqual([[1], [1]]);
    expect(fromStore).toEqual([[[1], 5]]);
    positions.set(1, 5);
    await look.look();
    [head] = [6];
    await look.look();
    expect(read).toHaveLength(3);
    expect(fromStore).toHaveLength(1);
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
