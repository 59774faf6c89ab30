import { LocalKafkaError } from '@streakline/local-kafka';
import { findKafka, type KafkaSources } from './find-kafka';

describe('the Kafka of the demo', () => {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const nowhere: KafkaSources = {
    given: undefined,
    findRunning: () => Promise.resolve(null),
    start: () => Promise.reject(new LocalKafkaError('noJava', 'There is no Java.')),
  };

  it('is that of KAFKA_BROKERS, also where another one runs', async () => {
    const both = { ...nowhere, given: 'kafka.example.com:9093', findRunning: () => Promise.resolve('127.0.0.1:1') };
    expect(await findKafka(say, both)).toMatchObject({ brokers: 'kafka.example.com:9093', isOwn: false });
  });

  it('is the local one that runs, where none was named or the name is empty', async () => {
    const running = { ...nowhere, given: '', findRunning: () => Promise.resolve('127.0.0.1:1') };
    expect(await findKafka(say, running)).toMatchObject({ brokers: '127.0.0.1:1', isOwn: false });
  });

  it('cannot be had on a machine without any: the message says what is missing, and that the demo runs without', async () => {
    await expect(findKafka(say, nowhere)).rejects.toThrow(
      'no Kafka can be had for the demo. There is no Java. Without --kafka the demo needs none.',
    );
  });
});
