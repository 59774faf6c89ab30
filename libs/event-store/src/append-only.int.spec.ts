import { aStream, anEvent, createTestStore, type TestStore } from '@streakline/testing';

describe('the tables of the event store', () => {
  let made: TestStore;
  beforeAll(async () => {
    made = await createTestStore();
    await made.store.append({
      streams: [{ streamId: aStream(), expectedVersion: 'any', events: [anEvent({ keys: ['k'] })] }],
    });
  });
  afterAll(() => made.dispose());

  it.each(['events', 'event_keys'])('forbid to change, remove or empty %s, even to the superuser', async (table) => {
    const column = table === 'events' ? 'type' : 'key';
    for (const statement of [
      `update event_store.${table} set ${column} = 'other'`,
      `delete from event_store.${table}`,
      `truncate event_store.${table} cascade`,
    ]) {
      await expect(made.database.pool.query(statement)).rejects.toThrow(/append-only/);
    }
    expect((await made.store.readByKey('k')).map((event) => event.type)).toEqual(['SomethingHappened']);
  });

  /** The plan of a statement when many events are stored: what is read by a scan of everything then was too slow long before. */
  const planOf = async (statement: string): Promise<string> => {
    const client = await made.database.pool.connect();
    try {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${statement}`);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    } finally {
      client.release();
    }
  };

  it('are read by their indexes once they hold something', async () => {
    const events = Array.from({ length: 3_000 }, (_, index) => anEvent({ keys: [`key-${index % 50}`] }));
    for (let part = 0; part < 10; part++)
      await made.store.append({
        streams: [
          { streamId: `s-${part}`, expectedVersion: 'any', events: events.slice(part * 300, part * 300 + 300) },
        ],
      });
    await made.database.pool.query('analyze event_store.events, event_store.event_keys');
    const byStream = await planOf(
      `select 1 from event_store.events e where e.stream_id = 's-1' and e.stream_version > 290 order by e.stream_version`,
    );
    const byPosition = await planOf(
      `select 1 from event_store.events e where e.position > 2900 order by e.position limit 50`,
    );
    const byKey = await planOf(
      `select position from event_store.event_keys k where k.key = 'key-7' and k.position > 0 order by k.position`,
    );
    expect(byStream).toMatch(/Index.*events_stream_id_stream_version_key/);
    expect(byPosition).toMatch(/Index.*events_pkey/);
    expect(byKey).toMatch(/Index.*event_keys_pkey/);
    expect([byStream, byPosition, byKey].join('\n')).not.toMatch(/Seq Scan|Sort/);
  });
});
