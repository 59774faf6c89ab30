import * as fc from 'fast-check';
import type { BatchControl, LogRecord, RecordBatch } from '@streakline/event-log';
import { until } from '@streakline/testing';
import { asRead } from '../../test/records';
import { handleBatches, LeftUndone } from './handle-batches';
import { Limit } from './limit';

const batchOf = (...keys: readonly (Buffer | null)[]): RecordBatch => ({
  topic: 'inbound',
  partition: 0,
  records: keys.map((key, offset) => asRead({ key, value: null, headers: [] }, offset)),
  next: keys.length,
  end: keys.length,
});
const living: BatchControl = { heartbeat: () => Promise.resolve(), isStale: () => false };
const never = new AbortController().signal;

/** A handler whose records end when the test says so. */
function gates() {
  const begun: number[] = [];
  const open = new Map<number, () => void>();
  const handle = ({ offset }: LogRecord) => {
    begun.push(offset);
    return new Promise<void>((resolve) => open.set(offset, resolve));
  };
  return { begun, handle, end: (offset: number) => open.get(offset)?.() };
}

describe('working through a batch', () => {
  const [a, b] = [Buffer.from([0xff]), Buffer.from([0xfe])];

  it('keeps the order of each key, and of those without one, and goes on with the others', async () => {
    const { begun, handle, end } = gates();
    let done = false;
    const work = handleBatches({ handle, limit: new Limit(9), stopping: never })(
      batchOf(a, b, a, null, null, b),
      living,
    );
    void work.then(() => (done = true));
    await until('three lanes', () => begun.length === 3);
    expect(begun).toEqual([0, 1, 3]);
    end(1);
    await until('the next of its lane', () => begun.length === 4);
    expect(begun.at(-1)).toBe(5);
    for (const offset of [0, 3, 5]) end(offset);
    await until('the others', () => begun.length === 6);
    end(2);
    expect(done).toBe(false);
    end(4);
    await work;
  });

  it('never has more in work than it may, over all batches, and does all of them in the order of their keys', async () => {
    const key = fc.constantFrom(null, ...[1, 2, 3, 4, 5].map((byte) => Buffer.from([byte])));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(key, { maxLength: 30 }), { maxLength: 4 }),
        fc.integer({ min: 1, max: 8 }),
        async (batches, most) => {
          let [working, highest] = [0, 0];
          const seen: LogRecord[][] = batches.map(() => []);
          const limit = new Limit(most);
          await Promise.all(
            batches.map((keys, index) => {
              const handle = async (record: LogRecord) => {
                highest = Math.max(highest, ++working);
                await new Promise((resolve) => setImmediate(resolve));
                working--;
                seen[index]?.push(record);
              };
              return handleBatches({ handle, limit, stopping: never })(batchOf(...keys), living);
            }),
          );
          expect(highest).toBeLessThanOrEqual(most);
          batches.forEach((keys, index) => {
            const { records } = batchOf(...keys);
            for (const each of new Set(keys.map(String))) {
              const offsets = (of: readonly LogRecord[]) =>
                of.flatMap(({ key: own, offset }) => (String(own) === each ? [offset] : []));
              expect(offsets(seen[index] ?? [])).toEqual(offsets(records));
            }
          });
        },
      ),
      { numRuns: 50 },
    );
  });

  it('rejects when it is to stop, so that no offset moves, and begins nothing more', async () => {
    const stopping = new AbortController();
    const begun: number[] = [];
    const handle = async ({ offset }: LogRecord, _: RecordBatch, patience: { signal: AbortSignal }) => {
      patience.signal.throwIfAborted();
      begun.push(offset);
      stopping.abort();
    };
    const work = handleBatches({ handle, limit: new Limit(1), stopping: stopping.signal })(batchOf(a, a, b), living);
    await expect(work).rejects.toThrow(LeftUndone);
    expect(begun).toEqual([0]);
  });

  it('leaves the rest quietly where the partition moved', async () => {
    let stale = false;
    const begun: number[] = [];
    const handle = async ({ offset }: LogRecord, _: RecordBatch, patience: { heartbeat(): Promise<void> }) => {
      await patience.heartbeat();
      begun.push(offset);
      stale = true;
    };
    const control: BatchControl = { ...living, isStale: () => stale };
    await handleBatches({ handle, limit: new Limit(9), stopping: never })(batchOf(a, a, a), control);
    expect(begun).toEqual([0]);
  });

  it('passes on that the group gives out its partitions anew', async () => {
    const rebalancing = new Error('the group rebalances');
    const control: BatchControl = { ...living, heartbeat: () => Promise.reject(rebalancing) };
    const handle = (_record: LogRecord, _batch: RecordBatch, patience: { heartbeat(): Promise<void> }) =>
      patience.heartbeat();
    const work = handleBatches({ handle, limit: new Limit(9), stopping: never })(batchOf(a, b), control);
    await expect(work).rejects.toBe(rebalancing);
  });
});
