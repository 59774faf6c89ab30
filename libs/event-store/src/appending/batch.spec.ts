import { takeBatch, type PendingAppend } from './batch';

describe('taking a batch off the queue', () => {
  const pending = (
    streams: readonly string[],
    options: { eventCount?: number; bytes?: number; ids?: readonly string[] } = {},
  ): PendingAppend => ({
    append: {
      streams: streams.map((streamId) => ({ streamId, expected: 'any', events: [] })),
      correlationId: streams.join('+'),
      causationId: null,
      eventCount: options.eventCount ?? 1,
      bytes: options.bytes ?? 100,
      givenIds: options.ids ?? [],
    },
    resolve: () => undefined,
    reject: () => undefined,
  });
  const names = (batch: readonly PendingAppend[]) => batch.map(({ append }) => append.correlationId);
  /** The batches that a queue goes out in. */
  const batchesOf = (queue: PendingAppend[]) => {
    const batches: string[][] = [];
    while (queue.length > 0) batches.push(names(takeBatch(queue)));
    return batches;
  };

  it('takes all appends to different streams together, in their order', () => {
    expect(batchesOf([pending(['a']), pending(['b', 'c']), pending(['d'])])).toEqual([['a', 'b+c', 'd']]);
  });

  it('holds at most one append a stream, and keeps the order of each stream', () => {
    expect(batchesOf([pending(['a']), pending(['a', 'b']), pending(['b']), pending(['c'])])).toEqual([
      ['a', 'c'],
      ['a+b'],
      ['b'],
    ]);
  });

  it('holds the same event id once', () => {
    expect(batchesOf([pending(['a'], { ids: ['1'] }), pending(['b'], { ids: ['1'] })])).toEqual([['a'], ['b']]);
  });

  it('sends a large append alone', () => {
    expect(batchesOf([pending(['a']), pending(['large'], { eventCount: 5_000 }), pending(['b'])])).toEqual([
      ['a'],
      ['large'],
      ['b'],
    ]);
    expect(batchesOf([pending(['a']), pending(['large'], { bytes: 50_000_000 }), pending(['b'])])).toEqual([
      ['a'],
      ['large'],
      ['b'],
    ]);
  });

  it('bounds a batch by its events', () => {
    const queue = Array.from({ length: 700 }, (_, index) => pending([`s${index}`]));
    expect(batchesOf(queue).map((batch) => batch.length)).toEqual([512, 188]);
  });
});
