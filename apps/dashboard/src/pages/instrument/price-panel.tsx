import { useCallback, useId, useMemo } from 'react';
import { useLocation } from 'wouter';
import { atMoment, useMoment } from '../../api/moment';
import { ChartFrame } from '../../charts/chart-frame';
import { announcementHref } from '../../ui/link';
import { AnnouncementCard } from './announcements/announcement-card';
import { AnnouncementList } from './announcements/announcement-list';
import { ChartControls } from './chart/chart-controls';
import { ChartLegend } from './chart/chart-legend';
import { ChartView } from './chart/chart-view';
import styles from './chart/chart-view.module.css';
import { figuresOf } from './chart/figures';
import { marksOf } from './chart/marks';
import { SessionLegend, tellPoint } from './chart/session-legend';
import { summaryOf } from './chart/summary';
import { bandsOf } from './streaks/bands';
import { type Point, placesOf } from './tape/points';
import { priceUnitOf } from './tape/capital';
import type { Instrument, ReactionRow, StreakRow } from './tape/rows';
import type { Range } from './tape/spans';
import { usePointer } from './use-pointer';
import { useRange } from './use-range';
import type { SetView, ViewSettings } from './view-settings';

interface Props {
  readonly instrument: Instrument;
  readonly points: readonly Point[];
  readonly streaks: readonly StreakRow[];
  readonly reactions: readonly ReactionRow[];
  readonly settings: ViewSettings;
  readonly set: SetView;
}

/** The chart of prices with all that belongs to it: its settings, the figures under the crosshair, the announcements. */
export function PricePanel(props: Props) {
  const { instrument, settings } = props;
  const drawn = useDrawn(props);
  return (
    <ChartFrame
      title={`${instrument.symbol}: price, volume and market cap`}
      summary={drawn.summary}
      figures={drawn.figures}
      fileName={`${instrument.symbol}-${settings.adjustment}`}
      controls={<ChartControls settings={settings} set={props.set} />}
      legend={<ChartLegend />}
    >
      <ChartWithList {...props} drawn={drawn} />
    </ChartFrame>
  );
}

/** The chart, and the announcements beside it: pointing at either tells of both. */
function ChartWithList({ instrument, points, reactions, settings, drawn }: Props & { readonly drawn: Drawn }) {
  const pointer = usePointer(drawn.places, points, reactions);
  const open = useOpen();
  const cardId = useId();
  const { told } = pointer;
  const { currency } = instrument;
  const side = sideOf(pointer.place, drawn.seen ?? drawn.range);
  return (
    <div className={styles.beside}>
      <div className={styles.place}>
        <SessionLegend
          point={points[pointer.place ?? points.length - 1]}
          {...{ currency, unit: priceUnitOf(instrument) }}
        />
        <ChartView
          {...{ points, bands: drawn.bands, marks: drawn.marks, look: settings.look, currency }}
          {...{ range: drawn.range, seen: drawn.seen, place: pointer.place, pointAt: pointer.pointAt }}
          isLog={settings.scale === 'log'}
          tell={(place) => tellPoint(points[place], currency)}
          onPlace={pointer.setPlace}
          onOpen={open}
          onRange={drawn.setSeen}
        />
        <AnnouncementCard id={cardId} reactions={told} side={side} />
      </div>
      {reactions.length > 0 && <AnnouncementList {...{ reactions, cardId, told }} onPoint={pointer.point} />}
    </div>
  );
}

type Drawn = ReturnType<typeof useDrawn>;

/** Everything that is drawn, made anew only where what it is made of has changed. */
function useDrawn({ instrument, points, streaks, reactions, settings }: Props) {
  const { range, seen, setSeen } = useRange(points, settings.span);
  const { from, to } = seen ?? range ?? NOTHING;
  const { currency } = instrument;
  const inView = to - from + 1;
  const places = useMemo(() => placesOf(points), [points]);
  const bands = useMemo(() => bandsOf(streaks, points, places), [streaks, points, places]);
  const marks = useMemo(
    () => marksOf(reactions, points, { places, inView, currency }),
    [reactions, points, places, inView, currency],
  );
  const figures = useMemo(
    () => figuresOf(points, { from, to }, { bands, reactions }),
    [points, from, to, bands, reactions],
  );
  const summary = useMemo(() => summaryOf(points, { from, to }, bands), [points, from, to, bands]);
  return { places, bands, marks, figures, summary, range, seen, setSeen };
}

const NOTHING: Range = { from: 0, to: -1 };

/** The card stands on the side where the crosshair is not. */
function sideOf(place: number | null, seen: Range | null): 'left' | 'right' {
  if (place === null || seen === null) return 'left';
  return place > (seen.from + seen.to) / 2 ? 'left' : 'right';
}

function useOpen(): (id: string) => void {
  const asOf = useMoment();
  const [, navigate] = useLocation();
  return useCallback((id) => navigate(atMoment(announcementHref(id), asOf)), [navigate, asOf]);
}
