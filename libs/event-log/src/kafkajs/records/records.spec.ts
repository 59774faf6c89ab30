import fc from 'fast-check';
import type { OutgoingRecord } from '../../event-log';
import { EventLogError } from '../../event-log-error';
import { kafkajsInternal } from '../kafkajs-internals';
import { ByteWriter } from './byte-writer';
import { readRecordSet } from './read-record-set';
import { GZIP, theirBatch, theirMessages } from './theirs.fixture';
import { writeBatch } from './write-batch';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 40 }),
  fc.string({ minLength: 90, maxLength: 300 }),
);
const bytes = fc.uint8Array({ maxLength: 9_000 }).map((given) => Buffer.from(given));
const headers = fc.dictionary(
  text.filter((name) => name !== '__proto__'),
  text,
  { maxKeys: 15 },
);
const anOutgoing: fc.Arbitrary<OutgoingRecord> = fc.record({
  partition: fc.constant(0),
  key: fc.option(fc.oneof(text, bytes)),
  value: fc.option(fc.oneof(text, bytes)),
  headers,
});
const batches = fc.array(anOutgoing, { minLength: 1, maxLength: 12 });
const instants = fc.integer({ min: Date.UTC(1970, 0), max: Date.UTC(2100, 0) });

const written = (records: readonly OutgoingRecord[], timestamp: number): Buffer => {
  const out = new ByteWriter(16);
  writeBatch(out, records, timestamp);
  return out.written;
};
/** Both codecs' records in one shape. */
const inOneShape = (messages: Awaited<ReturnType<typeof theirMessages>>) =>
  messages.map(({ offset, timestamp, key, value, headers: given, isControlRecord }) => ({
    ...{ offset: Number(offset), timestamp: Number(timestamp), key, value, isControlRecord },
    headers: Object.fromEntries(Object.entries(given).map(([name, each]) => [name, [each].flat().at(-1)?.toString()])),
  }));
const readByUs = (set: Buffer) =>
  readRecordSet(set)?.map(({ offset, timestamp, key, value, isControlRecord, headers: given }) => ({
    ...{ offset, timestamp, key, value, isControlRecord, headers: { ...given } },
  }));

