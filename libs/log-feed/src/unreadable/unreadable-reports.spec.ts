import type { LogRecord } from '@streakline/event-log';
import { createLog } from '@streakline/observability';
import { until } from '@streakline/testing';
import { UnreadableReports } from './unreadable-reports';

const FETCH_BYTES = 1024 * 1024;

/** A record whose parts are views into all that a fetch brought. */
function fetched(offset: number): LogRecord {
  const fetch = Buffer.alloc(FETCH_BYTES, 'x');
  const [key, value, header] = [fetch.subarray(0, 3), fetch.subarray(3, 10), fetch.subarray(10, 12)];
  return { offset, timestamp: 5, key, value, headers: { h: 'xx' }, rawHeaders: () => [['h', header]] };
}

const at = (partition: number) => ({ topic: 'events', partition });

describe('reports of unreadable records', () => {
  const log = createLog('silent');

  it('keep what a record says and not the fetch that it came in', async () => {
    const told: LogRecord[] = [];
    const reports = new UnreadableReports(async (record) => void told.push(record), log);
    reports.add(fetched(7), at(0), 'no headers');
    await until('it is told', () => !reports.isPending(0));
    const { key, value, rawHeaders, ...rest } = told[0] ?? fetched(-1);
    const raw = rawHeaders?.() ?? [];
    expect(rest).toEqual({ offset: 7, timestamp: 5, headers: { h: 'xx' } });
    expect([key, value, raw].map(String)).toEqual(['xxx', 'xxxxxxx', 'h,xx']);
    for (const bytes of [key, value, raw[0]?.[1]]) expect(bytes?.buffer.byteLength).toBeLessThan(FETCH_BYTES);
  });

  it('are made one at a time for a partition, in order, and again until they are heard', async () => {
    const [tried, underWay]: [string[], Set<number>] = [[], new Set()];
    let failures = 2;
    const reports = new UnreadableReports(async ({ offset }, { partition }) => {
      expect(underWay.has(partition)).toBe(false);
      underWay.add(partition);
      await new Promise((resolve) => setImmediate(resolve));
      underWay.delete(partition);
      if (partition === 0 && failures-- > 0) throw new Error('not yet');
      tried.push(`${partition}/${offset}`);
    }, log);
    for (const offset of [1, 2, 3]) for (const partition of [0, 1]) reports.add(fetched(offset), at(partition), 'bad');
    expect([reports.isPending(0), reports.isPending(1), reports.isPending(2)]).toEqual([true, true, false]);
    await until('all are told', () => !reports.isPending(0) && !reports.isPending(1));
    expect(tried).toEqual(['1/1', '1/2', '1/3', '0/1', '0/2', '0/3']);
    expect(failures).toBeLessThan(0);
  });
});
