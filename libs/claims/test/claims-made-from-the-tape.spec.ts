import { type Known, marketCapsOf, runsOf } from '@streakline/dossiers';
import { type Claim, type StatedFigure, wordings } from '@streakline/events';
import fc from 'fast-check';
import { claimReport, type ClaimVerdict, judge, toleranceOf } from '../src';
import { claim, figure, Told } from './told';

/* Claims that are made of the tape's own figures, and figures beyond what their wording admits. */
const EVENING = '2026-03-31T22:00:00Z';
const FROM = '2026-01-02';
/** Every run folds a tape of its own. */
const RUNS = { numRuns: 40 };

const tapes = fc.array(fc.integer({ min: 8_000, max: 12_000 }), { minLength: 61, maxLength: 61 }).map((cents) => {
  const told = new Told('XNAS');
  return told
    .closes(
      FROM,
      cents.map((cent) => cent / 100),
    )
    .shareCount('2025-12-31', 1_000_000, '2025-12-31');
});
/** Sixty sessions after the first. */
const places = fc.integer({ min: 1, max: 60 });

/** A true figure, as somebody would round it who words it so. */
function worded(value: number, resolution: number, wording: StatedFigure['wording']): StatedFigure {
  const steps = value / resolution;
  // 82.32 after 80 is 2.9% and not less, whatever the last bit of the division says: the judge knows that too.
  const [floor, ceiling] = [Math.floor(steps + 1e-9), Math.ceil(steps - 1e-9)];
  const up = wording === 'nearly' || wording === 'lessThan' || wording === 'atMost' || wording === 'upTo';
  const down = wording === 'moreThan' || wording === 'atLeast';
  const rounded = up ? floor + 1 : down ? ceiling - 1 : Math.round(steps);
  return figure(Math.max(0, rounded * resolution), resolution, wording);
}

const judged = (told: Told, one: Claim): ClaimVerdict =>
  judge(one, { known: told.known(), published: { at: EVENING }, claims: [one] });

function moveOn(known: Known, place: number) {
  const before = known.close[place - 1]!;
  const change = known.close[place]! / before - 1;
  return { session: known.sessions[place]!, change, direction: change < 0 ? ('down' as const) : ('up' as const) };
}

describe('a claim that is made from the tape', () => {
  it('is supported where it tells a move of a day, in whatever words', () => {
    fc.assert(
      fc.property(tapes, places, fc.constantFrom(...wordings), (told, place, wording) => {
        const { session, change, direction } = moveOn(told.known(), place);
        fc.pre(Math.abs(change) > 0.002);
        const stated = worded(Math.abs(change), 0.001, wording);
        // "Nearly" admits 5% less, or half a digit: what is rounded up by a whole one may lie beyond.
        fc.pre(wording !== 'nearly' || Math.abs(change) > 0.02);
        const one = claim(told, {
          direction,
          span: { is: 'session', on: session },
          change: { of: 'price', unit: 'fraction', figure: stated, measured: 'close' },
        });
        expect(judged(told, one).verdict).toBe('supported');
      }),
      RUNS,
    );
  });

  it('is supported where it tells a streak', () => {
    fc.assert(
      fc.property(tapes, fc.nat(), (told, pick) => {
        const runs = runsOf(told.known());
        const run = runs[pick % runs.length]!;
        const one = claim(told, {
          direction: run.direction === 'falling' ? 'down' : 'up',
          length: { figure: figure(run.length, 1), unit: 'day' },
          span: { is: 'range', from: run.start, to: run.end },
        });
        expect(judged(told, one).verdict).toBe('supported');
      }),
      RUNS,
    );
  });

  it('is supported where it tells what the market value lost or won', () => {
    fc.assert(
      fc.property(tapes, places, (told, place) => {
        const known = told.known();
        const caps = marketCapsOf(known);
        const change = caps[place]!.marketCap! - caps[place - 1]!.marketCap!;
        fc.pre(change !== 0);
        const one = claim(told, {
          direction: change < 0 ? 'down' : 'up',
          span: { is: 'session', on: known.sessions[place]! },
          change: {
            ...{ of: 'marketCap', unit: 'currency', currency: 'USD', measured: 'close' },
            figure: worded(Math.abs(change), 1_000, 'about'),
          },
        });
        expect(judged(told, one).verdict).toBe('supported');
      }),
      RUNS,
    );
  });

  it('is never supported where its figure lies beyond the tolerance, and no answer holds a NaN', () => {
    const off = fc.double({ min: 1e-4, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(tapes, places, fc.constantFrom(...wordings), off, fc.boolean(), (told, place, wording, by, more) => {
        const { session, change, direction } = moveOn(told.known(), place);
        const value = Math.abs(change) + (more ? by : -by);
        fc.pre(value > 0);
        const stated = figure(value, 0.001, wording);
        const { from, to } = toleranceOf(stated);
        const truth = Math.abs(change);
        fc.pre((from !== null && truth < from - 1e-6) || (to !== null && truth > to + 1e-6));
        const one = claim(told, {
          direction,
          span: { is: 'session', on: session },
          change: { of: 'price', unit: 'fraction', figure: stated, measured: 'close' },
        });
        const verdict = judged(told, one);
        expect(verdict.parts.find(({ part }) => part === 'amount')?.verdict).toBe('contradicted');
        expect(verdict.verdict).not.toBe('supported');
        expect(numbersIn(verdict).every(Number.isFinite)).toBe(true);
        expect(claimReport(one, verdict).why).not.toContain('NaN');
      }),
      RUNS,
    );
  });

  it('changes its verdict with a later revision now, and never as of its article', () => {
    fc.assert(
      fc.property(tapes, places, (told, place) => {
        const { session, change, direction } = moveOn(told.known(), place);
        fc.pre(Math.abs(change) > 0.002);
        const one = claim(told, {
          direction,
          span: { is: 'session', on: session },
          change: {
            of: 'price',
            unit: 'fraction',
            figure: worded(Math.abs(change), 0.001, 'plain'),
            measured: 'close',
          },
        });
        const then = { asOf: Date.parse(EVENING) };
        const at = (known: Known) => judge(one, { known, published: { at: EVENING }, claims: [one] });
        const before = at(told.known(then));
        told.revised(session, told.known().close[place]! * 2, '2026-04-01T12:00:00Z');
        expect(at(told.known(then))).toEqual(before);
        expect(at(told.known()).verdict).not.toBe('supported');
      }),
      RUNS,
    );
  });
});

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}
