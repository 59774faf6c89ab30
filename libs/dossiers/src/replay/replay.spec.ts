import { exchange } from '@streakline/market-time';
import fc from 'fast-check';
import { stories, STORY_END } from '../../test/stories';
import { History } from '../../test/history';
import {
  barsAtCloses,
  barsOf,
  capColumnsOf,
  delistingOver,
  epochStarts,
  haltsOver,
  happeningsOf,
  type Known,
  knownBy,
  observationsOver,
  prefixOf,
  reactionOf,
  runSpansOf,
  schedulesOver,
} from '../index';

const XNYS = exchange('XNYS');
const at = (session: string) => XNYS.hours(session).close;

/** Every instant at which anything may change, and the milliseconds around it. */
function momentsIn(history: History): readonly number[] {
  const dossier = history.dossier();
  const known = knownBy(dossier)!;
  const lists = [known.acts, known.shareCounts, known.dividends, known.distributions, known.splits];
  const instants = [
    ...known.barKnownAt,
    ...lists.flat().map(({ knownAt }) => knownAt),
    ...epochStarts(dossier),
    ...[schedulesOver, observationsOver, haltsOver].flatMap((over) => over(dossier).instants),
  ];
  return [...new Set(instants.flatMap((instant) => [instant - 1, instant, instant + 1]))];
}

/** What an epoch shows of an instant: its prefix, and what the views make of it. */
function seenFrom(whole: Known, instant: number) {
  const prefix = prefixOf(whole, whole.barKnownAt.findLastIndex((knownAt) => knownAt <= instant) + 1);
  const acts = whole.acts.filter(({ knownAt }) => knownAt <= instant);
  return { ...viewsOf(prefix, whole, acts), acts };
}

function viewsOf(known: Known, of: Known, acts: Known['acts']) {
  const happenings = happeningsOf(of).filter(({ act }) => acts.includes(act));
  return {
    bars: barsOf(known),
    ordinals: known.ordinals,
    totalValue: known.totalValue,
    spans: runSpansOf(known),
    caps: { ...capColumnsOf(known), count: null },
    reactions: happenings.map((happening) => reactionOf(known, happening)),
    ref: known.names.at(-1),
  };
}

describe('an epoch', () => {
  test('shows at each of its instants what was known then', () => {
    fc.assert(
      fc.property(stories('any'), (history) => {
        const dossier = history.dossier();
        const starts = epochStarts(dossier);
        for (const instant of momentsIn(history)) {
          const end = starts.find((start) => start > instant);
          const whole = knownBy(dossier, end === undefined ? {} : { asOf: end - 1 })!;
          const known = knownBy(dossier, { asOf: instant })!;
          expect(seenFrom(whole, instant)).toEqual({ ...viewsOf(known, known, known.acts), acts: known.acts });
        }
      }),
      { numRuns: 25 },
    );
  });

  test('goes on through a feed of bars, one a day, and a delivery of the same bars by another vendor', () => {
    const history = new History().listed();
    for (const session of history.sessionsFrom('2021-03-01', 5)) history.bars({ sessions: [session], close: [10] });
    expect(epochStarts(history.closes('2021-03-01', [10, 10, 10]).dossier())).toEqual([]);
  });

  test('ends where a bar is revised, and where one comes after a later one', () => {
    const history = new History().listed().closes('2021-03-01', [10, null, 12]);
    history.revised('2021-03-01', 11, '2021-04-01T12:00:00Z');
    history.bars({ sessions: ['2021-03-02'], close: [9] }, null, '2021-03-05T12:00:00Z');
    expect(epochStarts(history.dossier()).map((start) => new Date(start).toISOString())).toEqual([
      '2021-03-05T12:00:00.000Z',
      '2021-04-01T12:00:00.000Z',
    ]);
  });

  test('begins no later than the cut', () => {
    const history = new History().listed().closes('2021-03-01', [10]).revised('2021-03-01', 11, '2021-04-01T12:00:00Z');
    expect(epochStarts(history.dossier(), { asOf: Date.parse('2021-03-31T00:00:00Z') })).toEqual([]);
    expect(epochStarts(history.dossier(), { asRecorded: history.lastPosition - 1 })).toEqual([]);
  });
});

describe('what changes beside the tape', () => {
  test('is known at an instant as at the last one before it that is told', () => {
    fc.assert(
      fc.property(stories('raw'), fc.nat(70 * 86_400), (history, before) => {
        const dossier = history.dossier();
        const instant = STORY_END - before * 1_000;
        const known = knownBy(dossier, { asOf: instant })!;
        const over = {
          schedules: schedulesOver(dossier),
          observations: observationsOver(dossier),
          halts: haltsOver(dossier),
          delisting: delistingOver(dossier, known),
        };
        for (const [name, part] of Object.entries(over)) {
          const last = part.instants.findLast((change) => change <= instant) ?? -Infinity;
          expect(part.at(last)).toEqual(known[name as keyof typeof over]);
        }
      }),
    );
  });
});

describe('bars at their closes', () => {
  test('are the first words on them, and lack those that came later', () => {
    const history = new History().listed().closes('2021-03-01', [10, null, 12]);
    history.revised('2021-03-01', 11, '2021-04-01T12:00:00Z');
    history.bars({ sessions: ['2021-03-02'], close: [9] }, null, new Date(at('2021-03-02') + 1).toISOString());
    const dossier = history.dossier();
    const { sessions, close } = barsAtCloses(dossier, knownBy(dossier)!);
    expect([sessions, [...close]]).toEqual([
      ['2021-03-01', '2021-03-03'],
      [10, 12],
    ]);
  });

  test('are the tape itself where every bar was known at its close', () => {
    const known = new History().listed().closes('2021-03-01', [10, 11]).known();
    expect(barsAtCloses(new History().dossier(), known)).toBe(known);
  });
});
