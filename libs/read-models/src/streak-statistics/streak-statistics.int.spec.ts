import { createTestStore, type TestStore } from '@streakline/testing';
import { readModelsMigrations } from '../dossiers-projection';
import { openRooms, type Rooms } from '../../test/rooms';
import { ACME, bars, INDEX, listing } from '../../test/told';
import { GetStreakStatistics } from './get-streak-statistics.handler';

/*
 * ACME's closes rise twice, fall three times, rise, rest, and rise four times. Probabilities worked out with exact
 * fractions by another program, of 11 sessions with shares of 3, 1 and 7 in 11, and with what followed what.
 */
describe("an instrument's streak statistics", () => {
  let store: TestStore;
  let rooms: Rooms;
  beforeAll(async () => {
    store = await createTestStore({ migrations: readModelsMigrations });
    rooms = await openRooms(store.database, store.store);
    await rooms.tell(listing(ACME, 'ACME'), bars(ACME), listing(INDEX, 'INDEX'), bars(INDEX));
  });
  afterAll(async () => {
    await rooms.close();
    await store.dispose();
  });
  const ask = (session?: string) => rooms.ask(new GetStreakStatistics('XNAS:ACME', { session }));

  it('count how closes moved and what followed what', async () => {
    expect(await ask()).toMatchObject({
      ...{ instrument: 'XNAS:ACME', instrumentId: ACME, from: '2026-01-02', to: '2026-01-20', sessions: 11 },
      closes: { falling: 3, unchanged: 1, rising: 7 },
      after: {
        falling: { falling: 2, unchanged: 0, rising: 1 },
        unchanged: { falling: 0, unchanged: 0, rising: 1 },
        rising: { falling: 1, unchanged: 1, rising: 4 },
      },
      lengths: {
        falling: { runs: 1, longest: 3, meanOfRuns: 3, meanOfSessions: 3 },
        rising: { runs: 3, longest: 4, meanOfRuns: 7 / 3, meanOfSessions: 3 },
        both: { runs: 4, longest: 4, meanOfRuns: 2.5, meanOfSessions: 3 },
      },
    });
  });

  it('carry the runs test, in which unchanged closes take no part', async () => {
    const { runsTest } = await ask();
    expect(runsTest).toMatchObject({ falling: 3, rising: 7, unchanged: 1, runs: 3 });
    expect(runsTest.zStatistic).toBeCloseTo(-1.8002975944469373, 13);
    expect(runsTest.pValue).toBeCloseTo(0.0718136605525433, 13);
  });

  it('tell of the run in force and of the longest ones, in sentences', async () => {
    const { runs } = await ask();
    expect(runs.map(({ toldFor, start, length }) => ({ toldFor, start, length }))).toEqual([
      { toldFor: ['inForce', 'longestRising'], start: '2026-01-14', length: 4 },
      { toldFor: ['longestFalling'], start: '2026-01-07', length: 3 },
    ]);
    expect(runs[0]?.sentence).toBe(
      'XNAS:ACME has risen four sessions in a row from January 14 to 20, 2026 (+4.2%), its longest winning streak on a ' +
        'tape that begins on Friday, January 2, 2026.',
    );
    expect(runs[1]?.chancesSentence).toBe(
      'If sessions were independent, a losing streak of at least three somewhere in its 11 sessions had a chance of 13%; ' +
        'of either direction, 85%; of either direction in at least one of the 2 instruments scanned, 98%.',
    );
  });

  it('give the exact chances of such a run: in its direction, in either, and in any instrument', async () => {
    const { runs } = await ask();
    const close = (value: number): unknown => expect.closeTo(value, 13);
    expect(runs[1]?.chances).toEqual({
      ...{ sessions: 11, instruments: 2 },
      independent: {
        ...{ sameDirection: close(0.13464173401927057), eitherDirection: close(0.8508537893389652) },
        anyInstrument: { independent: close(0.9777554078454542), atMost: 1 },
      },
      markov: {
        ...{ sameDirection: close(0.4445953206812832), eitherDirection: close(0.9519274439256149) },
        anyInstrument: { independent: close(0.997689029352475), atMost: 1 },
      },
    });
  });

  it('tell of the run that holds a session, and refuse where none does', async () => {
    const { runs } = await ask('2026-01-05');
    expect(runs[0]).toMatchObject({ toldFor: ['asked'], start: '2026-01-05', end: '2026-01-06', length: 2 });
    const refusal = (ref: string, session?: string) => rooms.refusal(new GetStreakStatistics(ref, { session }));
    expect(await refusal('XNAS:ACME', '2026-01-13')).toBe('noRunOnSession');
    const asked = new GetStreakStatistics('XNAS:ACME', { session: '2026-01-13' });
    expect(await rooms.pointers(asked)).toEqual(['/session']);
    expect(await refusal('XNAS:NONE')).toBe('unknownInstrument');
  });

  it('still answer while a rebuild makes the counts of the other instruments', async () => {
    const { rows } = await store.database.pool.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE tablename = 'streak_counts'`,
    );
    await store.database.pool.query(`ALTER TABLE ${rows[0]!.name} RENAME TO counts_of_another_definition`);
    const { runs } = await ask();
    expect(runs[0]?.chances).toMatchObject({ instruments: null, markov: { anyInstrument: null } });
    await store.database.pool.query(
      `ALTER TABLE ${rows[0]!.name.split('.')[0]!}.counts_of_another_definition RENAME TO streak_counts`,
    );
  });
});
