import * as fc from 'fast-check';
import type { Problem } from '@streakline/web-api';
import { malformed } from '../../test/malformed';
import { anAnnouncement, asRead, binary, type Parts, type Said, someBars, structured } from '../../test/records';
import { announcementTypes, priceTypes } from './inbound-types';
import { readCommand, type ReadCommand } from './read-command';

const origin = { topic: 'inbound', partition: 3 };
const read = (parts: Parts, types = announcementTypes) => readCommand(asRead(parts, 7), origin, types);
const commandOf = (parts: Parts, types = announcementTypes): ReturnType<ReadCommand['command']> => {
  const answer = read(parts, types);
  if ('problem' in answer) throw new Error(`It is refused: ${answer.problem.detail}`);
  return answer.command(1000);
};
const problemOf = (parts: Parts): Problem => {
  const answer = read(parts);
  if (!('problem' in answer)) throw new Error('It is a command.');
  return answer.problem;
};
const utf8 = (text: string) => Buffer.from(text);

describe('reading a command from a record', () => {
  it.each(malformed)('refuses %s', (_, parts, status, code) => {
    expect(problemOf(parts)).toMatchObject({ type: 'about:blank', status, code });
    expect(problemOf(parts).detail).not.toBe('');
  });

  it('tells the sender of a plain record how to say it', () => {
    expect(problemOf(binary({}, { headers: [] })).detail).toContain('ce_type (streakline.announce.v1 or');
    expect(problemOf(structured({}, { headers: [] })).detail).toContain('content-type: application/cloudevents+json');
  });

  it('points into the data, in both modes', () => {
    const data = { ...anAnnouncement, headline: 7 };
    for (const parts of [binary({ data }), structured({ data })])
      expect(problemOf(parts).errors).toEqual([expect.objectContaining({ pointer: '/headline' })]);
  });

  it('makes each command of its type, with the subject and the time', () => {
    const [id, reason] = [`ann_${'0'.repeat(32)}`, 'a hoax'];
    const amendment = { announcedOn: '2026-03-02', headline: 'More' };
    const bars: Said = { type: 'streakline.record-bars.v1', subject: 'XNAS:AMZN', data: someBars };
    const context = expect.objectContaining({ now: 1000 });
    expect(commandOf(binary())).toEqual({ body: anAnnouncement, context });
    expect(commandOf(structured({ type: 'streakline.amend.v1', subject: id, data: amendment }))).toEqual({
      announcementId: id,
      body: amendment,
      context,
    });
    const period = { period: '2025-Q4' };
    expect(commandOf(binary({ type: 'streakline.measure.v1', subject: id, data: period }))).toEqual({
      id,
      body: period,
      context,
    });
    for (const type of ['streakline.correct.v1', 'streakline.retract.v1'])
      expect(commandOf(binary({ type, subject: id, data: { reason } }))).toMatchObject({ body: { reason }, context });
    expect(commandOf(binary(bars), priceTypes)).toEqual({ ref: 'XNAS:AMZN', body: someBars, context });
    const halt = { from: '2026-02-27T15:04:10Z' };
    const halted: Said = { type: 'streakline.record-halt.v1', subject: 'XNAS:AMZN', data: halt };
    expect(commandOf(binary(halted), priceTypes)).toEqual({ ref: 'XNAS:AMZN', body: halt, context });
  });

  it('knows an event by its source and id, in either mode, and what it says by its type, subject and data', () => {
    const idempotency = (said: Said, mode = binary) => commandOf(mode(said)).context.idempotency;
    const same = idempotency({});
    expect(idempotency({}, structured)).toEqual(same);
    expect(idempotency({ correlationid: 'x', subject: 'for people' })).toEqual(same);
    for (const other of [{ id: 'other' }, { source: '/other' }]) expect(idempotency(other)?.key).not.toBe(same?.key);
    const changed = idempotency({ data: { ...anAnnouncement, headline: 'Another' } });
    expect(changed).toEqual({ key: same?.key, fingerprint: expect.not.stringMatching(`^${same?.fingerprint}$`) });
  });

  it("takes the event's correlation id if it is a UUID, else one that is the same whenever it comes", () => {
    const of = (said: Said) => commandOf(binary(said)).context.correlationId;
    expect(of({ correlationid: '0B7F4A52-8D3C-4A63-9F2E-1C5D7E8F9A0B' })).toBe('0b7f4a52-8d3c-4a63-9f2e-1c5d7e8f9a0b');
    expect(of({})).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-/);
    expect(of({ correlationid: 'no uuid' })).toBe(of({}));
    expect(of({ id: 'other' })).not.toBe(of({}));
    expect(problemOf(binary({ data: {} })).requestId).toBe(of({}));
  });

  it('makes of any bytes at all a command or a problem, and the same one again', () => {
    const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array));
    const name = fc.oneof(
      fc.constantFrom('content-type', 'ce_id', 'ce_source', 'ce_type', 'ce_specversion', 'ce_subject', '__proto__'),
      fc.string(),
    );
    const text = fc.constantFrom('1.0', 'streakline.announce.v1', 'application/json', 'application/cloudevents+json');
    const value = fc.oneof(bytes, text.map(utf8), fc.json().map(utf8), fc.constant(null));
    const parts = fc.record({
      key: fc.option(bytes),
      value: fc.oneof(value, fc.constant(binary().value), fc.constant(structured().value)),
      headers: fc.array(fc.tuple(name, value), { maxLength: 8 }),
    });
    fc.assert(
      fc.property(parts, fc.boolean(), (any, withAttributes) => {
        const all = withAttributes ? { ...any, headers: [...binary().headers, ...any.headers] } : any;
        const [once, again] = [read(all), read(all)];
        expect('problem' in once ? once : once.command(0)).toEqual('problem' in again ? again : again.command(0));
        if ('problem' in once)
          expect(once.problem).toMatchObject({ status: expect.any(Number), code: expect.any(String) });
        if ('problem' in once) expect(once.problem.status).toBeLessThan(500);
      }),
      { numRuns: 500 },
    );
  });

  it('reads data as deep as anybody nests it', () => {
    for (const value of [utf8('['.repeat(1_000_000)), utf8('['.repeat(100_000) + ']'.repeat(100_000))])
      for (const parts of [binary({}, { value }), structured({}, { value })])
        expect(problemOf(parts).status).toBeLessThan(500);
  });
});
