import { isRefusal } from '@streakline/event-store';
import { idOf, type NewEvent, ObservationRecorded } from '@streakline/events';
import { asRecorded } from '@streakline/testing';
import { keyOfObservation, observedFold, versionsIn } from './observed-state';
import type { ObservationBody } from './record-observations.command';
import { decideObservations, observationsSaidAt } from './record-observations.decider';

const instrumentId = idOf('ins', ['amazon']);
const at = '2026-02-05T20:55:00Z';
const move: ObservationBody = { kind: 'impliedMove', at, value: 0.07, unit: 'fraction', source: 'desk' };
const event = ({ knownAt, ...data }: ObservationBody): NewEvent =>
  ObservationRecorded.create({ instrumentId, ...data }, Date.parse(knownAt ?? data.at));
const revised = { ...move, value: 0.08, knownAt: '2026-02-06T12:00:00Z' };

function toDecide(onRecord: readonly NewEvent[], observations: ObservationBody[]) {
  const state = onRecord.map(asRecorded).reduce(observedFold.evolve, observedFold.initialState);
  const versions = versionsIn([state], new Set(observations.map(keyOfObservation)));
  return { instrumentId, said: { observations }, versions, now: Date.parse('2026-03-01T12:00:00Z') };
}
const decide = (onRecord: readonly NewEvent[], ...observations: ObservationBody[]) =>
  decideObservations(toDecide(onRecord, observations));
function refusalOf(onRecord: readonly NewEvent[], ...observations: ObservationBody[]): string {
  const refusal = decide(onRecord, ...observations);
  if (!isRefusal(refusal)) throw new Error(`Not refused, but decided: ${JSON.stringify(refusal)}`);
  return [refusal.refused, refusal.code, ...refusal.errors.map(({ pointer }) => pointer)].join(' ');
}

describe('recording observations', () => {
  it('are known at their instants, or when it is said', () => {
    expect(decide([], move, { ...revised, source: 'wire' })).toEqual([
      event(move),
      event({ ...revised, source: 'wire' }),
    ]);
  });

  it('again were said before, with the position of the last; what is new is recorded', () => {
    const later = { ...move, at: '2026-02-05T20:56:00Z' };
    const onRecord = [event(move), event(later)];
    expect(decide(onRecord, later, { ...move, at: '2026-02-05T20:55:00.000Z' })).toEqual([]);
    expect(observationsSaidAt(toDecide(onRecord, [move, later]))).toBe(2);
    const other = { ...move, kind: 'shortInterest' };
    expect(decide(onRecord, move, other)).toEqual([event(other)]);
    expect(observationsSaidAt(toDecide(onRecord, [move, other]))).toBeUndefined();
  });

  it('differ from what is on record only as a revision that became known later', () => {
    const onRecord = [event(move)];
    expect(refusalOf(onRecord, { ...move, value: 0.08 })).toBe('conflict observationContradicts /observations/0/value');
    expect(refusalOf(onRecord, { ...revised, knownAt: at })).toBe(
      'conflict observationContradicts /observations/0/value',
    );
    expect(decide(onRecord, revised)).toEqual([event(revised)]);
  });

  it('may be repeated as they were before a revision, and as they stand since', () => {
    const onRecord = [event(move), event(revised)];
    expect(decide(onRecord, move)).toEqual([]);
    expect(decide(onRecord, revised)).toEqual([]);
    expect(decide(onRecord, { ...move, knownAt: '2026-02-06T11:00:00Z' })).toEqual([]);
  });

  it('are all refused with every fault that one of them has', () => {
    expect(
      refusalOf(
        [],
        { ...move, at: '2026-03-02T00:00:00Z' },
        { ...move, knownAt: '2026-02-05T20:54:59Z' },
        { ...move, source: 'wire', knownAt: '2026-03-02T00:00:00Z' },
        move,
      ),
    ).toBe(
      'invalid invalidObservations /observations/0/at /observations/1/knownAt /observations/2/knownAt /observations/3',
    );
  });
});
