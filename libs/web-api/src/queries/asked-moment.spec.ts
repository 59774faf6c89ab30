import { isRefusal } from '@streakline/event-store';
import { type AskedMoment, badMoment, resolveMoment, type StoreInTime } from './asked-moment';

const NOW = Date.parse('2026-03-01T12:00:00Z');
/** Three events, recorded in the first three minutes of 2026-02-01. */
const store: StoreInTime = {
  head: () => Promise.resolve(3),
  recordedBy: (instant) =>
    Promise.resolve(Math.max(0, Math.min(3, Math.floor((instant - Date.parse('2026-02-01T00:00:00Z')) / 60_000)))),
};
const resolve = (asked: AskedMoment, of = store) => resolveMoment(of, asked, NOW);
const refusal = async (asked: AskedMoment, of = store) => {
  const moment = await resolve(asked, of);
  if (!isRefusal(moment)) throw new Error('It was not refused.');
  return [moment.code, moment.errors[0]?.pointer, moment.detail] as const;
};

describe('the moment that a question asks for', () => {
  it('is none where nothing was asked', async () => {
    expect(await resolve({ minPosition: 2 })).toEqual({ asOf: undefined, asRecorded: undefined });
  });

  it('is an instant, or of a date its last millisecond in UTC', async () => {
    expect(await resolve({ asOf: '2026-02-10T15:00:00.5Z' })).toMatchObject({
      asOf: Date.parse('2026-02-10T15:00:00.500Z'),
    });
    expect(await resolve({ asOf: '2026-02-28' })).toMatchObject({ asOf: Date.parse('2026-03-01T00:00:00Z') - 1 });
  });

  it('is a position, or the newest one recorded by an instant', async () => {
    expect(await resolve({ asRecorded: 2 })).toMatchObject({ asRecorded: 2 });
    expect(await resolve({ asRecorded: '2026-02-01T00:01:30Z' })).toMatchObject({ asRecorded: 1 });
    expect(await resolve({ asRecorded: '2026-02-15T00:00:00Z' })).toMatchObject({ asRecorded: 3 });
  });

  it('cannot be in the future, which says what time it is', async () => {
    expect(await refusal({ asOf: '2026-03-01T12:00:00.001Z' })).toEqual([
      'asOfInFuture',
      '/asOf',
      expect.stringContaining('2026-03-01T12:00:00.000Z'),
    ]);
    expect(await refusal({ asOf: '2026-03-01' })).toEqual([
      'asOfInFuture',
      '/asOf',
      expect.stringContaining('today ask for an instant'),
    ]);
    expect((await refusal({ asRecorded: '2026-03-01T12:00:01Z' })).slice(0, 2)).toEqual([
      'asRecordedInFuture',
      '/asRecorded',
    ]);
  });

  it('cannot be beyond the newest event, which says where that is', async () => {
    expect(await refusal({ asRecorded: 4 })).toEqual([
      'asRecordedBeyondHead',
      '/asRecorded',
      expect.stringContaining('the newest event is at 3'),
    ]);
  });

  it('cannot be before the first event', async () => {
    for (const asRecorded of [0, '2026-01-31T23:59:59Z'])
      expect((await refusal({ asRecorded })).slice(0, 2)).toEqual(['asRecordedBeforeFirstEvent', '/asRecorded']);
    const empty = { head: () => Promise.resolve(0), recordedBy: () => Promise.resolve(0) };
    expect((await refusal({ asRecorded: '2026-02-01T00:00:00Z' }, empty))[2]).toContain('the store is empty');
  });

  it('is refused in a query with 400', async () => {
    const refused = await resolve({ asRecorded: 4 });
    if (!isRefusal(refused)) throw new Error('It was not refused.');
    const problem = badMoment(refused);
    expect([problem.status, problem.init.code]).toEqual([400, 'asRecordedBeyondHead']);
  });
});
