import type { Panel } from '../panel/panel';
import { momentsOf, type Moments } from './moments';
import { numbersAt, type Reactions } from './reactions';

/** One day or one window of a study, over the events that have a return there. */
export interface Sample {
  /** Row in the reactions. */
  readonly point: number;
  /** Day of the panel (0..L-1) on which it begins, and the days it spans, with or without returns. */
  readonly firstDay: number;
  readonly days: number;
  /** The column of the panel's windows; null for a single day. */
  readonly window: number | null;
  /** AR or CAR. */
  readonly raw: Float64Array;
  readonly rawMoments: Moments;
  /** SAR or SCAR. */
  readonly standardised: Float64Array;
  readonly standardisedMoments: Moments;
}

/** Takes one sample after the other out of the reactions, in the same memory: each is valid until the next is taken. */
export class Samples {
  private readonly rawScratch: Float64Array;
  private readonly standardisedScratch: Float64Array;

  constructor(
    private readonly panel: Panel,
    private readonly reactions: Reactions,
  ) {
    this.rawScratch = new Float64Array(panel.n);
    this.standardisedScratch = new Float64Array(panel.n);
  }

  at(point: number): Sample {
    const { panel, reactions } = this;
    const raw = numbersAt(reactions.raw, point, panel.n, this.rawScratch);
    const standardised = numbersAt(reactions.standardised, point, panel.n, this.standardisedScratch);
    return {
      ...{ point, ...spanOf(panel, point) },
      ...{ raw, rawMoments: momentsOf(raw), standardised, standardisedMoments: momentsOf(standardised) },
    };
  }
}

function spanOf(panel: Panel, point: number): Pick<Sample, 'firstDay' | 'days' | 'window'> {
  if (point < panel.eventDays) return { firstDay: point, days: 1, window: null };
  const window = point - panel.eventDays;
  const { from, to } = panel.windows[window]!;
  return { firstDay: from - panel.event.from, days: to - from + 1, window };
}
