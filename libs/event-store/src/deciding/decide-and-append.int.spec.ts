import { randomUUID } from 'node:crypto';
import { aStream, anEvent, createTestStore, type TestStore } from '@streakline/testing';
import { PostgresEventStore } from '../postgres-event-store';
import { decideAndAppend, type Decide } from './decide-and-append';
import type { CommandContext } from './decider';
import type { Fold } from './fold';
import { refuse } from './refusal';

/** Counts to five and no further. */
const count: Fold<number> = { initialState: 0, evolve: (state) => state + 1 };
const countOn =
  (streamId: string, upTo = 5): Decide =>
  async (load) => {
    const { state } = await load(streamId, count);
    if (state >= upTo) return refuse('conflict', 'full', 'It counts no further.');
    return { id: `count-${state + 1}`, appends: [{ streamId, events: [anEvent({ data: state + 1 })] }] };
  };

describe('deciding and appending', () => {
  let made: TestStore;
  beforeAll(async () => {
    made = await createTestStore();
  });
  afterAll(() => made.dispose());

  const aContext = (idempotency?: CommandContext['idempotency']): CommandContext => ({
    now: 0,
    correlationId: randomUUID(),
    ...(idempotency === undefined ? {} : { idempotency }),
  });
  const dataOf = async (streamId: string) => (await made.store.readStream(streamId)).map((event) => event.data);

  it('appends what was decided, under the correlation and cause of the command', async () => {
    const [streamId, context] = [aStream(), { ...aContext(), causationId: randomUUID() }];
    const receipt = await decideAndAppend(made.store, context, countOn(streamId));
    const [event] = await made.store.readStream(streamId);
    expect(receipt).toEqual({ said: 'now', id: 'count-1', position: event?.position });
    expect(event).toMatchObject({ correlationId: context.correlationId, causationId: context.causationId });
  });

  it('returns a refusal and stores nothing', async () => {
    const streamId = aStream();
    expect(await decideAndAppend(made.store, aContext(), countOn(streamId, 0))).toMatchObject({
      refused: 'conflict',
      code: 'full',
    });
    expect(await dataOf(streamId)).toEqual([]);
  });

  it('answers what is on record already with the position of the first time, or the head where that is not known', async () => {
    const said = (saidAt?: number) =>
      decideAndAppend(made.store, aContext(), async () => ({
        id: 'known',
        appends: [],
        ...(saidAt === undefined ? {} : { saidAt }),
      }));
    expect(await said(7)).toEqual({ said: 'before', id: 'known', position: 7 });
    expect(await said()).toEqual({ said: 'before', id: 'known', position: await made.store.head() });
  });

  it('decides again where another writer was first, so that many at once lose nothing', async () => {
    const streamId = aStream();
    const other = new PostgresEventStore(made.database.pool);
    const receipts = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        decideAndAppend(index % 10 ? made.store : other, aContext(), countOn(streamId, 40)),
      ),
    );
    await other.close();
    expect(await dataOf(streamId)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    expect(receipts.filter((receipt) => 'refused' in receipt)).toHaveLength(20);
  });

  it('gives up after ten attempts, saying where', async () => {
    const streamId = aStream();
    let attempts = 0;
    const alwaysLate: Decide = async (load) => {
      attempts++;
      const decided = await countOn(streamId, 1_000)(load);
      await made.store.append({ streams: [{ streamId, expectedVersion: 'any', events: [anEvent()] }] });
      return decided;
    };
    await expect(decideAndAppend(made.store, aContext(), alwaysLate)).rejects.toThrow(
      `${streamId} was changed by others in each of 10 attempts`,
    );
    expect(attempts).toBe(10);
  });

  it('reads a stream that it read before only from there on', async () => {
    const streamId = aStream();
    let evolved = 0;
    const counted: Fold<number> = { initialState: 0, evolve: (state) => (evolved++, state + 1) };
    const decide: Decide = async (load) => ({
      id: String((await load(streamId, counted)).state),
      appends: [{ streamId, events: [anEvent(), anEvent()] }],
    });
    const ids: unknown[] = [];
    for (let round = 0; round < 5; round++) ids.push(await decideAndAppend(made.store, aContext(), decide));
    expect(ids).toMatchObject(['0', '2', '4', '6', '8'].map((id) => ({ id })));
    expect(evolved).toBe(8);
  });

  describe('with an Idempotency-Key', () => {
    const keyed = (key: string, body: string) => aContext({ key, fingerprint: body });

    it('answers the same request again with the first answer, also in another process', async () => {
      const [streamId, key] = [aStream(), randomUUID()];
      const first = await decideAndAppend(made.store, keyed(key, 'a'), countOn(streamId));
      await decideAndAppend(made.store, aContext(), countOn(streamId));
      const other = new PostgresEventStore(made.database.pool);
      for (const store of [made.store, other])
        expect(await decideAndAppend(store, keyed(key, 'a'), countOn(streamId))).toEqual({ ...first, said: 'before' });
      await other.close();
      expect(await dataOf(streamId)).toEqual([1, 2]);
    });

    it('refuses the key with another request, and stores nothing', async () => {
      const [streamId, key] = [aStream(), randomUUID()];
      await decideAndAppend(made.store, keyed(key, 'a'), countOn(streamId));
      const refusal = await decideAndAppend(made.store, keyed(key, 'b'), countOn(streamId));
      expect(refusal).toMatchObject({ refused: 'conflict', code: 'idempotencyKeyReused' });
      expect(await dataOf(streamId)).toEqual([1]);
    });

    it('does the same request once when it comes many times at the same moment', async () => {
      const [streamId, key] = [aStream(), randomUUID()];
      const other = new PostgresEventStore(made.database.pool);
      const receipts = await Promise.all(
        Array.from({ length: 16 }, (_, index) =>
          decideAndAppend(index % 2 ? other : made.store, keyed(key, 'a'), countOn(streamId)),
        ),
      );
      await other.close();
      expect(await dataOf(streamId)).toEqual([1]);
      expect(receipts.filter((receipt) => 'said' in receipt && receipt.said === 'now')).toHaveLength(1);
      expect(new Set(receipts.map((receipt) => 'id' in receipt && `${receipt.id} ${receipt.position}`)).size).toBe(1);
    });

    it('lets one of two different requests under one key through when they come at the same moment', async () => {
      const [a, b, key] = [aStream(), aStream(), randomUUID()];
      const answers = await Promise.all([
        decideAndAppend(made.store, keyed(key, 'a'), countOn(a)),
        decideAndAppend(made.store, keyed(key, 'b'), countOn(b)),
      ]);
      expect([...(await dataOf(a)), ...(await dataOf(b))]).toEqual([1]);
      expect(answers.map((answer) => ('code' in answer ? answer.code : answer.said)).sort()).toEqual([
        'idempotencyKeyReused',
        'now',
      ]);
    });

    it('takes a refused request under its key as if it had never come', async () => {
      const [streamId, key] = [aStream(), randomUUID()];
      expect(await decideAndAppend(made.store, keyed(key, 'a'), countOn(streamId, 0))).toMatchObject({ code: 'full' });
      expect(await decideAndAppend(made.store, keyed(key, 'b'), countOn(streamId))).toMatchObject({ said: 'now' });
    });
  });
});
