import { randomUUID } from 'node:crypto';
import { describeWithKafka } from '@streakline/testing';
import { checkTopics, ensureTopics } from './ensure-topics';
import { topicsOf } from './topics';

describeWithKafka('the topics', (kafka) => {
  const made: string[] = [];
  afterAll(async () => {
    for (const name of made)
      await kafka()
        .admin.deleteTopic(name)
        .catch(() => undefined);
  });
  const anInstallation = () => {
    const topics = topicsOf(`test-${randomUUID()}.`);
    made.push(...Object.values(topics).map(({ name }) => name));
    return topics;
  };

  it('are missing, are created as wanted, and are as wanted when asked for again', async () => {
    const wanted = Object.values(anInstallation());
    const outcomes = (states: readonly { name: string; outcome: string; created?: boolean }[]) =>
      states.map(({ name, outcome, created }) => [name, outcome, created]);
    expect(outcomes(await checkTopics(kafka().admin, wanted))).toEqual(
      wanted.map(({ name }) => [name, 'missing', undefined]),
    );
    expect(outcomes(await ensureTopics(kafka().admin, wanted))).toEqual(
      wanted.map(({ name }) => [name, 'asWanted', true]),
    );
    expect(outcomes(await ensureTopics(kafka().admin, wanted))).toEqual(
      wanted.map(({ name }) => [name, 'asWanted', false]),
    );
    expect(outcomes(await checkTopics(kafka().admin, wanted))).toEqual(
      wanted.map(({ name }) => [name, 'asWanted', undefined]),
    );
  });

  it('are left as they are where they differ, and the differences told', async () => {
    const { events } = anInstallation();
    await kafka().admin.createTopic({ ...events, partitions: 3, configuration: { 'retention.ms': '1000' } }, 1);
    for (const ask of [ensureTopics, checkTopics]) {
      const [state] = await ask(kafka().admin, [events]);
      expect(state).toMatchObject({ outcome: 'different', partitions: 3 });
      expect(state?.differences.join('\n')).toMatch(
        /3 partitions instead of 12[^]*retention.ms is 1000 instead of 2592000000[^]*max.message.bytes/,
      );
    }
    expect(await kafka().admin.describeTopic(events.name)).toMatchObject({
      partitions: 3,
      configuration: { 'retention.ms': '1000' },
    });
  });
});
