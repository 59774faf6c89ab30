import type { RawEvent } from '@streakline/event-store';
import fc from 'fast-check';
import { eventLine } from './event-line';
import { instantText } from './instant-text';
import { placeText, readPlace } from './known-place';

const anEvent: RawEvent = {
  position: 12,
  id: '7b1c9f0e-2f5a-4c7e-9a53-2f6a4a3f9d11',
  streamId: 'symbol-XNAS:AMZN',
  streamVersion: 3,
  type: 'SplitRecorded',
  typeVersion: 1,
  knownAt: Date.UTC(2022, 5, 6, 13, 29, 59, 999),
  recordedAt: Date.UTC(2026, 0, 1),
  keys: ['ins_1', 'idempotency:"odd"\\'],
  correlationId: '00000000-0000-4000-8000-000000000001',
  causationId: null,
  json: '{"to":20.0}',
};

describe('an event as a line of JSON', () => {
  it('is what a reader expects, its data as it was stored', () => {
    expect(eventLine(anEvent)).toBe(
      '{"position":12,"id":"7b1c9f0e-2f5a-4c7e-9a53-2f6a4a3f9d11","streamId":"symbol-XNAS:AMZN","streamVersion":3,"type":"SplitRecorded","typeVersion":1,"knownAt":"2022-06-06T13:29:59.999Z","recordedAt":"2026-01-01T00:00:00.000Z","keys":["ins_1","idempotency:\\"odd\\"\\\\"],"correlationId":"00000000-0000-4000-8000-000000000001","causationId":null,"data":{"to":20.0}}',
    );
  });

  it('is one line of JSON, whatever its texts are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })), (streamId, keys) => {
        const line = eventLine({ ...anEvent, streamId, keys, causationId: anEvent.id });
        expect(line).not.toContain('\n');
        expect(JSON.parse(line)).toMatchObject({ streamId, keys, causationId: anEvent.id, position: 12 });
      }),
    );
  });

  it('writes instants as RFC 3339 has them, before 1970 too', () => {
    const instants = fc.integer({ min: Date.UTC(0, 0, 1), max: Date.UTC(9999, 11, 31) });
    fc.assert(fc.property(instants, (instant) => expect(instantText(instant)).toBe(new Date(instant).toISOString())));
  });

  it('names a place by knownAt and position, and reads no other text as one', () => {
    const place = { knownAt: Date.UTC(2026, 1, 27, 21), position: 1234 };
    expect(placeText(place)).toBe('2026-02-27T21:00:00.000Z~1234');
    expect(readPlace('2026-02-27T21:00:00.000Z~1234')).toEqual(place);
    expect(readPlace('2026-02-27T21:00:00Z~1234')).toEqual(place);
    for (const text of ['1234', '2026-02-27~1', '2026-02-30T25:00:00Z~1', '2026-02-27T21:00:00Z~', 'x~y'])
      expect(readPlace(text)).toBeUndefined();
  });
});
