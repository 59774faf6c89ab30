import { aStream, anEvent, createTestStore, type TestStore } from '@streakline/testing';
import { readDigests } from './reading/digests';

const KEYS = ['ins_a', 'ins_b', 'ins_none'];

describe('digests of keys', () => {
  const stores: TestStore[] = [];
  afterAll(async () => {
    for (const store of stores) await store.dispose();
  });

  /** One event after the other, each with what it says and whom it concerns, in a store of their own. */
  async function told(...events: readonly [string, readonly string[], number?][]): Promise<TestStore> {
    const made = await createTestStore();
    stores.push(made);
    for (const [what, keys, knownAt = 1_000] of events) {
      const event = anEvent({ data: { what }, keys: [...keys], knownAt });
      await made.store.append({ streams: [{ streamId: aStream(), expectedVersion: 'none', events: [event] }] });
    }
    return made;
  }

  async function digestsOf({ database }: TestStore, upTo: number) {
    const client = await database.pool.connect();
    try {
      return Object.fromEntries(await readDigests(client, KEYS, upTo));
    } finally {
      client.release();
    }
  }

  it('are the same in every store that was told the same, and stay so whatever is told later', async () => {
    const one = await told(['a', ['ins_a']], ['both', ['ins_a', 'ins_b']], ['later', ['ins_b']]);
    const other = await told(['a', ['ins_a']], ['both', ['ins_a', 'ins_b']]);
    const digests = await digestsOf(one, 2);
    expect(Object.keys(digests).sort()).toEqual(['ins_a', 'ins_b']);
    expect(await digestsOf(other, 2)).toEqual(digests);
    expect(await digestsOf(one, 3)).toEqual({ ...digests, ins_b: expect.not.stringMatching(digests['ins_b']!) });
  });

  it.each<[string, readonly [string, readonly string[], number?][]]>([
    ['what was said', [['other', ['ins_a']]]],
    ['when it was known', [['a', ['ins_a'], 2_000]]],
    [
      'the position',
      [
        ['first', []],
        ['a', ['ins_a']],
      ],
    ],
  ])('are others where %s is another', async (_, events) => {
    const [one, other] = [await told(['a', ['ins_a']]), await told(...events)];
    expect((await digestsOf(other, 9))['ins_a']).not.toBe((await digestsOf(one, 9))['ins_a']);
  });
});
