import type { OutgoingRecord } from '../../event-log';
import { kafkajsInternal } from '../kafkajs-internals';
import { useOwnCodec } from '../use-own-codec';
import { carriesBundles, produceRequest } from './produce-request';
import { bundlesOf, RecordBundle } from './record-bundle';

const aRecord = (partition: number, value: string): OutgoingRecord => ({
  partition,
  key: 'k',
  value,
  headers: { a: 'b' },
});
const records = [aRecord(3, 'one'), aRecord(0, 'two'), aRecord(3, 'three')];
const ours = {
  acks: -1,
  timeout: 30_000,
  topicData: [{ topic: 'töpic', partitions: partitionsOf(bundlesOf(records)) }],
};

function partitionsOf(bundles: readonly RecordBundle[]) {
  return bundles.map((bundle) => ({ partition: bundle.partition, messages: [bundle] }));
}

type Produce = {
  protocol: (of: { version: number }) => (given: object) => { request: { encode(): Promise<{ buffer: Buffer }> } };
};

describe('a Produce request', () => {
  beforeAll(() => jest.useFakeTimers({ now: Date.UTC(2026, 1, 27) }));
  afterAll(() => jest.useRealTimers());
  const theirRequest = kafkajsInternal<(given: object) => { encode(): Promise<{ buffer: Buffer }> }>(
    ...['protocol', 'requests', 'produce', 'v7', 'request'],
  );

  it('is byte for byte that of kafkajs, which is given the records one by one', async () => {
    const messages = (partition: number) => records.filter((record) => record.partition === partition);
    const partitions = [3, 0].map((partition) => ({ partition, firstSequence: 0, messages: messages(partition) }));
    const { buffer } = await theirRequest({ ...ours, topicData: [{ topic: 'töpic', partitions }] }).encode();
    expect(produceRequest(ours).toString('hex')).toBe(buffer.toString('hex'));
  });

  it('keeps the records of a partition in their order', () => {
    expect(bundlesOf(records)).toEqual([
      new RecordBundle(3, [aRecord(3, 'one'), aRecord(3, 'three')]),
      new RecordBundle(0, [aRecord(0, 'two')]),
    ]);
  });

  it('is refused where kafkajs would make empty records of ours: in transactions, compressed, by older versions', async () => {
    useOwnCodec();
    const { protocol } = kafkajsInternal<Produce>('protocol', 'requests', 'produce');
    const encode = (version: number, more: object) => protocol({ version })({ ...ours, ...more }).request.encode();
    expect(carriesBundles(ours)).toBe(true);
    await expect(encode(7, { compression: 1 })).rejects.toMatchObject({ code: 'unsupported' });
    await expect(encode(7, { transactionalId: 't' })).rejects.toMatchObject({ code: 'unsupported' });
    await expect(encode(2, {})).rejects.toMatchObject({ code: 'unsupported' });
    expect((await encode(7, {})).buffer.toString('hex')).toBe(produceRequest(ours).toString('hex'));
  });
});
