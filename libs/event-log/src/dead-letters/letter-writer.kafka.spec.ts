import { randomUUID } from 'node:crypto';
import { describeWithKafka, until } from '@streakline/testing';
import { topicsOf } from '../topics/topics';
import { LetterWriter } from './letter-writer';

describeWithKafka('a writer of dead letters', (kafka) => {
  const { deadPrices: topic } = topicsOf(`test-${randomUUID()}.`);
  const writer = () => new LetterWriter(kafka().log);
  const letter = { partition: 0, key: null, value: 'a letter', headers: {} };
  const ends = async () => (await kafka().admin.ranges(topic.name)).map(({ end }) => end);
  afterAll(() => kafka().admin.deleteTopic(topic.name));

  it('makes a topic that nobody made, and makes it again when somebody deletes it to clean up', async () => {
    const letters = writer();
    await letters.send(topic, letter);
    await letters.send(topic, letter);
    expect(await ends()).toEqual([2]);
    await kafka().admin.deleteTopic(topic.name);
    await until('the topic is gone', async () => (await kafka().admin.describeTopic(topic.name)) === null);
    await Promise.all([letters.send(topic, letter), letters.send(topic, letter)]);
    expect((await ends())[0]).toBeGreaterThanOrEqual(2);
    expect(await kafka().admin.describeTopic(topic.name)).toMatchObject({ configuration: topic.configuration });
    await letters.close();
  }, 60_000);
});
