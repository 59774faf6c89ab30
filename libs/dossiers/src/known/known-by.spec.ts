import { exchange } from '@streakline/market-time';
import fc from 'fast-check';
import { History } from '../../test/history';
import { knownPart } from '../../test/known-part';
import { SESSIONS, STORY_END, stories } from '../../test/stories';
import { viewsOf } from '../../test/views';
import { knownBy } from '../index';

const calendar = exchange('XNYS');

const ofAnnouncements = (type: string) => /^Announcement(?!Scheduled)/.test(type);

describe('the cut law', () => {
  const instants = fc
    .nat(SESSIONS.length - 1)
    .chain((i) => fc.constantFrom(-1, 0, 1, 7 * 3_600_000).map((after) => calendar.hours(SESSIONS[i]!).close + after));

  it('asOf with asRecorded equals folding only the facts that qualify', () => {
    fc.assert(
      fc.property(stories('raw'), instants, fc.nat(15), (history, asOf, asRecorded) => {
        const qualifying = history.events
          .filter(({ position, type }) => position <= asRecorded && !ofAnnouncements(type))
          .flatMap((event) => knownPart(event, asOf) ?? []);
        const all = history.events.filter(({ type }) => !ofAnnouncements(type));
        const cut = knownBy(history.dossier(all), { asOf, asRecorded });
        expect(viewsOf(cut)).toEqual(viewsOf(knownBy(history.dossier(qualifying))));
      }),
      { numRuns: 100 },
    );
  });

  it('asOf long after everything, at the last position, is the live answer', () => {
    fc.assert(
      fc.property(stories('any'), (history) => {
        const dossier = history.dossier();
        const cut = knownBy(dossier, { asOf: STORY_END + 400 * 86_400_000, asRecorded: history.lastPosition });
        expect(viewsOf(cut)).toEqual(viewsOf(knownBy(dossier)));
      }),
      { numRuns: 60 },
    );
  });

  it('asked again at a recorded position, answers the same whatever was stored since', () => {
    fc.assert(
      fc.property(stories('any'), instants, fc.nat(14), (history, asOf, asRecorded) => {
        const then = history.dossier(history.events.filter(({ position }) => position <= asRecorded));
        expect(viewsOf(knownBy(history.dossier(), { asOf, asRecorded }))).toEqual(viewsOf(knownBy(then, { asOf })));
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is known', () => {
  it('is nothing before the listing is on record', () => {
    const history = new History().closes('2021-03-01', [10, 11]).listed();
    expect(knownBy(history.dossier(), { asRecorded: 1 })).toBeNull();
    expect(knownBy(history.dossier(), { asRecorded: 2 })?.sessions).toEqual(['2021-03-01', '2021-03-02']);
  });

  it('is a bar from its close on, not a millisecond earlier', () => {
    const dossier = new History().listed().closes('2021-03-01', [10]).dossier();
    const { close } = calendar.hours('2021-03-01');
    expect(knownBy(dossier, { asOf: close - 1 })?.sessions).toEqual([]);
    expect(knownBy(dossier, { asOf: close })?.sessions).toEqual(['2021-03-01']);
  });

  it('is a revision from its publication on, and what it replaced before', () => {
    const history = new History()
      .listed()
      .closes('2021-03-01', [10, 11])
      .revised('2021-03-02', 12, '2021-03-05T12:00:00Z');
    expect([...history.known().close]).toEqual([10, 12]);
    expect([...history.known({ asOf: Date.parse('2021-03-05T11:59:59Z') }).close]).toEqual([10, 11]);
    expect([...history.known({ asRecorded: 2 }).close]).toEqual([10, 11]);
  });

  it('is, of two versions known at one moment, the one recorded later', () => {
    const bars = new History().listed().closes('2021-03-01', [10]).closes('2021-03-01', [11]);
    expect([...bars.known().close]).toEqual([11]);
    const paid = new History().listed().dividend('2021-03-01', 1).dividend('2021-03-01', 2);
    expect(paid.known().dividends.map(({ amount }) => amount)).toEqual([2]);
    const filed = { filedOn: '2021-03-01' };
    const counted = new History().listed().shareCount('2021-02-01', 5, filed).shareCount('2021-02-01', 6, filed);
    expect(counted.known().shareCounts.map(({ shares }) => shares)).toEqual([6]);
  });

  it('is, of two versions, the one known later, whichever was recorded first', () => {
    const history = new History().listed().revised('2021-03-01', 12, '2021-03-05T12:00:00Z').closes('2021-03-01', [10]);
    expect([...history.known().close]).toEqual([12]);
  });

  it('undoes the splits in a delivery, whenever the world learnt of them', () => {
    const history = new History().listed().split('2021-03-03', 1, 4);
    history.closes('2021-03-01', [25, 26, 27], '2021-03-03');
    expect([...history.known().close]).toEqual([100, 104, 27]);
    const asOf = calendar.hours('2021-03-02').close;
    expect([...history.known({ asOf }).close]).toEqual([100, 104]);
    expect(history.known({ asOf }).splits).toEqual([]);
  });

  it('runs over the calendars of both exchanges of an instrument that moved', () => {
    // Victoria Day: Toronto is closed and New York is not.
    const history = new History(undefined, 'XTSE').listed('OLD').renamed('NEW', 'XNYS', '2021-05-20');
    history.bars({ sessions: ['2021-05-19', '2021-05-20', '2021-05-24'], close: [10, 11, 12] });
    const { ordinals, names, strays } = history.known();
    expect(names.map(({ symbol }) => symbol)).toEqual(['OLD', 'NEW']);
    expect([...ordinals].map((ordinal) => ordinal - ordinals[0]!)).toEqual([0, 1, 3]);
    expect(strays).toEqual([]);
  });

  it('names sessions that the calendar does not know, and uses none of them', () => {
    const history = new History()
      .listed()
      .bars({ sessions: ['2021-05-28', '2021-05-31', '2021-06-01'], close: [10, 5, 11] });
    expect(history.known().sessions).toEqual(['2021-05-28', '2021-06-01']);
    expect(history.known().strays).toEqual(['2021-05-31']);
  });
});
