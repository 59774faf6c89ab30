import fc from 'fast-check';
import { kafkajsInternal } from '../kafkajs-internals';
import { crc32c } from './crc32c';

describe('CRC-32C', () => {
  // RFC 3720 (iSCSI), appendix B.4; the last is the catalogue's check value.
  const known: readonly [string, Buffer, number][] = [
    ['32 bytes of zeros', Buffer.alloc(32), 0x8a9136aa],
    ['32 bytes of ones', Buffer.alloc(32, 0xff), 0x62a8ab43],
    ['32 bytes going up', Buffer.from(Array.from({ length: 32 }, (_, at) => at)), 0x46dd794e],
    ['32 bytes going down', Buffer.from(Array.from({ length: 32 }, (_, at) => 31 - at)), 0x113fdb5c],
    ['the digits from 1 to 9', Buffer.from('123456789'), 0xe3069283],
  ];
  it.each(known)('of %s is as published', (_, bytes, checksum) => {
    expect(crc32c(bytes)).toBe(checksum);
  });

  it('is what kafkajs computes, whatever the bytes and wherever they begin', () => {
    const theirs = kafkajsInternal<(bytes: Buffer) => number>('protocol', 'recordBatch', 'crc32C');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(20), (bytes, from) => {
        expect(crc32c(bytes, from)).toBe(theirs(Buffer.from(bytes).subarray(from)));
      }),
    );
  });
});
