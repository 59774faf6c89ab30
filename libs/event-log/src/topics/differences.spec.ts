import { differencesOf, forReplicas } from './differences';

const wanted = { name: 't', partitions: 12, configuration: { 'retention.ms': '1000' } };
const found = (replicas: number, minimum: string) => ({
  name: 't',
  partitions: 12,
  replicas,
  configuration: { 'retention.ms': '1000', 'min.insync.replicas': minimum, 'segment.bytes': '7' },
});

describe('the copies of a topic', () => {
  it.each([
    [1, '1'],
    [2, '1'],
    [3, '2'],
    [5, '2'],
  ])('%p of them: a record counts as sent when %p have it', (replicas, minimum) => {
    expect(forReplicas(wanted, replicas).configuration['min.insync.replicas']).toBe(minimum);
  });

  it('are no difference where there are more than wanted, and what is not ours to set does not matter', () => {
    expect(differencesOf(wanted, found(3, '2'), 1)).toEqual([]);
  });

  it('are told where brokers joined since', () => {
    expect(differencesOf(wanted, found(1, '1'), 3)).toEqual([
      '1 of 3 copies: a broker that is lost takes records with it',
    ]);
  });

  it('are told where acknowledged records could be lost with one broker', () => {
    expect(differencesOf(wanted, found(3, '1'), 3)).toEqual(['min.insync.replicas is 1 instead of 2']);
  });
});
