import type { BatchControl, ConsumerOptions, LogRecord, RecordBatch } from '@streakline/event-log';
import { inLanes } from './in-lanes';
import type { Limit } from './limit';
import type { Patience } from './patience';

/** Left undone on purpose: the next reader of the partition begins with it again. */
export class LeftUndone extends Error {
  override readonly name = 'LeftUndone';
}

export interface BatchHandling {
  /** Brings one record to its end. */
  readonly handle: (record: LogRecord, batch: RecordBatch, patience: Patience) => Promise<void>;
  /** Of the records in work, over all partitions. */
  readonly limit: Limit;
  /** Aborts when no further record should be begun. */
  readonly stopping: AbortSignal;
}

/** How long records in work may take to their end when all is to stop, in milliseconds. */
const GRACE_MS = 2_500;

/**
 * Works through a batch: records of one key in their order, keys side by side, so that the store puts many of them into
 * one transaction. Records without a key keep the order of their partition among themselves.
 *
 * Resolves when every record is done, and so lets the offset move; else it rejects, or the batch is stale.
 */
export function handleBatches(handling: BatchHandling): ConsumerOptions['eachBatch'] {
  return async (batch, control) => {
    const ended = new AbortController();
    const stop = () => ended.abort(new LeftUndone('Inbound records are left for later: the process stops.'));
    handling.stopping.addEventListener('abort', stop, { once: true });
    if (handling.stopping.aborted) stop();
    try {
      await Promise.race([workThrough(batch, control, handling, ended), graceOver(ended.signal)]);
    } catch (error) {
      // What is left of a stale batch is another's, or comes again.
      if (!control.isStale()) throw error;
    } finally {
      handling.stopping.removeEventListener('abort', stop);
    }
  };
}

async function workThrough(
  batch: RecordBatch,
  control: BatchControl,
  { handle, limit }: BatchHandling,
  ended: AbortController,
): Promise<void> {
  /** The batch cannot be completed any more: no lane needs to begin another record. */
  const orEnd = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      ended.abort(error);
      throw error;
    }
  };
  const heartbeat = () =>
    orEnd(async () => {
      if (control.isStale()) throw new LeftUndone('Inbound records are left to another: the partition moved.');
      await control.heartbeat();
    });
  const patience: Patience = { signal: ended.signal, heartbeat };
  await inLanes(batch.records, laneOf, (record) => limit.run(() => orEnd(() => handle(record, batch, patience))));
}

/** Byte by byte, whatever the key is. */
function laneOf({ key }: LogRecord): string {
  return key === null ? '' : `key ${key.toString('latin1')}`;
}

/** Rejects some time after the signal aborts: a record in work may be waiting for a database that says nothing. */
function graceOver(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const giveUp = () => reject(new LeftUndone(`Inbound records did not come to an end within ${GRACE_MS} ms.`));
    signal.addEventListener('abort', () => setTimeout(giveUp, GRACE_MS).unref(), { once: true });
  });
}
