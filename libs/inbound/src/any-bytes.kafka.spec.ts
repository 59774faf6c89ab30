import * as fc from 'fast-check';
import { letterHeaders } from '@streakline/event-log';
import { describeWithKafka, until } from '@streakline/testing';
import { type InboundTopics, makeInboundTopics } from '../test/inbound-topics';
import { binary, type Parts, structured } from '../test/records';

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array)),
  fc.json().map((text) => Buffer.from(text)),
);
const headerName = fc.oneof(
  fc.string(),
  fc.constantFrom(
    'content-type',
    'ce_id',
    'ce_type',
    '__proto__',
    'constructor',
    'streakline-closes',
    'streakline-problem',
  ),
);
const anyRecord: fc.Arbitrary<Parts> = fc
  .record({
    key: fc.option(bytes),
    value: fc.option(bytes),
    headers: fc.array(fc.tuple(headerName, fc.option(bytes)), { maxLength: 6 }),
    base: fc.constantFrom(undefined, binary(), structured()),
  })
  .map(({ base, key, value, headers }) => ({
    key,
    value: base === undefined || (headers.length > 3 && value !== null) ? value : base.value,
    headers: [...(base?.headers ?? []), ...headers],
  }));

describeWithKafka('inbound records of any bytes', (kafka) => {
  let inlets: InboundTopics;
  beforeAll(async () => {
    inlets = await makeInboundTopics(kafka());
    inlets.start({ execute: () => Promise.resolve({ said: 'now', id: 'x', position: 1 }) });
  });
  afterAll(() => inlets.close());

  it('come each to one end: taken, or a dead letter', async () => {
    const origins = () =>
      inlets.letters.map(({ headers }) =>
        [letterHeaders.originTopic, letterHeaders.originPartition, letterHeaders.originOffset]
          .map((name) => headers[name])
          .join(),
      );
    await fc.assert(
      fc.asyncProperty(fc.array(anyRecord, { minLength: 20, maxLength: 60 }), async (records) => {
        const before = inlets.letters.length;
        await inlets.send('inboundAnnouncements', ...records);
        const refused = (await inlets.nextEnds(records.length)).filter((end) => end !== 'now');
        await until('their letters', () => inlets.letters.length >= before + refused.length);
        expect(inlets.letters).toHaveLength(before + refused.length);
        expect(new Set(origins()).size).toBe(inlets.letters.length);
        expect(refused).not.toContain('internalError');
      }),
      { numRuns: 15 },
    );
    expect(inlets.retries).toEqual([]);
  });
});
