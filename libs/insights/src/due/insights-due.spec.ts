import type { Insight } from '@streakline/dossiers';
import type { RecordedEvent } from '@streakline/events';
import fc from 'fast-check';
import { bars, closeOf, DAY, dossierOf, listing, recorded, revision, SESSIONS, shareCount } from '../../test/told';
import { insightsDue } from './insights-due';

const [MON, TUE, WED, THU, FRI] = SESSIONS as [string, string, string, string, string];
const kindsAndSessions = (insights: readonly Insight[] = []) =>
  insights.map(({ kind, session }) => `${kind} ${session}`);
const dueAfter = (events: readonly RecordedEvent[], last = 1) => insightsDue(dossierOf(events), events.slice(-last));

describe('what is due after some events', () => {
  const week = [recorded(listing(), 1), recorded(bars([MON, TUE, WED, THU, FRI], [10, 9, 8, 9, 9]), 2)];

  it('are all insights of the sessions that closed in the seven days before the newest was recorded', () => {
    const due = dueAfter(week);
    expect(due).toMatchObject({ position: 2, knownAt: closeOf(FRI) });
    expect(kindsAndSessions(due?.insights)).toEqual([
      `runBegan ${TUE}`,
      `runExtended ${WED}`,
      `runEnded ${THU}`,
      `runBegan ${THU}`,
      `runEnded ${FRI}`,
    ]);
  });

  it.each([
    ['exactly seven days', 7 * DAY, [`runBegan ${TUE}`]],
    ['a millisecond more', 7 * DAY + 1, []],
  ])('reaches back %s, and no further', (_, age, expected) => {
    const late = recorded(bars([MON, TUE], [10, 9]), 2, closeOf(TUE) + age);
    expect(kindsAndSessions(dueAfter([recorded(listing(), 1), late])?.insights)).toEqual(expected);
  });

  it('is nothing where the dossier is further: that was told when the later events came', () => {
    expect(insightsDue(dossierOf(week), week.slice(0, 1))).toBeNull();
  });

  it('is nothing before the instrument is listed, and all of it then', () => {
    const [listed, delivery] = [recorded(listing(), 2, closeOf(FRI)), recorded(bars([MON, TUE], [10, 9]), 1)];
    expect(dueAfter([delivery])).toBeNull();
    expect(kindsAndSessions(dueAfter([delivery, listed])?.insights)).toEqual([`runBegan ${TUE}`]);
  });

  it('is what a revision says instead, for sessions that are still news', () => {
    const due = dueAfter([...week, recorded(revision(THU, 7, closeOf(FRI) + DAY), 3)]);
    expect(kindsAndSessions(due?.insights)).toEqual([
      `runBegan ${TUE}`,
      `runExtended ${WED}`,
      `runExtended ${THU}`,
      `runEnded ${FRI}`,
      `runBegan ${FRI}`,
    ]);
  });
});

/** What a listener who hears every telling holds for true in the end: of each settled session the insights told last. */
function heardFrom(batches: readonly (readonly RecordedEvent[])[]): unknown {
  const heard = new Map<string, readonly Insight[]>();
  const all: RecordedEvent[] = [];
  for (const batch of batches) {
    all.push(...batch);
    const due = insightsDue(dossierOf(all), batch);
    if (due === null) continue;
    for (const session of SESSIONS.filter((each) => each >= due.fromSession)) {
      heard.set(
        session,
        due.insights.filter((insight) => insight.session === session),
      );
    }
  }
  return [...heard].filter(([, insights]) => insights.length > 0).sort();
}

const close = fc.integer({ min: 16, max: 24 }).map((n) => n / 2);
const told = fc.oneof(
  fc
    .tuple(fc.nat(SESSIONS.length - 1), fc.array(close, { minLength: 1, maxLength: 6 }))
    .map(([from, closes]) => bars(SESSIONS.slice(from, from + closes.length), closes.slice(0, SESSIONS.length - from))),
  fc.tuple(fc.constantFrom(...SESSIONS), close).map(([session, price]) => revision(session, price, closeOf(session))),
  fc.constantFrom(1e9, 2e9, 9e8).map(shareCount),
);
/** Events recorded minutes, days or weeks apart. */
const histories = fc
  .array(fc.tuple(told, fc.oneof(fc.nat(60_000), fc.nat(5 * DAY), fc.nat(20 * DAY))), { minLength: 1, maxLength: 12 })
  .map((steps) => {
    let at = closeOf(MON);
    return [listing(), ...steps.map(([event]) => event)].map((event, i) =>
      recorded(event, i + 1, (at += steps[i - 1]?.[1] ?? 0)),
    );
  });

describe('what is told in the end', () => {
  it('does not depend on how the events were batched', () => {
    fc.assert(
      fc.property(histories, fc.array(fc.boolean(), { minLength: 13, maxLength: 13 }), (events, ends) => {
        const batches: RecordedEvent[][] = [[]];
        events.forEach((event, i) => {
          batches.at(-1)?.push(event);
          if (ends[i]) batches.push([]);
        });
        const filled = batches.filter(({ length }) => length > 0);
        expect(heardFrom(filled)).toEqual(heardFrom(events.map((event) => [event])));
      }),
      { numRuns: 100 },
    );
  });

  it('does not change when events are delivered again', () => {
    fc.assert(
      fc.property(histories, fc.nat(12), fc.integer({ min: 1, max: 13 }), (events, from, length) => {
        const dossier = dossierOf(events);
        const again = events.slice(from, from + length);
        const due = insightsDue(dossier, again);
        const before = heardFrom(events.map((event) => [event]));
        const after = heardFrom([...events.map((event) => [event]), again]);
        if (again.at(-1) !== events.at(-1)) expect(due).toBeNull();
        expect(after).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });
});
