import type { WindowDays } from '../panel/panel';
import { benchmarkGaps, shortEstimation, thinTrading } from './estimation-screens';
import { missingEventDays, noBarOnDay0 } from './event-day-screens';
import {
  contaminatedWindow,
  eventsNear,
  type Neighbour,
  neighboursOf,
  overlappingWindow,
  sameDay0,
} from './neighbour-screens';
import { nonPositivePrice, unrecordedSplit } from './price-screens';
import type { Finding, LeftOutParts, ScreenedEvent, Screening, ScreenOptions, Suspicion } from './suspicion';

/** What an event shows by itself. */
const OWN_SCREENS: readonly ((screened: ScreenedEvent, options: ScreenOptions) => Finding | null)[] = [
  shortEstimation,
  noBarOnDay0,
  missingEventDays,
  benchmarkGaps,
  nonPositivePrice,
  unrecordedSplit,
  thinTrading,
];

/**
 * Looks at every event before it is believed: what stays, what of it takes no part, and everything that was seen.
 * Nothing is changed, filled or moved. Events of one firm must be screened together: a later one that overlaps is left
 * out for the earlier one that stays.
 *
 * An event left out as a whole is not in `kept`. Where only windows are disturbed, the event stays and those windows
 * (and the disturbed days) are named in `parts`, for `leaveOut`. An event whose windows are all left out is left out.
 */
export function screenEvents(events: readonly ScreenedEvent[], options: ScreenOptions): Screening {
  const kept: { readonly place: number; readonly parts: LeftOutParts | null }[] = [];
  const suspicions: Suspicion[][] = [];
  for (const group of neighboursOf(events)) {
    const firm = new FirmScreening(group, options);
    for (const at of group.keys()) {
      const { place } = group[at]!;
      const { seen, parts } = firm.screen(at);
      suspicions[place] = seen;
      if (parts !== 'whole') kept.push({ place, parts });
    }
  }
  kept.sort((a, b) => a.place - b.place);
  return {
    kept: kept.map(({ place }) => place),
    parts: kept.map(({ parts }) => parts),
    suspicions: suspicions.flat(),
  };
}

/** Goes through the events of one firm in order of their day 0. */
class FirmScreening {
  private readonly staying: ScreenedEvent[] = [];
  /** For each window, the last event that takes part in it. */
  private readonly stayingIn: (ScreenedEvent | undefined)[] = [];

  constructor(
    private readonly group: readonly Neighbour[],
    private readonly options: ScreenOptions,
  ) {}

  screen(at: number): { readonly seen: Suspicion[]; readonly parts: LeftOutParts | null | 'whole' } {
    const { screened } = this.group[at]!;
    const seen = this.suspicionsOf(at);
    const parts = partsOf(seen, this.options.windows);
    if (parts !== 'whole') {
      this.staying.push(screened);
      this.options.windows.forEach((_, i) => {
        if (parts?.windows.includes(i) !== true) this.stayingIn[i] = screened;
      });
    }
    return { seen, parts };
  }

  private suspicionsOf(at: number): Suspicion[] {
    const { group, options, staying } = this;
    const { screened } = group[at]!;
    const findings = [
      ...OWN_SCREENS.map((screen) => screen(screened, options)),
      sameDay0(screened, staying),
      overlappingWindow(screened, staying, this.stayingIn, options),
      contaminatedWindow(screened, eventsNear(group, at, options.event), options),
    ];
    return findings.flatMap((finding) => suspicionOf(screened, finding, options));
  }
}

function suspicionOf({ event }: ScreenedEvent, finding: Finding | null, options: ScreenOptions): Suspicion[] {
  const asked = finding === null ? 'ignore' : options.policies[finding.screen];
  if (finding === null || asked === 'ignore') return [];
  // What disturbs no day and no window of the study leaves nothing out.
  const policy = finding.windows?.length === 0 && finding.days.length === 0 ? 'warn' : asked;
  return [{ event: event.id, firm: event.firm, policy, ...finding }];
}

/** What the suspicions that exclude leave out of an event; 'whole': all of it. */
function partsOf(seen: readonly Suspicion[], windows: readonly WindowDays[]): LeftOutParts | null | 'whole' {
  const excluding = seen.filter(({ policy }) => policy === 'exclude');
  if (excluding.some((one) => one.windows === null)) return 'whole';
  const disturbed = new Set(excluding.flatMap((one) => one.windows ?? []));
  const days = [...new Set(excluding.flatMap((one) => one.days))].sort((a, b) => a - b);
  if (disturbed.size === 0 && days.length === 0) return null;
  if (disturbed.size === windows.length) return 'whole';
  return { days, windows: [...windows.keys()].filter((i) => disturbed.has(windows[i]!)) };
}
