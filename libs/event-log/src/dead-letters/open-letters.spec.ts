import type { LogRecord, OutgoingRecord } from '../event-log';
import { deadLetter } from './dead-letter';
import { OpenLetters } from './open-letters';

const problem = { code: 'invalid', title: 'Unprocessable Entity', detail: 'No bars.' };
const origin = { topic: 'in', partition: 2 };
const place = { topic: 'in.dead-letters', partition: 0 };
const refused = (offset: number, timestamp = 1) =>
  deadLetter({ offset, key: null, value: Buffer.from('v'), headers: { ce_id: 'i' }, timestamp }, origin, problem, 5);
const closing = (id: string): OutgoingRecord => ({
  partition: 0,
  key: null,
  value: null,
  headers: { 'streakline-closes': id },
});

function openOf(records: readonly OutgoingRecord[]) {
  const letters = new OpenLetters();
  records.forEach((record, offset) => letters.add('prices', place, asRead(record, offset)));
  return letters.open();
}

function asRead({ key, value, headers, moreHeaders = [] }: OutgoingRecord, offset: number): LogRecord {
  const bytes = (text: Buffer | string | null) => (text === null ? null : Buffer.from(text));
  const more = Object.fromEntries(moreHeaders.map(([name, each]) => [name, each?.toString() ?? '']));
  return { offset, key: bytes(key), value: bytes(value), headers: { ...headers, ...more }, timestamp: 9 };
}

describe('the letters that are open', () => {
  it('say all that is known of each', () => {
    expect(openOf([refused(17)])).toEqual([
      {
        id: 'prices-0-0',
        place: { ...place, offset: 0 },
        origin: { ...origin, offset: 17 },
        key: null,
        headers: { ce_id: 'i' },
        size: 1,
        problem,
        refusedAt: '1970-01-01T00:00:00.005Z',
        attempts: 1,
        leftOut: {},
      },
    ]);
  });

  it('are those that nobody closed', () => {
    const ids = openOf([refused(1), refused(2), refused(3), closing('prices-0-1')]).map(({ id }) => id);
    expect(ids).toEqual(['prices-0-0', 'prices-0-2']);
  });

  it('have a record once that was refused twice, and not again once it was closed', () => {
    expect(openOf([refused(1), refused(1)]).map(({ id }) => id)).toEqual(['prices-0-0']);
    expect(openOf([refused(1), closing('prices-0-0'), refused(1)])).toEqual([]);
    expect(openOf([refused(1), refused(1), closing('prices-0-1')])).toEqual([]);
  });

  it('have another record at the same offset of a topic that was deleted and made anew', () => {
    expect(openOf([refused(1, 100), closing('prices-0-0'), refused(1, 200)]).map(({ id }) => id)).toEqual([
      'prices-0-2',
    ]);
  });

  it('include what others wrote there, and are not disturbed by closings of nothing', () => {
    const foreign: OutgoingRecord = { partition: 0, key: 'k', value: 'v', headers: { 'streakline-problem': '[' } };
    expect(openOf([closing('prices-0-7'), foreign])).toMatchObject([
      { id: 'prices-0-1', origin: null, key: 'k', attempts: 1, problem: { code: 'noProblem' } },
    ]);
  });
});
