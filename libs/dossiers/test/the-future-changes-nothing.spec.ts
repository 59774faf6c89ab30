import { countSigns, runLengthsOf, runsTest } from '@streakline/streak-statistics';
import fc from 'fast-check';
import {
  abnormalFigures,
  addEvent,
  capColumnsOf,
  type Dossier,
  emptyDossier,
  insightsOf,
  type Known,
  knownBy,
  marketCapsOf,
  reactionsOf,
  runSpansOf,
  runsOf,
} from '../src';
import type { RecordedEvent } from '@streakline/events';
import { amended, factsAfter, storyInstants, withFacts } from './future-facts';
import { announcementId, History } from './history';
import { stories } from './stories';
import { viewsOf } from './views';

/*
 * The leak test of our own folds: what `streakline backtest check` asks of a strategy (cut the log, and nothing decided
 * before the cut may change), asked of every view that a strategy and a reader see.
 */
function everyView(known: Known | null, benchmark: Known | null): unknown {
  if (known === null) return null;
  const { spans, spanOf } = runSpansOf(known);
  const signs = Int8Array.from(spanOf.subarray(1), (span) => spans[span]?.sign ?? 0);
  return {
    views: viewsOf(known),
    insights: insightsOf(known, 0),
    caps: capColumnsOf(known),
    abnormal: reactionsOf(known).map((reaction) => abnormalFigures(known, benchmark, reaction)),
    statistics: { counts: countSigns(signs), lengths: runLengthsOf(signs), runsTest: runsTest(signs) },
  };
}

function folded(instrumentId: string, events: readonly RecordedEvent[]): Dossier {
  const dossier = emptyDossier(instrumentId);
  for (const event of events) addEvent(dossier, event);
  return dossier;
}

const places = fc.array(fc.nat(15), { minLength: 1, maxLength: 6 });

describe('what became known later changes no view of the moment before', () => {
  it('whatever it is about, and wherever in the log it was stored', () => {
    const told = storyInstants.chain((instant) =>
      fc.record({
        instant: fc.constant(instant),
        history: stories('raw'),
        index: stories('raw'),
        facts: factsAfter(instant),
        ofIndex: factsAfter(instant),
        places,
      }),
    );
    fc.assert(
      fc.property(told, ({ instant, history, index, facts, ofIndex, places: at }) => {
        const own = withFacts(history, facts, at);
        const market = withFacts(index, ofIndex, at);
        const cut = (events: readonly RecordedEvent[], of: History) =>
          knownBy(folded(of.instrumentId, events), { asOf: instant });
        const before = everyView(cut(own.alone, history), cut(market.alone, index));
        const after = everyView(cut(own.together, history), cut(market.together, index));
        expect(after).toEqual(before);
      }),
      { numRuns: 150 },
    );
  });

  it('be it an amendment of what had been announced', () => {
    const told = fc.tuple(stories('raw'), storyInstants, fc.integer({ min: 1, max: 10 * 86_400_000 }));
    // The record stands in a later event, whose position the act shows: that is when it was stored, not what was known.
    const withoutPositions = (view: unknown) =>
      JSON.parse(JSON.stringify(view, (key, value: unknown) => (key === 'position' ? undefined : value))) as unknown;
    fc.assert(
      fc.property(told, ([history, instant, after]) => {
        const last = history.events.findLast(
          ({ type, data }) => type === 'AnnouncementMade' && nameOf(data) === announcementId('first'),
        );
        const later = history.events.some(
          ({ type, data, position }) =>
            /^Announcement(?!Scheduled)/.test(type) && nameOf(data) === nameOf(last?.data) && position > last!.position,
        );
        fc.pre(last !== undefined && !later);
        const more = amended({ ...last, position: history.lastPosition + 1 }, 'first', iso(instant + after));
        const views = [history.events, [...history.events, more]].map((events) =>
          withoutPositions(everyView(knownBy(folded(history.instrumentId, events), { asOf: instant }), null)),
        );
        expect(views[1]).toEqual(views[0]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('where nothing is told again', () => {
  /** Bars, counts and announcements in the order in which they became known, so that no fact replaces another. */
  const growing = fc.record({
    closes: fc.array(fc.integer({ min: 18, max: 23 }), { minLength: 6, maxLength: 40 }),
    cut: fc.nat(39),
  });

  it('the runs that ended, the market caps and the insights of the moment before stay as they were', () => {
    fc.assert(
      fc.property(growing, ({ closes, cut }) => {
        const history = new History().listed().shareCount('2021-01-04', 1e9, { filedOn: '2021-02-01' });
        history.closes('2021-03-01', closes).shareCount('2021-03-05', 2e9, { filedOn: '2021-03-10' });
        const dossier = history.dossier();
        const [whole, { barKnownAt }] = [history.known(), history.known()];
        const asOf = barKnownAt[Math.min(cut, barKnownAt.length - 1)]!;
        const then = knownBy(dossier, { asOf })!;
        const ended = runsOf(then).filter(({ inForce }) => !inForce);
        expect(runsOf(whole).slice(0, ended.length)).toEqual(ended);
        expect(marketCapsOf(whole).slice(0, then.sessions.length)).toEqual(marketCapsOf(then));
        expect(insightsOf(whole, 0, asOf + 1)).toEqual(insightsOf(then, 0));
      }),
      { numRuns: 60 },
    );
  });
});

function nameOf(data: unknown): string | undefined {
  return (data as { announcement?: { id: string } } | undefined)?.announcement?.id;
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
