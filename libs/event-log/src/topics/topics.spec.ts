import { readTopicPrefix } from './topic-prefix';
import { deadLetterTopicOf, topics, topicsOf } from './topics';

describe('the topics', () => {
  it('are named as the contract says', () => {
    expect(Object.values(topics).map(({ name, partitions }) => [name, partitions])).toEqual([
      ['streakline.events.v1', 12],
      ['streakline.inbound.announcements.v1', 6],
      ['streakline.inbound.prices.v1', 6],
      ['streakline.insights.v1', 6],
      ['streakline.events.v1.dead-letters', 1],
      ['streakline.inbound.announcements.v1.dead-letters', 1],
      ['streakline.inbound.prices.v1.dead-letters', 1],
    ]);
    expect(deadLetterTopicOf(topics.events.name)).toBe(topics.deadEvents.name);
  });

  it('of two installations on one cluster differ in all names', () => {
    const names = (prefix: string) => Object.values(topicsOf(prefix)).map(({ name }) => name);
    expect(names('staging.')).toEqual(names('').map((name) => `staging.${name}`));
  });

  it('keep the names legal under the longest prefix', () => {
    const longest = readTopicPrefix({ STREAKLINE_TOPIC_PREFIX: 'x'.repeat(150) });
    for (const { name } of Object.values(topicsOf(longest))) expect(name).toMatch(/^[A-Za-z0-9._-]{1,249}$/);
  });

  it.each([
    ['', {}],
    ['', { STREAKLINE_TOPIC_PREFIX: '' }],
    ['team_a.staging-', { STREAKLINE_TOPIC_PREFIX: 'team_a.staging-' }],
  ])('have the prefix %p', (prefix, environment) => {
    expect(readTopicPrefix(environment)).toBe(prefix);
  });

  it.each(['staging/', 'ä', 'a b', 'x'.repeat(151)])('refuse the prefix %p', (prefix) => {
    expect(() => readTopicPrefix({ STREAKLINE_TOPIC_PREFIX: prefix })).toThrow(/STREAKLINE_TOPIC_PREFIX is .*letters/);
  });
});
