import type { RecordedEvent } from '@streakline/events';
import { CloudEvent, Kafka } from 'cloudevents';
import fc from 'fast-check';
import type { LogRecord, OutgoingRecord } from '../event-log';
import { UnreadableRecord } from './headers';
import { instantText } from './instants';
import { encodeEvent, placed } from './recorded-event';
import { decodeRecord, watermark } from './streakline-record';

/** What Kafka makes of a record on its way: bytes. */
const carried = ({ key, value, headers }: OutgoingRecord): LogRecord => ({
  offset: 0,
  timestamp: 0,
  key: key === null ? null : Buffer.from(key),
  value: value === null ? null : Buffer.from(value),
  headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, Buffer.from(text).toString()])),
});

const anEvent: RecordedEvent = {
  position: 4_294_967_297,
  id: '0b7e6b1c-5b3a-4a3c-9a55-0d7f3c1d2e4f',
  streamId: 'instrument-ins_1',
  streamVersion: 3,
  type: 'BarsRecorded',
  typeVersion: 2,
  data: { close: 198.79 },
  keys: ['ins_1', 'ann_2'],
  knownAt: Date.UTC(2026, 1, 13, 21, 0, 0, 0),
  recordedAt: Date.UTC(2026, 1, 13, 21, 0, 1, 123),
  correlationId: '3f6f0f57-2b61-4f0a-8a6c-1f1b7f0c9b11',
  causationId: null,
};

describe('events as CloudEvents', () => {
  it('have the attributes of the specification as ce_ headers, ours as extensions, and JSON as the value', () => {
    const record = placed(encodeEvent(anEvent), { partition: 7, key: 'ins_1', prevPosition: 12 });
    expect(record).toEqual({
      partition: 7,
      key: 'ins_1',
      value: '{"close":198.79}',
      headers: {
        ce_specversion: '1.0',
        ce_id: '0b7e6b1c-5b3a-4a3c-9a55-0d7f3c1d2e4f',
        ce_source: '/streakline/events',
        ce_type: 'streakline.BarsRecorded.v2',
        ce_subject: 'instrument-ins_1',
        ce_time: '2026-02-13T21:00:00.000Z',
        'content-type': 'application/json',
        ce_position: '4294967297',
        ce_prevposition: '12',
        ce_streamversion: '3',
        ce_recordedat: '2026-02-13T21:00:01.123Z',
        ce_keys: '["ins_1","ann_2"]',
        ce_correlationid: '3f6f0f57-2b61-4f0a-8a6c-1f1b7f0c9b11',
      },
    });
    // Attribute names are lower-case letters and digits, CloudEvents 1.0.2, "Naming conventions".
    for (const name of Object.keys(record.headers)) expect(name).toMatch(/^(ce_[a-z0-9]+|content-type)$/);
  });

  it('are read by the CloudEvents SDK, and are valid to it', () => {
    const { key, value, headers } = placed(encodeEvent(anEvent), { partition: 7, key: 'ins_1', prevPosition: 12 });
    const event = Kafka.toEvent<unknown>({ key, value: String(value), headers, body: String(value) } as never);
    if (Array.isArray(event)) throw new Error('one record is one event');
    expect(new CloudEvent(event).validate()).toBe(true);
    expect(event).toMatchObject({
      id: '0b7e6b1c-5b3a-4a3c-9a55-0d7f3c1d2e4f',
      source: '/streakline/events',
      type: 'streakline.BarsRecorded.v2',
      subject: 'instrument-ins_1',
      time: '2026-02-13T21:00:00.000Z',
      datacontenttype: 'application/json',
      data: { close: 198.79 },
      position: '4294967297',
      prevposition: '12',
    });
  });

  it('have their instants as Date writes them', () => {
    const instants = fc.integer({ min: -8.64e15, max: 8.64e15 });
    fc.assert(
      fc.property(instants, (instant) => {
        expect(instantText(instant)).toBe(new Date(instant).toISOString());
      }),
    );
  });

  it('come back as they were', () => {
    const text = fc.string({ unit: 'binary', minLength: 1 });
    const instant = fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2100, 0) });
    const events = fc.record({
      position: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
      id: fc.uuid(),
      streamId: text,
      streamVersion: fc.integer({ min: 1 }),
      type: fc.string({ minLength: 1 }),
      typeVersion: fc.integer({ min: 1, max: 99 }),
      data: fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown),
      keys: fc.array(text),
      knownAt: instant,
      recordedAt: instant,
      correlationId: fc.uuid(),
      causationId: fc.option(fc.uuid()),
    });
    fc.assert(
      fc.property(events, fc.nat(), (event, prevPosition) => {
        const record = carried(placed(encodeEvent(event), { partition: 0, key: 'k', prevPosition }));
        expect(decodeRecord(record)).toEqual({ position: event.position, prevPosition, event });
      }),
    );
  });

  it('have watermarks among them, which hold no event', () => {
    expect(decodeRecord(carried(watermark(3, 40, 31)))).toEqual({ position: 40, prevPosition: 31, event: null });
  });

  const whole = carried(placed(encodeEvent(anEvent), { partition: 0, key: 'k', prevPosition: 0 }));
  const broken: readonly [string, LogRecord, RegExp][] = [
    ['without any header', { ...whole, headers: {} }, /ce_specversion is missing/],
    ['of another specification', { ...whole, headers: { ...whole.headers, ce_specversion: '2.0' } }, /CloudEvents 2.0/],
    [
      'whose position is no number',
      { ...whole, headers: { ...whole.headers, ce_position: '-1' } },
      /ce_position is "-1"/,
    ],
    [
      'of a type that is not ours',
      { ...whole, headers: { ...whole.headers, ce_type: 'com.example' } },
      /ce_type is com.example/,
    ],
    ['whose instant is none', { ...whole, headers: { ...whole.headers, ce_time: 'soon' } }, /ce_time is "soon"/],
    ['whose keys are no list', { ...whole, headers: { ...whole.headers, ce_keys: '{}' } }, /not a list/],
    ['without a value', { ...whole, value: null }, /value is not JSON/],
    ['whose value is cut short', { ...whole, value: Buffer.from('{"a"') }, /value is not JSON/],
  ];
  it.each(broken)('refuses a record %s, saying why', (_, record, message) => {
    expect(() => decodeRecord(record)).toThrow(UnreadableRecord);
    expect(() => decodeRecord(record)).toThrow(message);
  });
});
