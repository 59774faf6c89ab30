import { ProgressWatch } from './progress-watch';

describe('a watch on progress', () => {
  let now = 0;
  const shown = (head: number, ...positions: number[]) => ({
    name: 'tally',
    version: 1,
    head,
    partitions: positions.map((position, partition) => ({ partition, position })),
  });
  const aWatch = () => new ProgressWatch({ now: () => now });
  beforeEach(() => {
    now = 0;
  });

  it('finds the partitions that are behind and have not moved for half a minute', () => {
    const watch = aWatch();
    expect(watch.look(shown(9, 3, 4, 9))).toEqual([]);
    now = 29_999;
    expect(watch.look(shown(9, 3, 5, 9))).toEqual([]);
    now = 30_000;
    expect(watch.look(shown(9, 3, 5, 9))).toEqual([0]);
    now = 59_999;
    expect(watch.look(shown(12, 3, 5, 9))).toEqual([0, 1]);
  });

  it('does not hold an idle hour against a partition that falls behind after it', () => {
    const watch = aWatch();
    expect(watch.look(shown(3, 3))).toEqual([]);
    now = 3_600_000;
    expect(watch.look(shown(4, 3))).toEqual([]);
    now += 30_000;
    expect(watch.look(shown(4, 3))).toEqual([0]);
  });

  it('begins anew when a partition moves, however little, and when it has caught up', () => {
    const watch = aWatch();
    watch.look(shown(9, 3));
    now = 40_000;
    expect(watch.look(shown(9, 4))).toEqual([]);
    now = 60_000;
    expect(watch.look(shown(4, 4))).toEqual([]);
    now = 80_000;
    expect(watch.look(shown(9, 4))).toEqual([]);
    now = 110_000;
    expect(watch.look(shown(9, 4))).toEqual([0]);
  });
});
