import type {
  IChartApiBase,
  IPrimitivePaneRenderer,
  IPrimitivePaneView,
  ISeriesApi,
  ISeriesPrimitive,
  Logical,
  PrimitivePaneViewZOrder,
  SeriesAttachedParameter,
  SeriesType,
} from 'lightweight-charts';
import type { Colours } from '../../../charts/colours';
import type { Band } from '../streaks/bands';
import type { Point } from '../tape/points';
import { paintLabels } from './band-labels';
import { type BandPlace, DETAILED_FROM, paintCuts, paintShades, type Sheet } from './band-painter';

type Target = Parameters<IPrimitivePaneRenderer['draw']>[0];

/** Streaks as shaded bands on the pane of prices. Only those in view are placed and drawn. */
export class BandsPrimitive implements ISeriesPrimitive {
  private attachment: SeriesAttachedParameter | undefined;
  private bands: readonly Band[] = [];
  private points: readonly Point[] = [];
  private places: readonly BandPlace[] = [];
  private readonly views: readonly IPrimitivePaneView[];

  constructor(
    private readonly colours: Colours,
    private readonly font: string,
  ) {
    this.views = [this.view('bottom', paintBehind), this.view('top', paintOver)];
  }

  attached(attachment: SeriesAttachedParameter): void {
    this.attachment = attachment;
  }

  detached(): void {
    this.attachment = undefined;
  }

  show(bands: readonly Band[], points: readonly Point[]): void {
    // Longest first, as they are labelled.
    this.bands = bands.toSorted((a, b) => b.length - a.length);
    this.points = points;
    this.attachment?.requestUpdate();
  }

  paneViews(): readonly IPrimitivePaneView[] {
    return this.views;
  }

  updateAllViews(): void {
    if (this.attachment === undefined) return;
    const { chart, series } = this.attachment;
    const range = chart.timeScale().getVisibleLogicalRange();
    const seen = range === null ? [] : this.bands.filter(({ from, to }) => to >= range.from && from <= range.to);
    this.places = seen.flatMap((band) => placeOf(band, this.points, chart, series));
  }

  private view(zOrder: PrimitivePaneViewZOrder, paint: Paint): IPrimitivePaneView {
    const draw = (target: Target) =>
      target.useMediaCoordinateSpace(({ context, mediaSize }) => {
        paint({ context, height: mediaSize.height, colours: this.colours }, this.places, this.font);
      });
    const renderer = { draw };
    return { zOrder: () => zOrder, renderer: () => renderer };
  }
}

type Paint = (sheet: Sheet, places: readonly BandPlace[], font: string) => void;

const paintBehind: Paint = (sheet, places) => paintShades(sheet, places);

const paintOver: Paint = (sheet, places, font) => {
  paintCuts(sheet, places);
  paintLabels(sheet, places, font);
};

function placeOf(
  band: Band,
  points: readonly Point[],
  chart: IChartApiBase,
  series: ISeriesApi<SeriesType>,
): readonly BandPlace[] {
  const scale = chart.timeScale();
  const xOf = (place: number): number | null => scale.logicalToCoordinate(place as Logical);
  const yOf = (place: number): number | null => {
    const close = points[place]?.bar?.close;
    return close === undefined ? null : series.priceToCoordinate(close);
  };
  const [x1, x2] = [xOf(band.from), xOf(band.to)];
  if (x1 === null || x2 === null) return [];
  // Its prices and its cuts are drawn only where somebody can see them: in a long tape hundreds of bands are in view.
  if (x2 - x1 < DETAILED_FROM) return [{ band, x1, x2, y1: null, y2: null, cuts: [] }];
  const cuts = band.cuts.flatMap((cut) => {
    // Between the base session and day 0: the library knows places of whole sessions alone.
    const [base, day0] = [xOf(cut.day0 - 1), xOf(cut.day0)];
    return base === null || day0 === null ? [] : [{ cut, x: (base + day0) / 2 }];
  });
  return [{ band, x1, x2, y1: yOf(band.from), y2: yOf(band.to), cuts }];
}
