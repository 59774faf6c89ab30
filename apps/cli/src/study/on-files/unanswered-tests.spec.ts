import {
  buildPanel,
  complete,
  type Panel,
  type ReferenceForm,
  referenceForm,
  runStudy,
  type StudyEvent,
} from '@streakline/event-study';
import { hasGaps, unansweredLines, unansweredTests } from './unanswered-tests';

/** Events on days 40, 41...; `gap` of the last one's event days has no return. */
function panelOf(count: number, gap: number | null = null): Panel {
  const days = Int32Array.from({ length: 60 }, (_, row) => row);
  const events = Array.from({ length: count }, (_, place): StudyEvent => {
    const day0 = 40 + place;
    const returns = Float64Array.from(days, (row) => Math.sin(row * (place + 1.3)) / 50);
    if (gap !== null && place === count - 1) returns[day0 + gap] = Number.NaN;
    return {
      id: `e${place}`,
      firm: `F${place}`,
      group: null,
      series: { days, returns, factors: [] },
      day0,
      omittedDays: [],
    };
  });
  const event = { from: 0, to: 1 };
  const estimation = { from: -30, to: -1 };
  return complete(buildPanel(events, { model: 'meanAdjusted', estimation, event, windows: [event] }));
}

const reference = (panel: Panel): ReferenceForm => complete(referenceForm(panel));
const unanswered = (panel: Panel) => unansweredTests(complete(runStudy(panel)));

describe('tests without an answer', () => {
  it('are none where all have one', () => {
    expect(unanswered(panelOf(5))).toBeNull();
    expect(hasGaps(reference(panelOf(5)))).toBe(false);
  });

  it('are named once for all days and windows, with the reason', () => {
    const text = unanswered(panelOf(1));
    expect(text).toMatch(/^cross-sectional t, BMP t, .*: It takes at least 2 events with a usable figure here\. /);
    expect(text).toMatch(/ skewness-corrected t.*: It takes at least 3 events with a usable figure here\./);
    expect(text).not.toContain('On some days');
    expect(hasGaps(reference(panelOf(1)))).toBe(true);
  });

  it('are told apart where only some days lack the events', () => {
    // Two events on day 0, one on day 1; in the window both count the days that they have.
    const text = unanswered(panelOf(2, 1));
    expect(text).toMatch(/^skewness-corrected t.*: It takes at least 3 events with a usable figure here\. /);
    expect(text).toMatch(/ On some days or windows cross-sectional t, .*: It takes at least 2 events /);
    expect(hasGaps(reference(panelOf(2, 1)))).toBe(true);
  });

  it('are a line a model, and one for models that say the same', () => {
    const lines = unansweredLines([
      { model: 'market', n: 1, unanswered: 'BMP t: Why.' },
      { model: 'factors', n: 1, unanswered: null },
      { model: 'marketAdjusted', n: 1, unanswered: 'BMP t: Why.' },
      { model: 'meanAdjusted', n: 2, unanswered: 'sign: Else.' },
    ]);
    expect(lines).toEqual([
      'market, marketAdjusted: tests not computed (N = 1): BMP t: Why.',
      'meanAdjusted: tests not computed (N = 2): sign: Else.',
    ]);
  });
});