describe('our record batches', () => {
  it('are byte for byte those that kafkajs writes', async () => {
    await fc.assert(
      fc.asyncProperty(batches, instants, async (records, timestamp) => {
        expect(written(records, timestamp).toString('hex')).toBe(
          (await theirBatch({ records, timestamp })).toString('hex'),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('are read by kafkajs, and by us, as what was sent', async () => {
    await fc.assert(
      fc.asyncProperty(batches, instants, async (records, timestamp) => {
        const set = written(records, timestamp);
        const sent = records.map(({ key, value, headers: own }, offset) => ({
          ...{ offset, timestamp, isControlRecord: false, headers: { ...own } },
          key: key === null ? null : Buffer.from(key),
          value: value === null ? null : Buffer.from(value),
        }));
        expect(inOneShape(await theirMessages(set))).toEqual(sent);
        expect(readByUs(set)).toEqual(sent);
      }),
    );
  });
});

describe('a fetched record set', () => {
  const deltas = fc.integer({ min: -(2 ** 40), max: 2 ** 40 });
  const theirRecords = fc.array(
    fc.record({
      ...{ key: fc.option(bytes), value: fc.option(bytes), timestampDelta: deltas },
      headers: fc.dictionary(
        text.filter((name) => !(name in {})),
        fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 3 })),
      ),
    }),
    { minLength: 1, maxLength: 8 },
  );
  const sets = fc.array(fc.tuple(theirRecords, fc.nat(2 ** 45), instants), { minLength: 1, maxLength: 4 });
  const aSet = (given: readonly (readonly [readonly never[], number, number])[]) =>
    Promise.all(given.map(([records, firstOffset, timestamp]) => theirBatch({ records, firstOffset, timestamp })));

  it('is read as kafkajs reads it, cut off wherever the fetch ended', async () => {
    await fc.assert(
      fc.asyncProperty(sets, fc.nat(400), async (given, cut) => {
        const whole = Buffer.concat(await aSet(given as never));
        const set = whole.subarray(0, Math.max(61, whole.length - cut));
        expect(readByUs(set)).toEqual(inOneShape(await theirMessages(set)));
      }),
      { numRuns: 200 },
    );
  });

  const records = [{ key: null, value: 'x', headers: {} }];
  const attributesOf = (set: Buffer, attributes: number, alsoBytes: (set: Buffer) => void = () => undefined) => {
    const changed = Buffer.from(set);
    changed.writeInt16BE(attributes, 21);
    alsoBytes(changed);
    return withChecksum(changed);
  };

  it('is left to kafkajs where a batch is compressed', async () => {
    const plain = await theirBatch({ records, timestamp: 1 });
    const gzipped = await theirBatch({ records, timestamp: 1, compression: GZIP });
    expect(readRecordSet(Buffer.concat([plain, gzipped]))).toBeUndefined();
    expect(inOneShape(await theirMessages(gzipped))).toMatchObject([{ value: Buffer.from('x') }]);
  });

  it('is left to kafkajs where a message is of the format before batches, however short', async () => {
    for (const magic of [0, 1]) {
      const message = kafkajsInternal<(given: object) => { readonly buffer: Buffer }>(
        'protocol',
        'message',
        `v${magic}`,
      );
      const set = messageSet(message({ compression: 0, timestamp: 1, key: null, value: 'x' }).buffer, 7n);
      expect(readRecordSet(set)).toBeUndefined();
      expect(readRecordSet(Buffer.concat([set, set, set]))).toBeUndefined();
      expect(await theirMessages(set)).toMatchObject([{ offset: '7', value: Buffer.from('x') }]);
    }
  });

  it('has the broker’s time where the topic says so', async () => {
    const set = attributesOf(await theirBatch({ records, timestamp: 1_000, maxTimestamp: 5_000 }), 0b1000);
    expect(readByUs(set)).toMatchObject([{ timestamp: 5_000 }]);
    expect(inOneShape(await theirMessages(set))).toMatchObject([{ timestamp: 5_000 }]);
  });

  it('tells the ends of transactions from records', async () => {
    const set = attributesOf(await theirBatch({ records, timestamp: 1 }), 0b110000);
    expect(readByUs(set)).toMatchObject([{ isControlRecord: true }]);
  });

  it('is refused where a batch says that it is shorter than a batch can be', async () => {
    const set = await theirBatch({ records, timestamp: 1 });
    set.writeInt32BE(-70, 8);
    expect(() => readRecordSet(set)).toThrow(EventLogError);
  });

  it('is refused where a byte of it changed on its way', async () => {
    const set = await theirBatch({ records, timestamp: 1, firstOffset: 7 });
    fc.assert(
      fc.property(fc.integer({ min: 21, max: set.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = Buffer.from(set);
        damaged[at] = set[at]! ^ change;
        // A compression that is none of ours is kafkajs' affair.
        if ((damaged.readInt16BE(21) & 0b111) !== 0) return;
        expect(() => readRecordSet(damaged)).toThrow(EventLogError);
        expect(() => readRecordSet(damaged)).toThrow(/batch at offset 7 cannot be read: its checksum is wrong/);
      }),
    );
  });
});

/** Source: Kafka protocol guide, message sets: offset, size, message. */
function messageSet(message: Buffer, offset: bigint): Buffer {
  const head = Buffer.alloc(12);
  head.writeBigInt64BE(offset);
  head.writeInt32BE(message.length, 8);
  return Buffer.concat([head, message]);
}

/** What the broker would have written there. */
function withChecksum(set: Buffer): Buffer {
  set.writeUInt32BE(crcOf(set), 17);
  return set;
}

function crcOf(set: Buffer): number {
  // By bits: the definition, not our tables.
  let crc = 0xffffffff;
  for (const byte of set.subarray(21)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
