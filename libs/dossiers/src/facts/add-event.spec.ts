import type { RecordedEvent } from '@streakline/events';
import fc from 'fast-check';
import { History } from '../../test/history';
import { stories } from '../../test/stories';
import { viewsOf } from '../../test/views';
import { addEvent, type Dossier, emptyDossier, factYears, knownBy, packFacts } from '../index';

function packedYears(dossier: Dossier): Record<number, string | undefined> {
  return Object.fromEntries(factYears(dossier).map((year) => [year, packFacts(dossier, year)?.toString('hex')]));
}

/** The history's events shuffled, some of them twice. */
const redelivered = stories('any').chain((history) => {
  const events = fc.shuffledSubarray([...history.events], { minLength: history.events.length });
  const again = fc.subarray([...history.events]);
  return fc.tuple(fc.constant(history), events, again).chain(([told, once, twice]) => {
    const all = [...once, ...twice];
    return fc.tuple(fc.constant(told), fc.shuffledSubarray(all, { minLength: all.length }));
  });
});

describe('adding events to a dossier', () => {
  it('gives the same bytes and the same views in any order, however often each event comes', () => {
    fc.assert(
      fc.property(redelivered, ([history, events]) => {
        const inOrder = history.dossier();
        const shuffled = history.dossier(events);
        expect(packedYears(shuffled)).toEqual(packedYears(inOrder));
        expect(viewsOf(knownBy(shuffled))).toEqual(viewsOf(knownBy(inOrder)));
      }),
      { numRuns: 60 },
    );
  });

  it('answers all the years whose bytes change, and no others', () => {
    fc.assert(
      fc.property(stories('any'), ({ instrumentId, events }) => {
        const dossier = emptyDossier(instrumentId);
        for (const event of events) {
          const before = packedYears(dossier);
          const touched = addEvent(dossier, event);
          const after = packedYears(dossier);
          const changed = Object.keys(after).filter((year) => after[Number(year)] !== before[Number(year)]);
          expect([...touched].sort()).toEqual(changed.map(Number).sort());
        }
      }),
      { numRuns: 60 },
    );
  });

  it('finds nothing new in an event that it has', () => {
    const history = new History().listed().closes('2021-03-01', [10, 11]).split('2021-03-02', 1, 2);
    const dossier = history.dossier();
    expect(history.events.map((event) => addEvent(dossier, event).size)).toEqual([0, 0, 0]);
  });

  it('finds nothing in events of other instruments, or of types that hold no fact', () => {
    const other = new History(`ins_${'f'.repeat(32)}`).listed().closes('2021-03-01', [10]).dividend('2021-03-01', 1);
    const unknown: RecordedEvent = { ...other.events[0]!, type: 'SomethingElse', position: 99 };
    const dossier = emptyDossier(new History().instrumentId);
    expect([...other.events, unknown].map((event) => addEvent(dossier, event).size)).toEqual([0, 0, 0, 0]);
    expect(factYears(dossier)).toEqual([]);
  });

  it('does not mind the order in which an event writes its fields', () => {
    const [made] = new History().announced('news', { on: '2021-03-01' }).events;
    const reversed = JSON.parse(JSON.stringify(made), (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    ) as RecordedEvent;
    const [one, two] = [made!, reversed].map((event) => packedYears(new History().dossier([event])));
    expect(JSON.stringify(Object.keys(reversed.data as object))).not.toBe(
      JSON.stringify(Object.keys(made!.data as object)),
    );
    expect(one).toEqual(two);
  });
});
