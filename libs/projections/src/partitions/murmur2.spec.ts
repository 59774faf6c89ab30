import { murmur2 } from './murmur2';
import { ALL_PARTITIONS, PARTITION_COUNT, partitionOf } from './partition-of';

describe('murmur2', () => {
  // From Kafka's own org.apache.kafka.common.utils.UtilsTest.
  it.each([
    ['21', -973_932_308],
    ['foobar', -790_332_482],
    ['a-little-bit-long-string', -985_981_536],
    ['a-little-bit-longer-string', -1_486_304_829],
    ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58_897_971],
    ['abc', 479_470_107],
  ])('hashes %s as the Java client does', (text, hash) => {
    expect(murmur2(Buffer.from(text))).toBe(hash);
  });
});

describe('the partition of a key', () => {
  it('is the positive hash modulo twelve, as the default partitioner has it', () => {
    expect(partitionOf('foobar')).toBe((-790_332_482 & 0x7f_ff_ff_ff) % 12);
    expect(partitionOf('abc')).toBe(479_470_107 % 12);
  });

  it('spreads keys over all partitions', () => {
    const used = new Set(Array.from({ length: 1_000 }, (_, n) => partitionOf(`ins_${n}`)));
    expect([...used].sort((a, b) => a - b)).toEqual(ALL_PARTITIONS);
    expect(ALL_PARTITIONS).toHaveLength(PARTITION_COUNT);
  });
});
