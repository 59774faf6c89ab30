import type { LogRecord, RawHeader } from '../event-log';
import { deadLetter } from './dead-letter';

const MIB = 1024 * 1024;
const problem = { code: 'unknownInstrument', title: 'Not Found', detail: 'No instrument is listed as XNAS:NONE.' };
const origin = { topic: 'streakline.inbound.prices.v1', partition: 4 };
const record = (over: Partial<LogRecord> = {}): LogRecord => ({
  offset: 17,
  key: Buffer.from('XNAS:NONE'),
  value: Buffer.from('{"bars":[]}'),
  headers: { ce_id: 'a', ce_type: 'streakline.record-bars.v1' },
  timestamp: 1_770_325_260_000,
  ...over,
});

describe('a dead letter', () => {
  it('is the record as it came, and says from where, when and why', () => {
    expect(deadLetter(record(), origin, problem, Date.parse('2026-02-05T21:01:00Z'))).toEqual({
      partition: 0,
      key: Buffer.from('XNAS:NONE'),
      value: Buffer.from('{"bars":[]}'),
      moreHeaders: [
        ['ce_id', Buffer.from('a')],
        ['ce_type', Buffer.from('streakline.record-bars.v1')],
      ],
      headers: {
        'streakline-problem': JSON.stringify(problem),
        'streakline-origin-topic': 'streakline.inbound.prices.v1',
        'streakline-origin-partition': '4',
        'streakline-origin-offset': '17',
        'streakline-origin-timestamp': '1770325260000',
        'streakline-refused-at': '2026-02-05T21:01:00.000Z',
        'streakline-attempts': '1',
      },
    });
  });

  it('keeps bytes that are no text, and headers of one name', () => {
    const bytes = Buffer.from([0xff, 0xfe, 0]);
    const headers: readonly RawHeader[] = [
      ['trace', bytes],
      ['trace', null],
    ];
    const letter = deadLetter(record({ key: bytes, value: bytes, rawHeaders: () => headers }), origin, problem);
    expect(letter).toMatchObject({ key: bytes, value: bytes, moreHeaders: headers });
  });

  it('counts how often the record was refused', () => {
    const attempts = (header: string) =>
      deadLetter(record({ headers: { 'streakline-attempts': header } }), origin, problem).headers[
        'streakline-attempts'
      ];
    expect(['1', '7', '-3', 'many', '1e99'].map(attempts)).toEqual(['2', '8', '1', '1', '1']);
  });

  it('takes no header of ours from the sender: it could close another letter', () => {
    const forged = { 'streakline-closes': 'prices-0-0', 'streakline-origin-topic': 'x', other: 'o' };
    const letter = deadLetter(record({ headers: forged }), origin, problem);
    expect(letter.moreHeaders?.map(([name]) => name)).toEqual(['other']);
    expect(letter.headers['streakline-closes']).toBeUndefined();
    expect(letter.headers['streakline-origin-topic']).toBe(origin.topic);
  });

  it('leaves out what would not fit, and says so: a record that cannot be put aside would stop its partition', () => {
    const large = (over: Partial<LogRecord>) => deadLetter(record(over), origin, problem);
    const value = large({ value: Buffer.alloc(17 * MIB) });
    expect(value).toMatchObject({ value: null, key: Buffer.from('XNAS:NONE') });
    expect(value.headers['streakline-left-out']).toBe(`{"value":${17 * MIB}}`);
    const headers = large({ headers: { h: 'x'.repeat(MIB) } });
    expect(headers).toMatchObject({ moreHeaders: [], value: Buffer.from('{"bars":[]}') });
    expect(headers.headers['streakline-left-out']).toBe(`{"headers":${MIB + 11}}`);
    const key = large({ key: Buffer.alloc(MIB) });
    expect(key.key).toBeNull();
    expect(key.headers['streakline-left-out']).toBe(`{"key":${MIB}}`);
  });

  it('keeps the gist of a problem that would not fit', () => {
    const errors = Array.from({ length: 10_000 }, () => ({ pointer: '/bars/0', detail: 'x'.repeat(100) }));
    const { headers } = deadLetter(record(), origin, { ...problem, status: 422, errors });
    expect(JSON.parse(headers['streakline-problem'] ?? '')).toEqual({ ...problem, status: 422 });
  });
});
